package jp.kenpo.portal.audit;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.stream.Stream;
import jp.kenpo.portal.account.Account;
import jp.kenpo.portal.container.AtOnce;
import jp.kenpo.portal.container.Await;
import jp.kenpo.portal.container.Given;
import jp.kenpo.portal.container.InContainer;
import jp.kenpo.portal.container.Transactions;
import jp.kenpo.portal.platform.MovableClock;
import jp.kenpo.portal.platform.PortalDataSource;
import jp.kenpo.portal.platform.SealKey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@InContainer
@Tag("ASVS-16.4.2")
class AuditSealerIT {

    @Inject
    AuditLog audit;

    @Inject
    AuditSeals seals;

    @Inject
    AuditSealer sealer;

    @Inject
    SealKey key;

    @Inject
    Given given;

    @Inject
    Transactions transactions;

    @Inject
    MovableClock clock;

    private Account account;

    @BeforeEach
    void everythingIsSealed() {
        account = given.anAccount();
        awaitSealed();
    }

    @Test
    void anEntryIsSealedWithinSecondsAndTheRecordIsIntact() throws Exception {
        write(3);

        awaitSealed();
        assertThat(check()).isInstanceOf(SealVerdict.Intact.class);
        assertThat(transactions.rows("select seal_id from audit_entry where account_id = ?1", account.id()))
                .hasSize(3)
                .doesNotContainNull();
    }

    @Test
    void anEntryThatIsCommittedAfterLaterOnesWereSealedGoesIntoALaterSeal() throws Exception {
        try (Connection slow = new PortalDataSource().getConnection()) {
            slow.setAutoCommit(false);
            try (PreparedStatement insert = slow.prepareStatement("insert into audit_entry"
                    + " (id, at, insurer_id, event, address, request_id, detail)"
                    + " values (nextval('id_sequence'), current_timestamp, ?, 'SIGNED_OUT', '', '', '')")) {
                insert.setLong(1, account.insurerId());
                insert.executeUpdate();
            }
            write(1);
            awaitSealed();
            assertThat(seals()).hasSize(1);

            slow.commit();
        }

        Await.until("the late entry is sealed", () -> seals().size() == 2);
        assertThat(transactions.rows(
                        "select event from audit_entry where insurer_id = ?1 order by id", account.insurerId()))
                .isEqualTo(List.of("SIGNED_OUT", "PASSWORD_PROVED"));
        assertThat(transactions.rows(
                        "select event from audit_entry where insurer_id = ?1 order by seal_id", account.insurerId()))
                .isEqualTo(List.of("PASSWORD_PROVED", "SIGNED_OUT"));
        assertThat(check()).isInstanceOf(SealVerdict.Intact.class);
    }

    @Test
    void nodesThatSealAtOnceDoNotForkTheChain() throws Exception {
        for (int times = 0; times < 5; times++) {
            write(20);

            List<Boolean> made = AtOnce.from(6, () -> {
                try {
                    return seals.sealNext(key, Optional.empty()).isPresent();
                } catch (RuntimeException overtaken) {
                    return false;
                }
            });

            // Or the portal's own round was the first.
            assertThat(made.stream().filter(one -> one)).hasSizeLessThanOrEqualTo(1);
        }

        awaitSealed();
        assertThat(check()).isInstanceOf(SealVerdict.Intact.class);
    }

    @Test
    void whileAnotherNodeHasTheLeaseItSeals() throws Exception {
        transactions.change(
                "update lease set node = 'other', until_at = ?1 where name = 'audit'",
                clock.instant().plusSeconds(10).atOffset(ZoneOffset.UTC));
        write(1);

        sealer.round();
        assertThat(seals.areBehind()).isTrue();

        clock.moveBy(Duration.ofSeconds(10));
        awaitSealed();
    }

    @Test
    void whereThereIsNothingToSealNothingIsWritten() {
        List<?> before = transactions.rows("select until_at from lease where name = 'audit'");
        List<?> sealsBefore = transactions.rows("select count(*) from audit_seal");
        clock.moveBy(Duration.ofMinutes(5));

        sealer.round();

        assertThat(transactions.rows("select until_at from lease where name = 'audit'"))
                .isEqualTo(before);
        assertThat(transactions.rows("select count(*) from audit_seal")).isEqualTo(sealsBefore);
    }

    @Test
    void aRoundThatFailsIsToldOnceAndFollowedByOneThatDoesNot() throws Exception {
        List<String> told;
        try (Listening log = new Listening()) {
            outside("alter table audit_seal rename to audit_seal_gone");
            try {
                write(1);
                sealer.round();
                sealer.round();
                assertThat(seals.areBehind()).isTrue();
            } finally {
                outside("alter table audit_seal_gone rename to audit_seal");
            }
            awaitSealed();
            told = log.told();
        }

        assertThat(told)
                .filteredOn(line -> line.contains("could not be sealed"))
                .hasSize(1);
        assertThat(check()).isInstanceOf(SealVerdict.Intact.class);
    }

    @Test
    void whereTheLastSealThatItMadeIsGoneItSealsNothingMoreAndSaysSo() throws Exception {
        write(2);
        awaitSealed();
        List<?> number = transactions.rows("select max(number) from audit_seal");
        List<String> told;
        try (Listening log = new Listening()) {
            cutOff("audit_entry", "seal_id");
            cutOff("audit_seal", "number");
            try {
                write(1);
                sealer.round();
                sealer.round();
                assertThat(seals.areBehind()).isTrue();
                assertThat(check()).isInstanceOf(SealVerdict.Intact.class);
            } finally {
                putBack("audit_seal");
                putBack("audit_entry");
            }
            awaitSealed();
            told = log.told();
        }

        assertThat(told)
                .filteredOn(line -> line.contains("could not be sealed"))
                .singleElement()
                .asString()
                .endsWith("seal " + number.get(0) + ", which this server made, is gone or changed");
        assertThat(check()).isInstanceOf(SealVerdict.Intact.class);
    }

    @Test
    void theLogIsToldOfTheLastSealOnceAMinute() throws Exception {
        clock.moveBy(Duration.ofMinutes(1));
        sealer.round();
        clock.moveBy(Duration.ofMinutes(1));
        List<String> told;
        try (Listening log = new Listening()) {
            write(1);
            Await.until("the log is told at once", () -> log.told().size() == 1);
            write(1);
            awaitSealed();
            sealer.round();
            assertThat(log.told()).hasSize(1);

            clock.moveBy(Duration.ofMinutes(1));
            Await.until("the log is told a minute later", () -> log.told().size() == 2);
            told = log.told();
        }

        for (String line : told) {
            LoggedHeads logged = new LoggedHeads();
            assertThat(logged.take(line)).as(line).isTrue();
            assertThat(check(logged)).as(line).isInstanceOf(SealVerdict.Intact.class);
        }
    }

    @Test
    void whatIsDoneToTheRecordIsFound() throws Exception {
        write(3);
        awaitSealed();
        String one = " where id = (select max(id) from audit_entry where account_id = " + account.id() + ")";

        assertThat(faultAfter("update audit_entry set at = at + interval '0.000001' second" + one))
                .contains("is broken");
        assertThat(faultAfter("update audit_entry set at = timestamp with time zone '9999-12-31 23:59:59Z'" + one))
                .contains("is broken");
        assertThat(faultAfter("update audit_entry set account_id = null" + one)).contains("is broken");
        assertThat(faultAfter("delete from audit_entry" + one)).contains("entries are missing from");
        assertThat(faultAfter("delete from audit_seal where number = 1")).contains("seal 1 is missing");
        assertThat(faultAfter("delete from audit_seal where number = (select max(number) from audit_seal)"))
                .contains("is missing");
    }

    @Test
    void everyColumnIsSealed() {
        List<?> columns = transactions.rows(
                "select column_name from information_schema.columns where table_name = 'audit_entry'");

        assertThat(columns)
                .map(String::valueOf)
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(Stream.of("seal_id"), Stream.of(SealedEntry.COLUMNS.split(", ")))
                                .toList());
    }

    private void write(int entries) throws Exception {
        transactions.commit(() -> {
            for (int i = 0; i < entries; i++) {
                audit.record(AuditEvent.PASSWORD_PROVED, account.insurerId(), account.id());
            }
        });
    }

    private void awaitSealed() {
        Await.until("all is sealed", () -> !seals.areBehind());
    }

    private List<?> seals() {
        return transactions.rows(
                "select distinct seal_id from audit_entry where insurer_id = ?1 and seal_id is not null",
                account.insurerId());
    }

    private SealVerdict check() throws SQLException {
        return check(new LoggedHeads());
    }

    private SealVerdict check(LoggedHeads logged) throws SQLException {
        try (Connection connection = aView()) {
            return SealCheck.check(connection, key, logged);
        }
    }

    /** What the check says of a change that is taken back afterwards. */
    private String faultAfter(String change) throws SQLException {
        try (Connection connection = aView();
                Statement statement = connection.createStatement()) {
            statement.execute(change);
            SealVerdict verdict = SealCheck.check(connection, key, new LoggedHeads());
            connection.rollback();
            return verdict.toString();
        }
    }

    private static Connection aView() throws SQLException {
        Connection connection = new PortalDataSource().getConnection();
        connection.setAutoCommit(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        return connection;
    }

    /** Takes the rows of the newest seal away, and keeps them apart. */
    private static void cutOff(String table, String seal) throws SQLException {
        String newest = " where " + seal + " = (select max(number) from audit_seal)";
        outside("create table " + table + "_cut_off as select * from " + table + newest);
        outside("delete from " + table + newest);
    }

    private static void putBack(String table) throws SQLException {
        outside("insert into " + table + " select * from " + table + "_cut_off");
        outside("drop table " + table + "_cut_off");
    }

    private static void outside(String change) throws SQLException {
        try (Connection connection = new PortalDataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(change);
        }
    }

    /** Hears what the sealer says to the log. */
    private static final class Listening extends Handler implements AutoCloseable {
        private static final Logger SEALERS = Logger.getLogger(AuditSealer.class.getName());

        private final Queue<String> told = new ConcurrentLinkedQueue<>();

        Listening() {
            SEALERS.addHandler(this);
        }

        List<String> told() {
            return List.copyOf(told);
        }

        @Override
        public void publish(LogRecord line) {
            String why = line.getThrown() == null ? "" : ": " + line.getThrown().getMessage();
            told.add(new SimpleFormatter().formatMessage(line) + why);
        }

        @Override
        public void flush() {
            // Nothing is held back.
        }

        @Override
        public void close() {
            SEALERS.removeHandler(this);
        }
    }
}
