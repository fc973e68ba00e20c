package jp.kenpo.portal.terms;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import java.util.Optional;
import jp.kenpo.portal.web.CommonMarkText;
import jp.kenpo.portal.web.Language;
import org.jspecify.annotations.Nullable;

/** What a version says, in both languages, as CommonMark, and from when on it is to hold. */
@Embeddable
public class TermsWording {

    /** The first level of headings is the title of the page that shows it. */
    private static final int TOP = 2;

    private @Nullable LocalDate effectiveOn;
    private boolean material;

    @Column(name = "text_ja")
    private String japanese;

    @Column(name = "text_en")
    private String english;

    @Column(name = "changes_ja")
    private String changesInJapanese;

    @Column(name = "changes_en")
    private String changesInEnglish;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected TermsWording() {}

    /**
     * Something said twice.
     *
     * @param japanese what those read who chose Japanese
     */
    public record Twice(String japanese, String english) {

        /** Nothing. */
        public static final Twice EMPTY = new Twice("", "");

        String in(Language language) {
            return language == Language.JA ? japanese : english;
        }
    }

    private TermsWording(@Nullable LocalDate effectiveOn, Twice text, boolean material, Twice changes) {
        this.effectiveOn = effectiveOn;
        this.japanese = text.japanese();
        this.english = text.english();
        this.material = material;
        this.changesInJapanese = changes.japanese();
        this.changesInEnglish = changes.english();
    }

    /**
     * A wording.
     *
     * @param effectiveOn the first day on which it holds; empty where nobody has said yet
     */
    public static TermsWording of(Optional<LocalDate> effectiveOn, Twice text) {
        return new TermsWording(effectiveOn.orElse(null), text, false, Twice.EMPTY);
    }

    /** The same, of which members are told what changed since the former version. */
    public TermsWording telling(Twice changes) {
        return new TermsWording(effectiveOn, new Twice(japanese, english), material, changes);
    }

    /** The same, for which whoever accepted a former version is asked again. */
    public TermsWording askedAgain() {
        return new TermsWording(
                effectiveOn, new Twice(japanese, english), true, new Twice(changesInJapanese, changesInEnglish));
    }

    /** The same without its English: it says what is so no more. */
    TermsWording withoutEnglish() {
        return new TermsWording(effectiveOn, new Twice(japanese, ""), material, new Twice(changesInJapanese, ""));
    }

    /** The same for another row: JPA wants none shared. */
    TermsWording copy() {
        return new TermsWording(
                effectiveOn, new Twice(japanese, english), material, new Twice(changesInJapanese, changesInEnglish));
    }

    /** Empty in drafts only. */
    public Optional<LocalDate> effectiveOn() {
        return Optional.ofNullable(effectiveOn);
    }

    /** Whether whoever accepted a former version is asked again. */
    public boolean isMaterial() {
        return material;
    }

    /** The whole text. */
    public String text(Language language) {
        return new Twice(japanese, english).in(language);
    }

    /** The whole text, made ready for a page, with its table of contents. */
    public CommonMarkText document(Language language) {
        return CommonMarkText.of(text(language), TOP);
    }

    /** What changed since the former version; empty where nothing is to be said. */
    public String changes(Language language) {
        return new Twice(changesInJapanese, changesInEnglish).in(language);
    }
}
