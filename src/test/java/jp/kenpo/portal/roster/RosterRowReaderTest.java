package jp.kenpo.portal.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.kenpo.portal.account.EmailAddress;
import jp.kenpo.portal.account.UserId;
import jp.kenpo.portal.roster.RosterRowReader.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RosterRowReaderTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 4, 1);

    private static final List<String> SOMEBODY = List.of(
            "健保", "0012", "01", "見本 花子", "ミホン ハナコ", "S55.12.1", "Hanako-1", "hanako@example.jp", "2000/4/1", "");

    private static Outcome read(List<String> fields) {
        RosterColumns columns =
                RosterColumns.of(List.of("記号", "番号", "枝番", "氏名", "カナ", "生年月日", "ユーザID", "メールアドレス", "資格取得日", "資格喪失日"));
        return new RosterRowReader(columns, TODAY).read(new RosterRecord(7, fields));
    }

    private static List<String> but(RosterColumn column, String field) {
        List<String> fields = new ArrayList<>(SOMEBODY);
        fields.set(column.ordinal(), field);
        return fields;
    }

    private static RosterRow taken(List<String> fields) {
        return ((Outcome.Read) read(fields)).row();
    }

    private static List<RosterFault> faults(List<String> fields) {
        return ((Outcome.Faulty) read(fields)).faults();
    }

    private static String fault(RosterColumn column, String field) {
        List<RosterFault> faults = faults(but(column, field));
        assertThat(faults).hasSize(1);
        assertThat(faults.get(0).line()).isEqualTo(7);
        assertThat(faults.get(0).column()).isEqualTo(column);
        return faults.get(0).why().key();
    }

    @Test
    void a_row_says_who_somebody_is() {
        RosterRow row = taken(SOMEBODY);

        assertThat(row.number().symbol()).isEqualTo("健保");
        assertThat(row.number().number()).isEqualTo("0012");
        assertThat(row.number().branch()).isEqualTo("01");
        assertThat(row.name()).isEqualTo("見本 花子");
        assertThat(row.kana()).isEqualTo("ミホン ハナコ");
        assertThat(row.birthDate().date()).isEqualTo("1980-12-01");
        assertThat(row.userId()).contains(new UserId("hanako-1"));
        assertThat(row.email()).contains(new EmailAddress("hanako@example.jp"));
        assertThat(row.qualifiedOn()).isEqualTo("2000-04-01");
        assertThat(row.disqualifiedOn()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"昭和55年12月1日", "S551201", "1980/12/1", "１９８０年１２月１日", "19801201"})
    void dates_are_read_by_the_calendar_and_by_the_era(String written) {
        assertThat(taken(but(RosterColumn.BIRTH_DATE, written)).birthDate().date())
                .isEqualTo("1980-12-01");
        assertThat(taken(but(RosterColumn.QUALIFIED_ON, written)).qualifiedOn()).isEqualTo("1980-12-01");
    }

    @Test
    void a_branch_that_lost_its_zero_has_it_back_and_where_there_is_none_it_is_00() {
        assertThat(taken(but(RosterColumn.BRANCH, "1")).number().branch()).isEqualTo("01");
        assertThat(taken(but(RosterColumn.BRANCH, "")).number().branch()).isEqualTo("00");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ﾐﾎﾝ ﾊﾅｺ", "みほん はなこ", "ミホン　ハナコ"})
    void kana_are_katakana_however_they_were_written(String written) {
        assertThat(taken(but(RosterColumn.KANA, written)).kana()).isEqualTo("ミホン ハナコ");
    }

    @Test
    void what_need_not_be_there_may_be_missing() {
        RosterRow row = taken(but(RosterColumn.USER_ID, ""));
        assertThat(row.userId()).isEqualTo(Optional.empty());
        assertThat(taken(but(RosterColumn.EMAIL, "")).email()).isEmpty();
        assertThat(taken(but(RosterColumn.DISQUALIFIED_ON, "R8.3.31")).disqualifiedOn())
                .contains(LocalDate.of(2026, 3, 31));
    }

    @ParameterizedTest
    @CsvSource({
        "SYMBOL, ''",
        "NUMBER, '  '",
        "NAME, ''",
        "KANA, ''",
        "BIRTH_DATE, ''",
        "QUALIFIED_ON, ''",
    })
    void what_no_member_can_do_without_is_named(RosterColumn column, String field) {
        assertThat(fault(column, field)).isEqualTo("roster.missing");
    }

    @ParameterizedTest
    @CsvSource({
        "BRANCH, 1a, roster.branch",
        "BRANCH, 001, roster.branch",
        "KANA, 見本, roster.kana",
        "KANA, 縺ゅ＞, roster.kana",
        "BIRTH_DATE, 1980/2/30, birth-date.no-such-date",
        "BIRTH_DATE, 2026/4/2, birth-date.future",
        "BIRTH_DATE, 44531, birth-date.shape",
        "QUALIFIED_ON, 昭和65年1月1日, roster.no-such-date",
        "QUALIFIED_ON, 春, roster.date",
        "DISQUALIFIED_ON, 1999/1/1, roster.left-before",
        "USER_ID, 花子, roster.user-id",
        "EMAIL, hanako, email.shape",
        "NAME, '=HYPERLINK(\"http://example.jp\")', roster.formula",
        "NUMBER, +12, roster.formula",
        "NAME, @SUM(A1), roster.formula",
    })
    void what_is_wrong_is_named_by_its_column(RosterColumn column, String field, String key) {
        assertThat(fault(column, field)).isEqualTo(key);
    }

    @Test
    void what_is_too_long_for_a_column_is_named() {
        assertThat(fault(RosterColumn.NAME, "長".repeat(101))).isEqualTo("roster.too-long");
        assertThat(fault(RosterColumn.SYMBOL, "1".repeat(21))).isEqualTo("roster.too-long");
        assertThat(fault(RosterColumn.USER_ID, "a".repeat(65))).isEqualTo("roster.too-long");
    }

    @Test
    void all_that_is_wrong_is_named_at_once() {
        List<String> fields = new ArrayList<>(but(RosterColumn.BIRTH_DATE, "?"));
        fields.set(RosterColumn.NAME.ordinal(), "");

        assertThat(faults(fields))
                .extracting(RosterFault::column)
                .containsExactly(RosterColumn.NAME, RosterColumn.BIRTH_DATE);
    }

    @Test
    void a_row_that_ends_early_lacks_what_would_follow() {
        assertThat(faults(List.of("1", "2")))
                .extracting(RosterFault::column)
                .containsExactly(
                        RosterColumn.NAME, RosterColumn.KANA, RosterColumn.BIRTH_DATE, RosterColumn.QUALIFIED_ON);
    }
}
