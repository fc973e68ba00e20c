package jp.kenpo.portal.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the record back for those whom it concerns. */
@ApplicationScoped
public class AuditHistory {

    @PersistenceContext(unitName = "portal")
    EntityManager entities;

    /** What happened once. @param address the IP address that it came from @param detail what else was recorded of it */
    public record Entry(Instant at, AuditEvent event, String address, String detail) {}

    /** The request with which something happened. @param detail what else was recorded of it */
    public record Request(String requestId, String detail) {}

    /**
     * One thing that a request brought about.
     *
     * @param accountId whom it concerned; empty where nobody was recognised
     */
    public record Step(Instant at, AuditEvent event, Optional<Long> accountId, String detail) {}

    /** What an insurer's request with this number brought about, then and later, the first thing first. */
    public List<Step> ofRequest(long insurerId, String requestId) {
        return entities.createQuery(
                        "select e.at, e.event, e.accountId, e.detail from AuditEntry e where e.requestId = :request"
                                + " and e.insurerId = :insurer order by e.at, e.id",
                        Object[].class)
                .setParameter("request", requestId)
                .setParameter("insurer", insurerId)
                .getResultStream()
                .map(row -> new Step(
                        (Instant) row[0], (AuditEvent) row[1], Optional.ofNullable((Long) row[2]), (String) row[3]))
                .toList();
    }

    /** When something last happened to an account since then. */
    public Optional<Request> latest(long accountId, AuditEvent event, Instant since) {
        return entities.createQuery(
                        "select e.requestId, e.detail from AuditEntry e where e.accountId = :account"
                                + " and e.at > :since and e.event = :event order by e.at desc, e.id desc",
                        Object[].class)
                .setParameter("account", accountId)
                .setParameter("since", since)
                .setParameter("event", event)
                .setMaxResults(1)
                .getResultStream()
                .map(row -> new Request((String) row[0], (String) row[1]))
                .findFirst();
    }

    /**
     * What happened to an account, the latest first.
     *
     * @param events of these kinds only
     * @param most so many at most
     */
    public List<Entry> of(long accountId, Set<AuditEvent> events, Instant since, int most) {
        return entities.createQuery(
                        "select e.at, e.event, e.address, e.detail from AuditEntry e where e.accountId = :account"
                                + " and e.at >= :since and e.event in :events order by e.at desc, e.id desc",
                        Object[].class)
                .setParameter("account", accountId)
                .setParameter("since", since)
                .setParameter("events", events)
                .setMaxResults(most)
                .getResultStream()
                .map(row -> new Entry((Instant) row[0], (AuditEvent) row[1], (String) row[2], (String) row[3]))
                .toList();
    }
}
