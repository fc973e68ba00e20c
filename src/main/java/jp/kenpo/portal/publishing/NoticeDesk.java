package jp.kenpo.portal.publishing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Optional;
import jp.kenpo.portal.audit.AuditEvent;
import jp.kenpo.portal.audit.AuditLog;
import jp.kenpo.portal.insurer.CurrentInsurer;
import jp.kenpo.portal.notices.NoticeDraft;
import jp.kenpo.portal.notices.NoticeDrafts;
import jp.kenpo.portal.notices.NoticeDrafts.Publishing;
import jp.kenpo.portal.platform.Refusal;
import jp.kenpo.portal.selfservice.Change;
import jp.kenpo.portal.signin.Action;
import jp.kenpo.portal.signin.Caller;
import jp.kenpo.portal.signin.FreshlyProved;

/** Managers tell members something, and take it back. */
@ApplicationScoped
public class NoticeDesk {

    @PersistenceContext(unitName = "portal")
    EntityManager entities;

    @Inject
    NoticeDrafts drafts;

    @Inject
    FreshlyProved proof;

    @Inject
    AuditLog audit;

    /**
     * Tells members what a manager saw as a draft.
     *
     * @param seen which saving of it
     */
    @Transactional
    public Change publish(CurrentInsurer insurer, Caller manager, long draft, long seen) {
        if (proof.lock(manager, Action.PUBLISH).isEmpty()) {
            return new Change.NotNow();
        }
        Publishing outcome = drafts.publish(insurer, draft, seen);
        if (outcome instanceof Publishing.Refused refused) {
            return new Change.Refused(refused.why());
        }
        record(
                AuditEvent.NOTICE_PUBLISHED,
                insurer,
                manager,
                ((Publishing.Done) outcome).notice().id());
        return new Change.Made();
    }

    /** Makes a draft again of what members were told, or were to be. */
    @Transactional
    public Change takeBack(CurrentInsurer insurer, Caller manager, long notice) {
        if (proof.lock(manager, Action.PUBLISH).isEmpty()) {
            return new Change.NotNow();
        }
        Optional<NoticeDraft> draft = drafts.takeBack(insurer.id(), manager.accountId(), notice);
        if (draft.isEmpty()) {
            return new Change.Refused(Refusal.of("notice.changed-meanwhile"));
        }
        record(AuditEvent.NOTICE_TAKEN_BACK, insurer, manager, notice);
        return new Change.Made();
    }

    /** Whether the insurer has a member of this 記号, whoever else is to be told nothing. */
    public boolean isSymbol(CurrentInsurer insurer, String symbol) {
        return !entities.createQuery(
                        "select m.id from InsuredPerson m where m.insurerId = :insurer and m.number.symbol = :symbol",
                        Long.class)
                .setParameter("insurer", insurer.id())
                .setParameter("symbol", symbol)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    private void record(AuditEvent event, CurrentInsurer insurer, Caller staff, long notice) {
        audit.record(event, insurer.id(), null, staff.deed(Optional.empty()).inShort() + "; notice " + notice);
    }
}
