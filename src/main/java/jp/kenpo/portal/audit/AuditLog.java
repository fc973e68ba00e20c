package jp.kenpo.portal.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import jp.kenpo.portal.web.RequestTrace;
import org.jspecify.annotations.Nullable;

/** Writes the record; each entry belongs to the transaction of what it tells of. */
@ApplicationScoped
public class AuditLog {

    @PersistenceContext(unitName = "portal")
    EntityManager entities;

    @Inject
    Clock clock;

    @Inject
    RequestTrace request;

    /** Which request something came with. @param address the IP address that it came from */
    public record Source(String address, String requestId) {}

    /** Records what became of somebody's own account. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void record(AuditEvent event, long insurerId, long accountId) {
        record(event, insurerId, accountId, "");
    }

    /**
     * Records an event.
     *
     * @param accountId whom it concerns; null where nobody was recognised
     * @param detail what else there is to know, in a few words without personal data
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void record(AuditEvent event, long insurerId, @Nullable Long accountId, String detail) {
        record(event, insurerId, accountId, detail, new Source(request.address(), request.id()));
    }

    /** Records what became, beside all requests, of something that a former one had asked for. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void record(AuditEvent event, long insurerId, @Nullable Long accountId, String detail, Source source) {
        entities.persist(new AuditEntry(
                clock.instant(), insurerId, accountId, event, source.address(), source.requestId(), detail));
    }
}
