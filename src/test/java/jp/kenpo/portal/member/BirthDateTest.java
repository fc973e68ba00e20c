package jp.kenpo.portal.member;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;

class BirthDateTest {

    /** The date, or the refusal's key. */
    private static String read(@Nullable String typed) {
        return BirthDate.parse(typed, BirthDateSpelling.TODAY)
                .either(read -> read.date().toString(), refused -> refused.key());
    }

    @ParameterizedTest
    @MethodSource("jp.kenpo.portal.member.BirthDateSpelling#all")
    void is_read_as_the_table_of_spellings_says(BirthDateSpelling spelling) {
        assertThat(read(spelling.typed())).isEqualTo(spelling.meant());
    }

    @ParameterizedTest
    @NullAndEmptySource
    void nothing_typed_is_told_from_a_mistake(@Nullable String typed) {
        assertThat(read(typed)).isEqualTo("birth-date.missing");
    }

    @ParameterizedTest
    @MethodSource("jp.kenpo.portal.HardInput#texts")
    void hard_input_is_answered_as_any_other(String typed) {
        assertThat(read(typed)).matches("birth-date\\.(shape|missing)|1979-08-22");
    }

    @Test
    void eight_digits_are_those_of_the_initial_password() {
        BirthDate date = new BirthDate(LocalDate.of(980, 1, 2));

        assertThat(date.eightDigits()).isEqualTo("09800102");
    }

    @Test
    void no_log_line_can_hold_the_date() {
        BirthDate date = new BirthDate(LocalDate.of(1979, 8, 22));

        assertThat(date.toString()).doesNotContain("1979", "22");
    }
}
