package jp.kenpo.portal.audit;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One look at all seals of the record, from when it was asked for. */
@Entity
@Table(name = "audit_check")
@SequenceGenerator(name = "audit_check", sequenceName = "id_sequence", allocationSize = 1)
public class AuditCheck {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "audit_check")
    private long id;

    private Instant askedAt;
    private @Nullable Instant endedAt;
    private @Nullable String fault;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected AuditCheck() {}

    AuditCheck(Instant askedAt) {
        this.askedAt = askedAt;
    }

    long id() {
        return id;
    }

    /** Whether it is not over. */
    boolean isAwaited() {
        return endedAt == null;
    }

    /** When it was known; empty until then. */
    public Optional<Instant> endedAt() {
        return Optional.ofNullable(endedAt);
    }

    /** The first fault, in words for the insurer's administrator; empty where there is none, or none is known yet. */
    public Optional<String> fault() {
        return Optional.ofNullable(fault);
    }
}
