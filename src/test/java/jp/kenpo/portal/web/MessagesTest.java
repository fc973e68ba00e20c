package jp.kenpo.portal.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.MissingResourceException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reads {@code probe_ja} and {@code probe_en} of the test resources, as if they were a part of the portal. */
class MessagesTest {

    @ParameterizedTest
    @CsvSource({"JA,表題", "EN,Title"})
    void a_text_is_in_the_language_asked_for(Language language, String expected) {
        assertThat(Messages.text(language, "probe_page.title")).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"JA|8文字から13文字で、!は使えません。", "EN|Don't use !, but 8 to 13 characters."})
    void what_it_names_is_put_in_its_places(Language language, String expected) {
        String text = Messages.text(language, "probe.places", 8, 13, "!");

        assertThat(text).isEqualTo(expected);
    }

    @Test
    void what_a_member_typed_is_never_read_as_a_place() {
        assertThat(Messages.text(Language.EN, "probe.one", "{0} {1} '{'")).isEqualTo("Not {0} {1} '{'.");
    }

    @Test
    void large_numbers_are_not_grouped() {
        assertThat(Messages.text(Language.EN, "probe.one", 12345)).isEqualTo("Not 12345.");
    }

    @Test
    void an_english_text_that_lacks_is_not_shown_in_japanese() {
        assertThat(Messages.has(Language.JA, "probe.japanese-only")).isTrue();
        assertThat(Messages.has(Language.EN, "probe.japanese-only")).isFalse();
        assertThatThrownBy(() -> Messages.text(Language.EN, "probe.japanese-only"))
                .isInstanceOf(MissingResourceException.class);
    }
}
