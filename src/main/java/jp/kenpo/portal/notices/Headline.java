package jp.kenpo.portal.notices;

import java.time.Instant;
import java.time.LocalDate;
import jp.kenpo.portal.platform.Clocks;
import jp.kenpo.portal.web.Language;

/**
 * A notice in a list.
 *
 * @param read whether the reader said that he has read it
 */
public record Headline(
        long id, String japaneseTitle, String englishTitle, boolean important, Instant shownFrom, boolean read) {

    /** The title, in one line. */
    public String title(Language language) {
        return language == Language.JA ? japaneseTitle : englishTitle;
    }

    /** The day on which it came out. */
    public LocalDate day() {
        return LocalDate.ofInstant(shownFrom, Clocks.JAPAN);
    }
}
