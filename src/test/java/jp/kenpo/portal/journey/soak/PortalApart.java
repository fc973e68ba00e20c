package jp.kenpo.portal.journey.soak;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import jp.kenpo.portal.journey.PortalProcess;
import jp.kenpo.portal.journey.PortalServer;
import jp.kenpo.portal.journey.PortalTime;
import jp.kenpo.portal.journey.WarWithClock;

/**
 * A portal that may be killed at any time and whose clock can be moved. Script, server and WAR are those that ship, but
 * for the clock.
 */
final class PortalApart implements AutoCloseable {

    /** More than any run can use up: one is gone within a hundred moves or so. */
    private static final int NEWCOMERS = 5_000;

    private static final String DATABASE = "portal";
    private static final String FILE = ".mv.db";

    private final Path data;
    private final int port;
    private final PortalTime time;
    private PortalProcess process;

    private PortalApart(Path data) {
        this.data = data.toAbsolutePath();
        this.port = PortalProcess.freePort();
        this.time = new PortalTime(this.data);
        this.process = start();
    }

    /** With a database in the folder that has members who never signed in. */
    static PortalApart start(Path data) {
        try {
            Path database = databaseWithNewcomers();
            Files.createDirectories(data);
            Files.copy(database, data.resolve(database.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new PortalApart(data);
    }

    /** Made by the first run after a build: the portal makes its tables, and nobody else may open them meanwhile. */
    private static Path databaseWithNewcomers() throws IOException {
        Path made = WarWithClock.ROOT.resolve(DATABASE + FILE);
        if (WarWithClock.isOutdated(made)) {
            Path data = WarWithClock.ROOT.resolve("data");
            Files.deleteIfExists(data.resolve(DATABASE + FILE));
            new PortalApart(data).kill();
            addNewcomers(data);
            Files.move(data.resolve(DATABASE + FILE), made, StandardCopyOption.REPLACE_EXISTING);
        }
        return made;
    }

    private PortalProcess start() {
        return PortalProcess.start(PortalServer.PAYARA_MICRO_WITH_CLOCK, port, data, time.environment());
    }

    String address() {
        return process.demo();
    }

    PortalTime time() {
        return time;
    }

    Path mailFolder() {
        return data.resolve("mail");
    }

    void kill() {
        process.kill();
    }

    void startAgain() {
        process = start();
    }

    private static void addNewcomers(Path data) {
        String database = "jdbc:h2:file:" + data.toAbsolutePath().resolve(DATABASE) + PortalServer.H2_OPTIONS;
        try (Connection connection = DriverManager.getConnection(database, "", "");
                Statement statement = connection.createStatement()) {
            statement.execute("insert into member"
                    + " (id, insurer_id, symbol, number, branch, name, kana, birth_date, qualified_on)"
                    + " select nextval('id_sequence'), i.id, '9999', cast(" + Member.FIRST
                    + " + n.\"X\" as varchar), '01',"
                    + " '" + Member.SURNAME + " ' || (" + Member.FIRST + " + n.\"X\"), 'ウエコミ',"
                    + " date '1971-02-03', date '2000-04-01'"
                    + " from insurer i cross join system_range(0, " + NEWCOMERS + ") n where i.code = 'demo'");
            statement.execute("insert into account (id, insurer_id, member_id, user_id, epoch, email_state, version)"
                    + " select nextval('id_sequence'), insurer_id, id, 'newcomer' || number, 0, 'NONE', 0"
                    + " from member where name like '" + Member.SURNAME + " %'");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        process.close();
    }
}
