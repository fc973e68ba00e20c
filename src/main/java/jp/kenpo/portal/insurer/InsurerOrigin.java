package jp.kenpo.portal.insurer;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.net.URI;

/**
 * A place on the web at which an insurer is reached (RFC 6454).
 *
 * <p>One origin of an insurer is canonical: its pages are there, the others redirect to it.
 */
@Entity
@Table(name = "insurer_origin")
@SequenceGenerator(name = "insurer_origin", sequenceName = "id_sequence", allocationSize = 1)
public class InsurerOrigin {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "insurer_origin")
    private long id;

    private long insurerId;
    private String scheme;
    private String authority;

    @Column(name = "rp_id")
    private String relyingPartyId;

    private boolean canonical;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected InsurerOrigin() {}

    /**
     * An origin.
     *
     * @param authority host in lower case, with the port unless it is the scheme's own
     * @param relyingPartyId the WebAuthn relying party's domain: the host or a parent of it
     */
    public InsurerOrigin(long insurerId, String scheme, String authority, String relyingPartyId, boolean canonical) {
        this.insurerId = insurerId;
        this.scheme = scheme;
        this.authority = authority;
        this.relyingPartyId = relyingPartyId;
        this.canonical = canonical;
    }

    public long insurerId() {
        return insurerId;
    }

    /** Scheme and authority, without a path. */
    public URI uri() {
        return URI.create(scheme + "://" + authority);
    }

    public String relyingPartyId() {
        return relyingPartyId;
    }

    public boolean isCanonical() {
        return canonical;
    }
}
