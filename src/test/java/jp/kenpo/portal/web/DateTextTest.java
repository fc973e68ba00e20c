package jp.kenpo.portal.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DateTextTest {

    @ParameterizedTest
    @CsvSource({
        "1980-12-01, 1980年（昭和55年）12月1日",
        "1989-01-07, 1989年（昭和64年）1月7日",
        "1989-01-08, 1989年（平成元年）1月8日",
        "2019-05-01, 2019年（令和元年）5月1日",
        "2020-01-01, 2020年（令和2年）1月1日",
        "2029-11-11, 2029年（令和11年）11月11日",
    })
    void names_the_year_of_the_era(LocalDate day, String text) {
        assertThat(DateText.japanese(day)).isEqualTo(text);
    }
}
