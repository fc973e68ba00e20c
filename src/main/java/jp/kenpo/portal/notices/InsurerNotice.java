package jp.kenpo.portal.notices;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import jp.kenpo.portal.web.Language;
import org.jspecify.annotations.Nullable;

/** Something that an insurer tells its members, in both languages, from one instant until another. */
@Entity
@Table(name = "notice")
@SequenceGenerator(name = "notice", sequenceName = "id_sequence", allocationSize = 1)
public class InsurerNotice {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "notice")
    private long id;

    private long insurerId;
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

    private Instant shownFrom;
    private @Nullable Instant shownUntil;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected InsurerNotice() {}

    /** A title, one line, and a text, CommonMark, in one language. */
    public record Words(String title, String text) {}

    /** A notice for all members of the insurer, from then on. */
    public InsurerNotice(long insurerId, Words japanese, Words english, Instant shownFrom) {
        this.insurerId = insurerId;
        this.japaneseTitle = japanese.title();
        this.japaneseText = japanese.text();
        this.englishTitle = english.title();
        this.englishText = english.text();
        this.shownFrom = shownFrom;
    }

    /** Stands above those that are not, however new they are. */
    public InsurerNotice important() {
        important = true;
        return this;
    }

    /** From this instant on nobody is shown it any more. */
    public InsurerNotice until(Instant end) {
        shownUntil = end;
        return this;
    }

    /** Only for members of this 記号. */
    public InsurerNotice onlyFor(String onlySymbol) {
        symbol = onlySymbol;
        return this;
    }

    public long id() {
        return id;
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

    public Instant shownFrom() {
        return shownFrom;
    }
}
