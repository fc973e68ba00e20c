package jp.kenpo.portal.terms;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.LocalDate;
import jp.kenpo.portal.web.Language;

/** One version of an insurer's terms of use, in both languages, as CommonMark. */
@Entity
@Table(name = "terms_version")
@SequenceGenerator(name = "terms_version", sequenceName = "id_sequence", allocationSize = 1)
public class TermsVersion {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "terms_version")
    private long id;

    private long insurerId;
    private int number;
    private LocalDate effectiveOn;
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
    protected TermsVersion() {}

    /**
     * A version.
     *
     * @param number counts from 1 within the insurer
     * @param effectiveOn the first day on which it holds
     */
    public TermsVersion(long insurerId, int number, LocalDate effectiveOn, String japanese, String english) {
        this.insurerId = insurerId;
        this.number = number;
        this.effectiveOn = effectiveOn;
        this.japanese = japanese;
        this.english = english;
        this.changesInJapanese = "";
        this.changesInEnglish = "";
    }

    /** Marks what changed as so important that members are asked again; one text a language. */
    public TermsVersion askAgain(String whatChanged, String whatChangedInEnglish) {
        material = true;
        changesInJapanese = whatChanged;
        changesInEnglish = whatChangedInEnglish;
        return this;
    }

    public int number() {
        return number;
    }

    public LocalDate effectiveOn() {
        return effectiveOn;
    }

    /** Whether whoever accepted a former version is asked again. */
    public boolean isMaterial() {
        return material;
    }

    /** The whole text. */
    public String text(Language language) {
        return language == Language.JA ? japanese : english;
    }

    /** What changed since the former version; empty where nothing is to be said. */
    public String changes(Language language) {
        return language == Language.JA ? changesInJapanese : changesInEnglish;
    }
}
