package jp.kenpo.portal.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {

    private static String read(String typed) {
        return EmailAddress.parse(typed).either(EmailAddress::value, refused -> refused.key());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hanako@example.jp",
                "a..b.@docomo.ne.jp",
                ".hanako@docomo.ne.jp",
                "hanako+kenpo@example.co.jp",
                "o'hara@example.jp",
                "-_!#$%&*/=?^`{|}~@example.jp",
                "h@a1.xn--wgv71a119e.jp",
            })
    void addresses_in_use_are_taken_as_they_are(String typed) {
        assertThat(read(typed)).isEqualTo(typed);
    }

    @ParameterizedTest
    @CsvSource({
        "ｈａｎａｋｏ＠ｅｘａｍｐｌｅ．ｊｐ, hanako@example.jp",
        "' hanako @ example.jp ',            hanako@example.jp",
        "Hanako@Example.JP,                  Hanako@example.jp",
    })
    void the_keyboards_ways_are_no_mistake(String typed, String expected) {
        assertThat(read(typed)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hanako",
                "@example.jp",
                "hanako@",
                "hanako@example",
                "hanako@example.",
                "hanako@.example.jp",
                "hanako@example..jp",
                "hanako@-example.jp",
                "hanako@example.j",
                "hanako@192.0.2.1",
                "hanako@[192.0.2.1]",
                "花子@example.jp",
                "hanako@例え.jp",
            })
    void what_cannot_be_an_address_is_refused(String typed) {
        assertThat(read(typed)).isEqualTo("email.shape");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hanako@example.jp\r\nBcc: eve@example.com",
                "hanako@example.jp\nBcc: eve@example.com",
                "eve@example.com\rhanako@example.jp",
                "hanako@example.jp,eve@example.com",
                "hanako@example.jp;eve@example.com",
                "hanako@example.jp eve@example.com",
                "Hanako <hanako@example.jp>",
                "<hanako@example.jp>",
                "\"hanako eve\"@example.jp",
                "hanako@example.jp(eve)",
                "hanako@eve@example.jp",
            })
    @Tag("ASVS-1.3.11")
    void a_second_recipient_or_header_cannot_be_smuggled_in(String typed) {
        assertThat(read(typed)).isEqualTo("email.shape");
    }

    @ParameterizedTest
    @CsvSource({"64,true", "65,false"})
    void the_part_before_the_at_sign_has_at_most_64_characters(int length, boolean taken) {
        String typed = "a".repeat(length) + "@example.jp";

        assertThat(read(typed)).isEqualTo(taken ? typed : "email.shape");
    }

    @ParameterizedTest
    @CsvSource({"254,true", "255,false"})
    void the_whole_has_at_most_254_characters(int length, boolean taken) {
        String end = ".jp";
        String labels = ("b".repeat(60) + ".").repeat(4);
        String typed = "a@" + labels + "c".repeat(length - 2 - labels.length() - end.length()) + end;

        assertThat(typed).hasSize(length);
        assertThat(read(typed)).isEqualTo(taken ? typed : "email.shape");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "\u3000", "\r\n"})
    void nothing_typed_is_told_from_a_mistake(String typed) {
        assertThat(read(typed)).isEqualTo("email.missing");
    }

    @ParameterizedTest
    @MethodSource("jp.kenpo.portal.HardInput#texts")
    void hard_input_is_refused(String typed) {
        assertThat(read(typed)).startsWith("email.");
    }
}
