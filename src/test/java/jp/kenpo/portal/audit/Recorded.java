package jp.kenpo.portal.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;

/** Reads the record back, which the portal itself only writes. */
@ApplicationScoped
public class Recorded {

    @PersistenceContext(unitName = "portal")
    EntityManager entities;

    /** What became of an account, oldest first. */
    public List<AuditEvent> of(long accountId) {
        return entities.createQuery(
                        "select e.event from AuditEntry e where e.accountId = :account order by e.id", AuditEvent.class)
                .setParameter("account", accountId)
                .getResultList();
    }

    /** Why things were refused to an account, oldest first. */
    public List<String> reasonsOf(long accountId) {
        return entities.createQuery(
                        "select e.detail from AuditEntry e where e.accountId = :account and e.detail <> '' order by e.id",
                        String.class)
                .setParameter("account", accountId)
                .getResultList();
    }

    /** What happened at an insurer to nobody who is known, oldest first. */
    public List<AuditEvent> ofNobodyAt(long insurerId) {
        return entities.createQuery(
                        "select e.event from AuditEntry e where e.insurerId = :insurer and e.accountId is null"
                                + " order by e.id",
                        AuditEvent.class)
                .setParameter("insurer", insurerId)
                .getResultList();
    }
}
