package jp.kenpo.portal.terms;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.LocalDate;
import jp.kenpo.portal.platform.Sha256;
import jp.kenpo.portal.web.CommonMarkText;
import jp.kenpo.portal.web.Language;

/** One version of an insurer's terms of use, as it was published: it is never changed any more. */
@Entity
@Table(name = "terms_version")
@SequenceGenerator(name = "terms_version", sequenceName = "id_sequence", allocationSize = 1)
public class TermsVersion {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "terms_version")
    private long id;

    private long insurerId;
    private int number;

    @Embedded
    private TermsWording wording;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected TermsVersion() {}

    /**
     * A version.
     *
     * @param number counts from 1 within the insurer
     * @param wording with its day
     */
    public TermsVersion(long insurerId, int number, TermsWording wording) {
        this.insurerId = insurerId;
        this.number = number;
        this.wording = wording;
    }

    public int number() {
        return number;
    }

    public TermsWording wording() {
        return wording;
    }

    /** The first day on which it holds. */
    public LocalDate effectiveOn() {
        return wording.effectiveOn().orElseThrow();
    }

    /** Whether whoever accepted a former version is asked again. */
    public boolean isMaterial() {
        return wording.isMaterial();
    }

    /** The whole text, as CommonMark. */
    public String text(Language language) {
        return wording.text(language);
    }

    /** The whole text, made ready for a page, with its table of contents. */
    public CommonMarkText document(Language language) {
        return wording.document(language);
    }

    /** What changed since the former version; empty where nothing is to be said. */
    public String changes(Language language) {
        return wording.changes(language);
    }

    /** SHA-256 of the text, in hexadecimal digits: what is noted of whoever accepts it in that language. */
    public String sha256(Language language) {
        return Sha256.hex(text(language));
    }
}
