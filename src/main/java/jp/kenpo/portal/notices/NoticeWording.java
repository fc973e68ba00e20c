package jp.kenpo.portal.notices;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.Optional;
import jp.kenpo.portal.web.CommonMarkText;
import jp.kenpo.portal.web.Language;
import org.jspecify.annotations.Nullable;

/** What a notice says, in both languages, and whom it is for. */
@Embeddable
public class NoticeWording {

    /** The portal has the first level of headings, the notice's title the second. */
    private static final int TOP = 3;

    private @Nullable String symbol;
    private boolean important;

    @Column(name = "title_ja")
    private String japaneseTitle;

    @Column(name = "title_en")
    private String englishTitle;

    @Column(name = "text_ja")
    private String japaneseText;

    @Column(name = "text_en")
    private String englishText;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected NoticeWording() {}

    /** A title, one line, and a text, CommonMark, in one language. */
    public record Words(String title, String text) {}

    private NoticeWording(Words japanese, Words english, boolean important, @Nullable String symbol) {
        this.japaneseTitle = japanese.title();
        this.japaneseText = japanese.text();
        this.englishTitle = english.title();
        this.englishText = english.text();
        this.important = important;
        this.symbol = symbol;
    }

    /** For all members of the insurer. */
    public static NoticeWording of(Words japanese, Words english) {
        return new NoticeWording(japanese, english, false, null);
    }

    /** The same, standing above those that are not important, however new they are. */
    public NoticeWording important() {
        return new NoticeWording(words(Language.JA), words(Language.EN), true, symbol);
    }

    /** The same, only for members of this 記号. */
    public NoticeWording onlyFor(String onlySymbol) {
        return new NoticeWording(words(Language.JA), words(Language.EN), important, onlySymbol);
    }

    /** The same for another row: JPA wants none shared. */
    NoticeWording copy() {
        return new NoticeWording(words(Language.JA), words(Language.EN), important, symbol);
    }

    /** The same for another row, in Japanese where there is no English: an insurer that has none may have it later. */
    NoticeWording forAllReaders() {
        Words japanese = words(Language.JA);
        Words english = words(Language.EN);
        return new NoticeWording(
                japanese,
                english.title().isBlank() || english.text().isBlank() ? japanese : english,
                important,
                symbol);
    }

    private Words words(Language language) {
        return new Words(title(language), text(language));
    }

    /** 記号 of those whom alone it is for; empty where it is for all. */
    public Optional<String> symbol() {
        return Optional.ofNullable(symbol);
    }

    public boolean isImportant() {
        return important;
    }

    /** The title, in one line. */
    public String title(Language language) {
        return language == Language.JA ? japaneseTitle : englishTitle;
    }

    /** The text, as CommonMark. */
    public String text(Language language) {
        return language == Language.JA ? japaneseText : englishText;
    }

    /** The text, made ready for a page. */
    public String html(Language language) {
        return CommonMarkText.of(text(language), TOP).html();
    }
}
