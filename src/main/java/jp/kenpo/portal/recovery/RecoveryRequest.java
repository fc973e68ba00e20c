package jp.kenpo.portal.recovery;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import jp.kenpo.portal.audit.AuditLog;
import jp.kenpo.portal.platform.SecretBox;
import jp.kenpo.portal.web.Language;

/** Somebody asked for help by mail; gone once it is answered, or found to be nobody's. */
@Entity
@Table(name = "recovery_request")
@SequenceGenerator(name = "recovery_request", sequenceName = "id_sequence", allocationSize = 1)
public class RecoveryRequest {

    /** The database may have been away; later nobody waits for the answer any more. */
    private static final int MOST_TRIES = 60;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "recovery_request")
    private long id;

    private long insurerId;
    private byte[] sealedWhat;

    @Enumerated(EnumType.STRING)
    private Language language;

    private String address;
    private String requestId;
    private Instant askedAt;
    private int tries;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected RecoveryRequest() {}

    RecoveryRequest(long insurerId, Language language, AuditLog.Source source, Instant now) {
        this.insurerId = insurerId;
        this.sealedWhat = new byte[0];
        this.language = language;
        this.address = source.address();
        this.requestId = source.requestId();
        this.askedAt = now;
    }

    /** Seals what was typed; to be called once the row has its number. */
    void seal(Forgotten what, SecretBox box) {
        sealedWhat = box.seal(what.text(), place());
    }

    Forgotten what(SecretBox box) {
        return Forgotten.parse(box.open(sealedWhat, place()));
    }

    private String place() {
        return "recovery_request.what." + id;
    }

    /** It could not be answered this time; whether it is to be tried again. */
    boolean failed() {
        tries++;
        return tries < MOST_TRIES;
    }

    long insurerId() {
        return insurerId;
    }

    Language language() {
        return language;
    }

    /** The request that it came with. */
    AuditLog.Source source() {
        return new AuditLog.Source(address, requestId);
    }
}
