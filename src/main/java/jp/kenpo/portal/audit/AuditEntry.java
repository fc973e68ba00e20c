package jp.kenpo.portal.audit;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One line of the record; written once, never changed. */
@Entity
@Table(name = "audit_entry")
@SequenceGenerator(name = "audit_entry", sequenceName = "id_sequence", allocationSize = 1)
public class AuditEntry {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "audit_entry")
    private long id;

    private Instant at;
    private long insurerId;
    private @Nullable Long accountId;

    @Enumerated(EnumType.STRING)
    private AuditEvent event;

    private String address;
    private String requestId;
    private String detail;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected AuditEntry() {}

    AuditEntry(
            Instant at,
            long insurerId,
            @Nullable Long accountId,
            AuditEvent event,
            String address,
            String requestId,
            String detail) {
        this.at = at;
        this.insurerId = insurerId;
        this.accountId = accountId;
        this.event = event;
        this.address = address;
        this.requestId = requestId;
        this.detail = detail;
    }
}
