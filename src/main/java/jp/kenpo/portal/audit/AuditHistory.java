package jp.kenpo.portal.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Reads the record back for those whom it concerns. */
@ApplicationScoped
public class AuditHistory {

    @PersistenceContext(unitName = "portal")
    EntityManager entities;

    /** What happened once. @param address the IP address that it came from */
    public record Entry(Instant at, AuditEvent event, String address) {}

    /**
     * What happened to an account, the latest first.
     *
     * @param events of these kinds only
     * @param most so many at most
     */
    public List<Entry> of(long accountId, Set<AuditEvent> events, Instant since, int most) {
        return entities.createQuery(
                        "select e.at, e.event, e.address from AuditEntry e where e.accountId = :account"
                                + " and e.at >= :since and e.event in :events order by e.at desc, e.id desc",
                        Object[].class)
                .setParameter("account", accountId)
                .setParameter("since", since)
                .setParameter("events", events)
                .setMaxResults(most)
                .getResultStream()
                .map(row -> new Entry((Instant) row[0], (AuditEvent) row[1], (String) row[2]))
                .toList();
    }
}
