package jp.kenpo.portal.audit;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.stream.Stream;
import jp.kenpo.portal.platform.Keyset;
import jp.kenpo.portal.platform.MachineSettings;
import jp.kenpo.portal.platform.PortalDataSource;
import jp.kenpo.portal.platform.SealKey;
import jp.kenpo.portal.platform.Settings;

/** What {@code bin/check-audit} runs: needs the WAR's classes, but no server. */
public final class CheckAudit {

    private static final int INTACT = 0;
    private static final int BROKEN = 1;
    private static final int NOT_CHECKED = 2;

    private CheckAudit() {}

    /**
     * Says in one line whether the record is intact, and ends with 0; with 1 where it is not, with 2 where that could
     * not be found out.
     *
     * @param arguments the portal's logs, or none
     */
    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    private static int run(String[] arguments) {
        try {
            Settings.Audit settings = Settings.readForAudit(MachineSettings::find);
            SealKey key = Keyset.sealKey(settings.keyset());
            // Before the database is looked at, else a log could tell of what the portal sealed meanwhile.
            LoggedHeads logged =
                    LoggedHeads.read(Stream.of(arguments).map(Path::of).toList());
            return tell(check(settings.database(), key, logged));
        } catch (Settings.WrongSettings e) {
            return notChecked("settings to mend: " + e.faults());
        } catch (IllegalStateException e) {
            return notChecked(e.getMessage());
        } catch (RuntimeException e) {
            return notChecked(e.toString());
        } catch (SQLException e) {
            return notChecked("the database cannot be read: " + e.getMessage());
        } catch (OutOfMemoryError e) {
            return notChecked("the logs are more than the memory holds; give fewer at a time");
        }
    }

    private static SealVerdict check(Settings.Database database, SealKey key, LoggedHeads logged) throws SQLException {
        try (Connection connection =
                PortalDataSource.driverFor(thatExists(database)).getConnection()) {
            connection.setReadOnly(true);
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            return SealCheck.check(connection, key, logged);
        }
    }

    /** H2 would make a database that is not there, and find it empty and intact. */
    private static Settings.Database thatExists(Settings.Database database) {
        return database.url().startsWith("jdbc:h2:")
                ? new Settings.Database(database.url() + ";IFEXISTS=TRUE", database.user(), database.password())
                : database;
    }

    private static int tell(SealVerdict verdict) {
        if (verdict instanceof SealVerdict.Broken broken) {
            System.out.println("not intact: " + broken.why());
            return BROKEN;
        }
        SealVerdict.Intact intact = (SealVerdict.Intact) verdict;
        System.out.println("intact: " + intact.seals() + " seals, " + intact.entries() + " entries; not yet sealed: "
                + intact.unsealed());
        return INTACT;
    }

    private static int notChecked(String why) {
        System.err.println(
                "bin/check-audit: not checked: " + why.lines().findFirst().orElse("no cause is known"));
        return NOT_CHECKED;
    }
}
