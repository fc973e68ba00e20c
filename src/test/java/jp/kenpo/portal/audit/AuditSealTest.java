package jp.kenpo.portal.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
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
        return new SealChain(database, with).extend(now).orElseThrow();
    }

    private String check() throws SQLException {
        return check(Optional.empty());
    }

    private String check(Optional<LoggedHead> logged) throws SQLException {
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
        assertThat(new SealChain(database, key).extend(NOON)).isEmpty();
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

            new SealChain(older, key).extend(NOON);

            assertThat(SealCheck.check(older, key, Optional.empty())).isEqualTo(new SealVerdict.Intact(1, 1, 0));
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
    class AgainstTheLog {

        private Optional<LoggedHead> head;

        @BeforeEach
        void theLogTellsOfAFourthSeal() throws SQLException {
            head = LoggedHead.parse(extend(key, NOON).head());
        }

        @Test
        void what_the_log_tells_of_is_there() throws SQLException {
            assertThat(check(head)).isEqualTo("Intact[seals=4, entries=10, unsealed=0]");
        }

        @Test
        void seals_that_came_later_do_no_harm() throws SQLException {
            write(11);
            extend(key, NOON);

            assertThat(check(head)).isEqualTo("Intact[seals=5, entries=11, unsealed=0]");
        }

        @Test
        void what_was_cut_off_is_missed() throws SQLException {
            run("delete from audit_entry where seal_id >= 3");
            run("delete from audit_seal where number >= 3");

            assertThat(check()).startsWith("Intact");
            assertThat(check(head)).isEqualTo("cut off after seal 2, although the log tells of seal 4");
        }

        @Test
        void all_that_was_cut_off_is_missed() throws SQLException {
            run("delete from audit_entry");
            run("delete from audit_seal");

            assertThat(check(head)).isEqualTo("cut off after no seal, although the log tells of seal 4");
        }

        /** The portal goes on where it finds the chain, with the right key. */
        @Test
        void what_was_cut_off_is_missed_also_when_the_portal_has_sealed_more_since() throws SQLException {
            run("delete from audit_entry where seal_id = 4");
            run("delete from audit_seal where number = 4");
            write(11);
            extend(key, NOON);

            assertThat(check()).startsWith("Intact");
            assertThat(check(head)).isEqualTo("seal 4 is another than the one that the log tells of");
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "4", "4:", ":AQ", "0:AQ", "-1:AQ", "4:A Q", "99999999999999999999:AQ", "4:AQ=="})
        void only_what_it_says_is_a_head(String text) {
            assertThat(LoggedHead.parse(text)).isEmpty();
        }
    }
}
