package jp.kenpo.portal.member;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class BirthDateTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 4, 1);

    /** The date, or the refusal's key. */
    private static String read(String typed) {
        return BirthDate.parse(typed, TODAY).either(read -> read.date().toString(), refused -> refused.key());
    }

    @Nested
    class WesternYears {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "19790822",
                    "１９７９０８２２",
                    " 1979 08 22 ",
                    "1979\u200B0822",
                    "1979/8/22",
                    "1979/08/22",
                    "１９７９／８／２２",
                    "1979-08-22",
                    "1979－8－22",
                    "1979ー8ー22",
                    "1979.8.22",
                    "1979年8月22日",
                    "１９７９年　８月　２２日",
                })
        void are_read_however_they_are_written(String typed) {
            assertThat(read(typed)).isEqualTo("1979-08-22");
        }

        @ParameterizedTest
        @CsvSource({"1979/1/11,1979-01-11", "1979/11/1,1979-11-01", "1979年1月11日,1979-01-11", "1979年11月1日,1979-11-01"})
        void keep_month_and_day_apart(String typed, String expected) {
            assertThat(read(typed)).isEqualTo(expected);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "1979111",
                    "1979 1 11",
                    "1979 11 1",
                    "197908221",
                    "79/8/22",
                    "1979/8",
                    "August 22",
                    "19790822x"
                })
        void are_refused_where_they_could_be_two_dates_or_none(String typed) {
            assertThat(read(typed)).isEqualTo("birth-date.shape");
        }

        @ParameterizedTest
        @ValueSource(strings = {"19790230", "1979/2/29", "19791301", "19790001", "19790100", "1979/4/31", "00000000"})
        void are_refused_where_the_calendar_has_no_such_day(String typed) {
            assertThat(read(typed)).isEqualTo("birth-date.no-such-date");
        }

        @ParameterizedTest
        @CsvSource({"20000229,2000-02-29", "19960229,1996-02-29"})
        void know_leap_days(String typed, String expected) {
            assertThat(read(typed)).isEqualTo(expected);
        }
    }

    @Nested
    class YearsOfAnEra {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "昭和54年8月22日",
                    "昭和５４年８月２２日",
                    "昭和54.8.22",
                    "㍼54年8月22日",
                    "㍼54.8.22",
                    "S54.8.22",
                    "s54.8.22",
                    "S.54.8.22",
                    "Ｓ５４．８．２２",
                    "S54/8/22",
                    "S54-08-22",
                    "S540822",
                    "昭和540822",
                })
        void are_read_however_they_are_written(String typed) {
            assertThat(read(typed)).isEqualTo("1979-08-22");
        }

        @ParameterizedTest
        @CsvSource({
            "明治45年7月29日, 1912-07-29",
            "M45.7.29,        1912-07-29",
            "㍾45年7月29日,   1912-07-29",
            "大正元年7月30日, 1912-07-30",
            "大正15年12月24日,1926-12-24",
            "T15.12.24,       1926-12-24",
            "㍽15年12月24日,  1926-12-24",
            "昭和元年12月25日,1926-12-25",
            "昭和1年12月25日, 1926-12-25",
            "昭和64年1月7日,  1989-01-07",
            "平成元年1月8日,  1989-01-08",
            "㍻元年1月8日,    1989-01-08",
            "H1.1.8,          1989-01-08",
            "平成31年4月30日, 2019-04-30",
            "令和元年5月1日,  2019-05-01",
            "㋿元年5月1日,    2019-05-01",
            "R元.5.1,         2019-05-01",
            "R010501,         2019-05-01",
            "令和8年4月1日,   2026-04-01",
        })
        void reach_from_the_first_day_to_the_last(String typed, String expected) {
            assertThat(read(typed)).isEqualTo(expected);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "明治45年7月30日",
                    "大正元年7月29日",
                    "大正15年12月25日",
                    "昭和元年12月24日",
                    "昭和64年1月8日",
                    "S64.1.8",
                    "S640108",
                    "昭和65年1月1日",
                    "昭和99年1月1日",
                    "平成元年1月7日",
                    "平成31年5月1日",
                    "令和元年4月30日",
                    "令和0年5月1日",
                    "昭和54年2月29日",
                })
        void are_refused_beyond_them(String typed) {
            assertThat(read(typed)).isEqualTo("birth-date.no-such-date");
        }

        @ParameterizedTest
        @ValueSource(strings = {"慶応3年1月1日", "X54.8.22", "昭和54年8月", "昭和年8月22日", "昭和100年1月1日", "S54822", "昭 54.8.22"})
        void are_refused_where_they_cannot_be_understood(String typed) {
            assertThat(read(typed)).isEqualTo("birth-date.shape");
        }
    }

    @Nested
    class Otherwise {

        @ParameterizedTest
        @NullSource
        @ValueSource(strings = {"", " ", "\u3000", "\u200B", "\t\r\n"})
        void nothing_typed_is_told_from_a_mistake(String typed) {
            assertThat(read(typed)).isEqualTo("birth-date.missing");
        }

        @ParameterizedTest
        @CsvSource({
            "20260401,2026-04-01",
            "20260402,birth-date.future",
            "令和8年4月2日,birth-date.future",
            "99991231,birth-date.future"
        })
        void the_future_begins_tomorrow(String typed, String expected) {
            assertThat(read(typed)).isEqualTo(expected);
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
}
