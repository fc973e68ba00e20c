package jp.kenpo.portal.administration;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvAnswerTest {

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-hanako", "@hanako", "\t=1", "\r=1"})
    @Tag("ASVS-1.2.10")
    void a_cell_that_begins_like_a_formula_is_text(String cell) {
        assertThat(CsvAnswer.plain(cell)).isEqualTo("'" + cell);
    }

    @Test
    void any_other_cell_stays_as_it_is() {
        assertThat(CsvAnswer.plain("hanako-=+@")).isEqualTo("hanako-=+@");
        assertThat(CsvAnswer.plain("")).isEmpty();
    }
}
