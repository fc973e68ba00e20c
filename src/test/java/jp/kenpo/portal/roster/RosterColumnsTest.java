package jp.kenpo.portal.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RosterColumnsTest {

    private static Map<RosterColumn, Integer> places(String... headings) {
        return RosterColumns.of(List.of(headings)).places();
    }

    @Test
    void each_column_is_found_by_its_name_in_the_manual_of_the_insurers() {
        String[] headings = {"記号", "番号", "枝番", "氏名", "カナ", "生年月日", "ユーザID", "メールアドレス", "資格取得日", "資格喪失日"};

        assertThat(places(headings)).hasSize(RosterColumn.values().length);
        Arrays.stream(RosterColumn.values())
                .forEach(column -> assertThat(places(headings)).containsEntry(column, column.ordinal()));
    }

    @Test
    void their_order_and_what_stands_between_do_not_matter() {
        assertThat(places("備考", "生年月日", "氏名（カナ）", "事業所"))
                .containsOnly(Map.entry(RosterColumn.BIRTH_DATE, 1), Map.entry(RosterColumn.KANA, 2));
    }

    @Test
    void full_width_and_half_width_capitals_and_blanks_make_no_difference() {
        assertThat(places(" 記　号 ", "ﾌﾘｶﾞﾅ", "ユーザＩＤ", "E-Mail"))
                .containsOnlyKeys(RosterColumn.SYMBOL, RosterColumn.KANA, RosterColumn.USER_ID, RosterColumn.EMAIL);
    }

    @Test
    void of_two_that_claim_to_be_the_same_neither_is_believed() {
        RosterColumns columns = RosterColumns.of(List.of("氏名", "漢字氏名", "番号"));

        assertThat(columns.places()).containsOnlyKeys(RosterColumn.NUMBER);
        assertThat(columns.missing()).contains(RosterColumn.NAME);
    }

    @Test
    void what_is_missing_is_what_no_roster_can_do_without() {
        assertThat(RosterColumns.of(List.of()).missing())
                .containsExactly(
                        RosterColumn.SYMBOL,
                        RosterColumn.NUMBER,
                        RosterColumn.NAME,
                        RosterColumn.KANA,
                        RosterColumn.BIRTH_DATE,
                        RosterColumn.QUALIFIED_ON);
    }
}
