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
    @ValueSource(
            ints = {
                0x002D, 0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2015, 0x2043, 0x207B, 0x208B, 0x2212, 0x2500, 0x2501,
                0x30FC, 0xFE31, 0xFE32, 0xFE58, 0xFE63, 0xFF0D, 0xFF70
            })
    void every_hyphen_of_a_keyboard_is_one(int hyphen) {
        String typed = "12" + Character.toString(hyphen) + "34";

        assertThat(TypedText.identifier(typed)).isEqualTo("12-34");
        assertThat(TypedText.code(typed)).isEqualTo("1234");
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
    void paragraphs_keep_their_lines_and_what_was_typed() {
        assertThat(TypedText.paragraphs("\r\n　拝啓：ＡＢＣ \r\n\r\n二\u0007行\u200B目\n\n"))
                .isEqualTo("拝啓：ＡＢＣ\n\n二行目");
        assertThat(TypedText.paragraphs(null)).isEmpty();
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
                    TypedText.paragraphs(typed);
                })
                .doesNotThrowAnyException();
    }
}
