package jp.kenpo.portal.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypedTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ab12",
                "ａｂ１２",
                " a b\t1\n2 ",
                "\u3000ab12\u3000",
                "a\u00A0b12",
                "a\u200Bb\u200C1\u200D2\uFEFF",
                "a\u00ADb12",
                "ab12\u0000",
                "a\u3164b\u115F1\u11602",
                "ab\uD80012",
            })
    void what_cannot_be_seen_is_no_part_of_a_value(String typed) {
        assertThat(TypedText.compact(typed)).isEqualTo("ab12");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-", "－", "‐", "‑", "‒", "–", "—", "―", "−", "ー", "ｰ", "﹣"})
    void every_hyphen_of_a_keyboard_is_one(String hyphen) {
        assertThat(TypedText.identifier("12" + hyphen + "34")).isEqualTo("12-34");
    }

    @Test
    void user_ids_are_small_letters() {
        assertThat(TypedText.lowerCaseIdentifier("ＴＡＲＯ－I")).isEqualTo("taro-i");
    }

    @ParameterizedTest
    @ValueSource(strings = {"123456", "123 456", "123-456", "１２３　４５６", "12−34−56", " 1 2 3 4 5 6 "})
    void codes_may_be_grouped_at_will(String typed) {
        assertThat(TypedText.code(typed)).isEqualTo("123456");
    }

    @ParameterizedTest
    @ValueSource(strings = {"母の 電話 📱", " 母の\u3000電話 📱 ", "母の\t\r\n電話 📱", "母の 電\u200B話 📱", "母の 電話 \uD800📱"})
    void a_line_keeps_its_words_apart_and_stays_one_line(String typed) {
        assertThat(TypedText.line(typed)).isEqualTo("母の 電話 📱");
    }

    @Test
    @Tag("ASVS-6.2.8")
    void passwords_keep_blanks_and_case() {
        assertThat(TypedText.nfkc(" Ｐass　word ")).isEqualTo(" Pass word ");
    }

    @Test
    void nothing_typed_is_the_empty_text() {
        assertThat(TypedText.compact(null)).isEmpty();
        assertThat(TypedText.code(null)).isEmpty();
        assertThat(TypedText.line(null)).isEmpty();
        assertThat(TypedText.nfkc(null)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("jp.kenpo.portal.HardInput#texts")
    void hard_input_is_read_as_any_other(String typed) {
        assertThatCode(() -> {
                    TypedText.lowerCaseIdentifier(typed);
                    TypedText.code(typed);
                    TypedText.line(typed);
                })
                .doesNotThrowAnyException();
    }
}
