package jp.kenpo.portal.secondfactor;

import static org.assertj.core.api.Assertions.assertThat;

import jp.kenpo.portal.platform.Parsed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecoveryCodeTest {

    @ParameterizedTest
    @ValueSource(strings = {"ABCD-EFGH-2345", "abcdefgh2345", " abcd efgh 2345 ", "ＡＢＣＤ－ｅｆｇｈ－２３４５", "ABCDーEFGHー2345"})
    void is_read_however_it_is_typed(String typed) {
        assertThat(RecoveryCode.parse(typed)).isEqualTo(Parsed.of(new RecoveryCode("ABCDEFGH2345")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ABCD-EFGH-234", "ABCD-EFGH-23456", "ABCD-EFGH-23あ5", "ABCDEFGH234!"})
    void is_refused_where_it_has_another_shape(String typed) {
        assertThat(RecoveryCode.parse(typed)).isEqualTo(Parsed.refused("recovery-code.shape"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "--"})
    void is_asked_for_where_nothing_was_typed(String typed) {
        assertThat(RecoveryCode.parse(typed)).isEqualTo(Parsed.refused("recovery-code.missing"));
    }

    @Test
    void is_shown_in_groups_of_four_and_in_no_log() {
        RecoveryCode code = new RecoveryCode("ABCDEFGH2345");

        assertThat(code.inGroups()).isEqualTo("ABCD-EFGH-2345");
        assertThat(code.toString()).doesNotContain("ABCD");
    }
}
