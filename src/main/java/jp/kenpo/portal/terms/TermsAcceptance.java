package jp.kenpo.portal.terms;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import jp.kenpo.portal.web.Language;

/** That a member accepted a version: which, in which language, the hash of the very text shown, and when. */
@Entity
@Table(name = "terms_acceptance")
@SequenceGenerator(name = "terms_acceptance", sequenceName = "id_sequence", allocationSize = 1)
public class TermsAcceptance {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "terms_acceptance")
    private long id;

    private long accountId;
    private int number;
    private String textSha256;
    private String language;
    private Instant acceptedAt;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected TermsAcceptance() {}

    TermsAcceptance(long accountId, TermsVersion version, Language language, Instant acceptedAt) {
        this.accountId = accountId;
        this.number = version.number();
        this.textSha256 = version.sha256(language);
        this.language = language.code();
        this.acceptedAt = acceptedAt;
    }

    public int number() {
        return number;
    }

    /** In which he read it. */
    public Language language() {
        return Language.of(language);
    }

    public Instant acceptedAt() {
        return acceptedAt;
    }
}
