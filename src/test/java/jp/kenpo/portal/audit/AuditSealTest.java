package jp.kenpo.portal.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jp.kenpo.portal.platform.Keyset;
import jp.kenpo.portal.platform.NewKeysets;
import jp.kenpo.portal.platform.SealKey;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody with a hand on the database does to the record, and how it is found. */
@Tag("ASVS-16.4.2")
class AuditSealTest {

    private static final Instant NOON = Instant.parse("2026-04-01T03:00:00.123456789Z");

    private static final String BROKEN =
            "seal 2 is broken: one of its 3 entries up to 6 was changed or exchanged, or the seal itself";

    private static Connection database;

    @TempDir
    Path folder;

    private SealKey key;

    @BeforeAll
    static void migrate() throws SQLException {
        String url = "jdbc:h2:mem:audit;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE";
        database = DriverManager.getConnection(url);
        Flyway.configure().dataSource(url, "", "").load().migrate();
    }

    @AfterAll
    static void throwAway() throws SQLException {
        database.close();
    }

    /** Three seals over three entries each, and an entry that came afterwards. */
    @BeforeEach
    void sealNineEntries() throws Exception {
        run("delete from audit_entry");
        run("delete from audit_seal");
        key = Keyset.sealKey(Optional.of(NewKeysets.forTheAudit(folder.resolve("key.json"))));
        for (int seal = 1; seal <= 3; seal++) {
            for (int id = 3 * seal - 2; id <= 3 * seal; id++) {
                write(id);
            }
            extend(key, NOON.plusSeconds(seal));
        }
        write(10);
    }

    private void write(int id) throws SQLException {
        run("insert into audit_entry (id, at, insurer_id, account_id, event, address, request_id, detail) values (" + id
                + ", timestamp with time zone '2026-04-01 12:00:00.1234567+09', 7, " + (100 + id)
                + ", 'PASSWORD_REFUSED', '192.0.2." + id + "', 'ABCD-EFG" + id % 10 + "', '')");
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = database.createStatement()) {
            statement.execute(sql);
        }
    }

    private AuditSeal extend(SealKey with, Instant now) throws SQLException {
        return new SealChain(database, with).extend(now, Optional.empty()).orElseThrow();
    }

    private String check() throws SQLException {
        return check(new LoggedHeads());
    }

    private String check(LoggedHeads logged) throws SQLException {
        SealVerdict verdict = SealCheck.check(database, key, logged);
        return verdict instanceof SealVerdict.Broken broken ? broken.why() : verdict.toString();
    }

    @Test
    void a_record_that_nobody_touched_is_intact() throws SQLException {
        assertThat(check()).isEqualTo("Intact[seals=3, entries=9, unsealed=1]");
    }

    @Test
    void an_entry_that_was_committed_later_than_its_number_says_goes_into_the_next_seal() throws SQLException {
        write(0);
        extend(key, NOON);

        assertThat(check()).isEqualTo("Intact[seals=4, entries=11, unsealed=0]");
    }

    @Test
    void where_there_is_nothing_to_seal_no_seal_is_made() throws SQLException {
        extend(key, NOON);

        assertThat(SealChain.isBehind(database)).isFalse();
        assertThat(new SealChain(database, key).extend(NOON, Optional.empty())).isEmpty();
        assertThat(check()).isEqualTo("Intact[seals=4, entries=10, unsealed=0]");
    }

    @Test
    void a_seal_is_over_no_more_than_is_held_in_memory() throws SQLException {
        for (int id = 11; id <= 1_011; id++) {
            write(id);
        }

        assertThat(extend(key, NOON).entries()).isEqualTo(1_000);
        assertThat(extend(key, NOON).entries()).isEqualTo(2);
        assertThat(check()).isEqualTo("Intact[seals=5, entries=1011, unsealed=0]");
    }

    @Test
    void entries_from_before_there_were_seals_are_sealed_first() throws SQLException {
        String url = "jdbc:h2:mem:older;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE";
        try (Connection older = DriverManager.getConnection(url);
                Statement statement = older.createStatement()) {
            Flyway.configure().dataSource(url, "", "").target("4").load().migrate();
            statement.execute(
                    "insert into audit_entry values (1, current_timestamp, 7, null, 'SIGNED_OUT', '', '', '')");
            Flyway.configure().dataSource(url, "", "").load().migrate();

            new SealChain(older, key).extend(NOON, Optional.empty());

            assertThat(SealCheck.check(older, key, new LoggedHeads())).isEqualTo(new SealVerdict.Intact(1, 1, 0));
        }
    }

    @Test
    void an_empty_record_is_intact() throws SQLException {
        run("delete from audit_entry");
        run("delete from audit_seal");

        assertThat(check()).isEqualTo("Intact[seals=0, entries=0, unsealed=0]");
    }

    @Nested
    class WhatASealSays {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "at = at + interval '0.000001' second",
                    "insurer_id = 8",
                    "account_id = 106",
                    "account_id = null",
                    "event = 'PASSWORD_PROVED'",
                    "address = '192.0.2.6'",
                    "request_id = 'ABCD-EFG6'",
                    "detail = ' '",
                    "address = '192.0.2.', request_id = '5ABCD-EFG5'"
                })
        void is_broken_by_a_change_of_any_column(String change) throws SQLException {
            run("update audit_entry set " + change + " where id = 5");

            assertThat(check()).isEqualTo(BROKEN);
        }

        @Test
        void is_broken_by_a_change_of_the_entrys_own_number() throws SQLException {
            run("update audit_entry set id = 50 where id = 5");

            assertThat(check()).isEqualTo(BROKEN);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "sealed_at = sealed_at + interval '0.000001' second",
                    "last_entry_id = 6 + 1",
                    "mac = (select mac from audit_seal where number = 1)",
                    "mac = x''"
                })
        void is_broken_by_a_change_of_the_seal_itself(String change) throws SQLException {
            run("update audit_seal set " + change + " where number = 2");

            assertThat(check()).startsWith("seal 2 is broken");
        }

        /** Whoever owns the database may also change what it allows. */
        @ParameterizedTest
        @CsvSource({
            "audit_entry, at, id = 5",
            "audit_entry, event, id = 5",
            "audit_seal, sealed_at, number = 2",
            "audit_seal, mac, number = 2"
        })
        void is_broken_by_what_the_table_did_not_allow(String table, String column, String row) throws SQLException {
            run("alter table " + table + " alter column " + column + " drop not null");
            run("update " + table + " set " + column + " = null where " + row);

            assertThat(check()).startsWith("seal 2 is broken");

            run("delete from " + table);
            run("alter table " + table + " alter column " + column + " set not null");
        }

        @Test
        void is_broken_by_a_time_beyond_all_time() throws SQLException {
            run("update audit_entry set at = timestamp with time zone '+200000-01-01 00:00:00Z' where id = 5");

            assertThat(check()).isEqualTo(BROKEN);
        }

        @Test
        void is_broken_by_entries_that_changed_places() throws SQLException {
            run("update audit_entry set id = -1 where id = 4");
            run("update audit_entry set id = 4 where id = 5");
            run("update audit_entry set id = 5 where id = -1");

            assertThat(check()).isEqualTo(BROKEN);
        }

        @Test
        void is_broken_by_entries_that_changed_seals() throws SQLException {
            run("update audit_entry set seal_id = 5 - seal_id where id in (6, 7)");

            assertThat(check()).isEqualTo(BROKEN);
        }

        @Test
        void is_broken_where_it_was_made_anew_without_the_key() throws Exception {
            SealKey strangers = Keyset.sealKey(Optional.of(NewKeysets.forTheAudit(folder.resolve("stranger.json"))));
            run("delete from audit_seal where number > 1");
            run("update audit_entry set seal_id = null where id > 3");
            run("update audit_entry set event = 'PASSWORD_PROVED' where id = 5");
            extend(strangers, NOON);

            assertThat(check()).startsWith("seal 2 is broken");
        }

        @Test
        void is_broken_under_another_key_and_the_line_tells_of_that_too() throws Exception {
            key = Keyset.sealKey(Optional.of(NewKeysets.forTheAudit(folder.resolve("other.json"))));

            assertThat(check())
                    .startsWith("seal 1 is broken")
                    .endsWith("or portal.audit-keyset is not the key it was sealed with");
        }
    }

    @Nested
    class WhatIsThere {

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
            delete from audit_entry where id = 5                      | entries are missing from seal 2: it is over 3, there are 2
            delete from audit_entry where id = 9                      | entries are missing from seal 3: it is over 3, there are 2
            delete from audit_entry where seal_id = 2                 | entries are missing from seal 2: it is over 3, there are 0
            update audit_entry set seal_id = null where id = 5        | entries are missing from seal 2: it is over 3, there are 2
            update audit_entry set seal_id = 2 where id = 10          | entries were added to seal 2: it is over 3, there are 4
            update audit_entry set seal_id = 2 where id = 3           | entries are missing from seal 1: it is over 3, there are 2
            update audit_entry set seal_id = 2 where id = 7           | entries were added to seal 2: it is over 3, there are 4
            update audit_entry set seal_id = 0 where id = 10          | seal 0 is missing, which entry 10 names
            update audit_entry set seal_id = 9 where id = 10          | seal 9 is missing, which entry 10 names
            delete from audit_seal where number = 1                   | seal 1 is missing: the first is seal 2
            delete from audit_seal where number = 2                   | seal 2 is missing: after seal 1 comes seal 3
            delete from audit_seal where number = 3                   | seal 3 is missing, which entry 7 names
            update audit_seal set number = 4 where number = 3         | seal 3 is missing: after seal 2 comes seal 4
            update audit_seal set entries = 2 where number = 2        | entries were added to seal 2: it is over 2, there are 3
            delete from audit_seal                                    | seal 1 is missing, which entry 1 names
            """)
        void is_all_that_was_sealed_and_nothing_else(String change, String fault) throws SQLException {
            run(change);

            assertThat(check()).isEqualTo(fault);
        }

        @Test
        void is_missed_too_where_the_seals_behind_it_move_up() throws SQLException {
            run("delete from audit_entry where seal_id = 2");
            run("delete from audit_seal where number = 2");
            run("update audit_seal set number = 2 where number = 3");
            run("update audit_entry set seal_id = 2 where seal_id = 3");

            assertThat(check()).startsWith("seal 2 is broken");
        }
    }

    @Nested
    class WhoeverSealedBefore {

        private Optional<AuditSeal> own;

        @BeforeEach
        void madeTheFourthSeal() throws SQLException {
            own = Optional.of(extend(key, NOON));
            write(11);
        }

        private void cannotGoOn() throws SQLException {
            assertThatThrownBy(() -> new SealChain(database, key).extend(NOON, own))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("seal 4, which this server made, is gone or changed");
            assertThat(SealChain.isBehind(database)).isTrue();
        }

        @Test
        void goes_on_where_it_is_still_there() throws SQLException {
            assertThat(new SealChain(database, key).extend(NOON, own)).isPresent();
            assertThat(check()).isEqualTo("Intact[seals=5, entries=11, unsealed=0]");
        }

        @Test
        void goes_on_where_others_sealed_more_since() throws SQLException {
            extend(key, NOON);
            write(12);

            assertThat(new SealChain(database, key).extend(NOON, own)).isPresent();
            assertThat(check()).isEqualTo("Intact[seals=6, entries=12, unsealed=0]");
        }

        @Test
        void misses_it_where_it_was_cut_off() throws SQLException {
            cutOffTheFourthSeal();

            cannotGoOn();
        }

        @Test
        void misses_it_where_others_sealed_on_top_of_what_was_left() throws SQLException {
            cutOffTheFourthSeal();
            extend(key, NOON.plusSeconds(1));
            write(12);

            cannotGoOn();
        }

        @Test
        void misses_it_where_it_was_changed() throws SQLException {
            run("update audit_seal set mac = x'' where number = 4");

            cannotGoOn();
        }
    }

    private void cutOffTheFourthSeal() throws SQLException {
        run("delete from audit_entry where seal_id = 4");
        run("delete from audit_seal where number = 4");
    }

    @Nested
    class AgainstTheLog {

        private LoggedHeads logged;

        @BeforeEach
        void theLogTellsOfAFourthSeal() throws Exception {
            logged = readLog("INFO: " + LoggedHeads.line(extend(key, NOON)));
        }

        private LoggedHeads readLog(String... lines) throws IOException {
            return LoggedHeads.read(List.of(log("portal.log", lines)));
        }

        private Path log(String name, String... lines) throws IOException {
            return Files.write(folder.resolve(name), List.of(lines));
        }

        @Test
        void what_the_log_tells_of_is_there() throws SQLException {
            assertThat(check(logged)).isEqualTo("Intact[seals=4, entries=10, unsealed=0]");
        }

        @Test
        void seals_that_came_later_do_no_harm() throws SQLException {
            write(11);
            extend(key, NOON);

            assertThat(check(logged)).isEqualTo("Intact[seals=5, entries=11, unsealed=0]");
        }

        @Test
        void what_was_cut_off_is_missed() throws SQLException {
            run("delete from audit_entry where seal_id >= 3");
            run("delete from audit_seal where number >= 3");

            assertThat(check()).startsWith("Intact");
            assertThat(check(logged)).isEqualTo("cut off after seal 2, although the log tells of seal 4");
        }

        @Test
        void all_that_was_cut_off_is_missed() throws SQLException {
            run("delete from audit_entry");
            run("delete from audit_seal");

            assertThat(check(logged)).isEqualTo("cut off after no seal, although the log tells of seal 4");
        }

        /** A portal that was started since goes on where it finds the chain, with the right key. */
        @Test
        void what_was_cut_off_is_missed_also_when_the_portal_has_sealed_and_told_more_since() throws Exception {
            String before = LoggedHeads.line(theFourthSeal());
            cutOffTheFourthSeal();
            write(11);
            extend(key, NOON);
            write(12);
            String after = LoggedHeads.line(extend(key, NOON));

            assertThat(check(readLog(after))).startsWith("Intact");
            assertThat(check(readLog(before, after))).isEqualTo("seal 4 is another than the one that the log tells of");
        }

        @Test
        void two_different_seals_of_one_number_are_found_in_whichever_log_they_stand() throws Exception {
            Path before = log("before.log", LoggedHeads.line(theFourthSeal()));
            cutOffTheFourthSeal();
            write(11);
            Path after = log("after.log", LoggedHeads.line(extend(key, NOON)));

            assertThat(check(LoggedHeads.read(List.of(after)))).startsWith("Intact");
            assertThat(check(LoggedHeads.read(List.of(before, after))))
                    .isEqualTo("the log tells of two different seals 4");
            assertThat(check(LoggedHeads.read(List.of(after, before))))
                    .isEqualTo("the log tells of two different seals 4");
        }

        @Test
        void what_the_log_tells_twice_is_no_contradiction() throws Exception {
            String line = LoggedHeads.line(theFourthSeal());

            assertThat(check(readLog(line, line))).isEqualTo("Intact[seals=4, entries=10, unsealed=0]");
        }

        private AuditSeal theFourthSeal() throws SQLException {
            try (Statement select = database.createStatement();
                    ResultSet row =
                            select.executeQuery("select " + AuditSeal.COLUMNS + " from audit_seal where number = 4")) {
                row.next();
                return AuditSeal.read(row);
            }
        }

        @Test
        void the_line_is_found_among_whatever_else_a_log_may_hold() throws Exception {
            Path log = folder.resolve("portal.log");
            Files.write(log, new byte[] {(byte) 0xff, 0, (byte) 0xc3, '\n'});
            Files.writeString(
                    log, "{\"LogMessage\":\"The audit is sealed up to 9:AQ-_\",\"ログ\":1}\n", StandardOpenOption.APPEND);

            assertThat(check(LoggedHeads.read(List.of(log))))
                    .isEqualTo("cut off after seal 4, although the log tells of seal 9");
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "4", "4:", ":AQ", "0:AQ", "-1:AQ", "4: AQ", "99999999999999999999:AQ"})
        void only_what_it_says_is_a_head(String text) {
            assertThat(new LoggedHeads().take("The audit is sealed up to " + text))
                    .isFalse();
        }

        @Test
        void a_log_that_tells_of_no_seal_is_refused_also_among_others() throws Exception {
            Path portals = log("portal.log", LoggedHeads.line(theFourthSeal()));
            Path strangers = log("stranger.log", "The audit is sealed", "4:AQ");

            assertThatThrownBy(() -> LoggedHeads.read(List.of(portals, strangers)))
                    .hasMessage("no line of the log " + strangers + " tells of a seal");
        }

        @Test
        void a_log_that_cannot_be_read_is_refused() {
            assertThatThrownBy(() -> LoggedHeads.read(List.of(folder)))
                    .hasMessage("the log " + folder + " cannot be read");
        }
    }
}
