package jp.kenpo.portal.publishing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jp.kenpo.portal.account.UserId;
import jp.kenpo.portal.audit.AuditEvent;
import jp.kenpo.portal.audit.AuditLog;
import jp.kenpo.portal.insurer.CurrentInsurer;
import jp.kenpo.portal.member.MemberNumber;
import jp.kenpo.portal.platform.Refusal;
import jp.kenpo.portal.selfservice.Change;
import jp.kenpo.portal.signin.Action;
import jp.kenpo.portal.signin.Caller;
import jp.kenpo.portal.signin.FreshlyProved;
import jp.kenpo.portal.terms.TermsDrafts;
import jp.kenpo.portal.terms.TermsDrafts.Publishing;
import jp.kenpo.portal.terms.TermsVersion;

/** Managers have terms hold, take back those that do not hold yet, and see who accepted them. */
@ApplicationScoped
public class TermsDesk {

    @PersistenceContext(unitName = "portal")
    EntityManager entities;

    @Inject
    TermsDrafts drafts;

    @Inject
    FreshlyProved proof;

    @Inject
    AuditLog audit;

    /**
     * That somebody accepted a version.
     *
     * @param id grows with each
     * @param language its two letters
     * @param sha256 of the text that he read
     */
    public record Acceptance(long id, MemberNumber member, UserId userId, Instant at, String language, String sha256) {}

    /** Announces the draft that a manager saw; it holds from its day on. */
    @Transactional
    public Change publish(CurrentInsurer insurer, Caller manager, long draft) {
        if (proof.lock(manager, Action.PUBLISH).isEmpty()) {
            return new Change.NotNow();
        }
        Publishing outcome = drafts.publish(insurer, draft);
        if (outcome instanceof Publishing.Refused refused) {
            return new Change.Refused(refused.why());
        }
        TermsVersion version = ((Publishing.Done) outcome).version();
        record(
                AuditEvent.TERMS_PUBLISHED,
                insurer,
                manager,
                version.number(),
                ", from " + version.effectiveOn() + (version.isMaterial() ? ", asked again" : ""));
        return new Change.Made();
    }

    /** Makes a draft again of what was announced. */
    @Transactional
    public Change takeBack(CurrentInsurer insurer, Caller manager, long version) {
        if (proof.lock(manager, Action.PUBLISH).isEmpty()) {
            return new Change.NotNow();
        }
        if (!drafts.takeBack(insurer, manager.accountId(), version)) {
            return new Change.Refused(Refusal.of("terms.in-force"));
        }
        record(AuditEvent.TERMS_TAKEN_BACK, insurer, manager, version, "");
        return new Change.Made();
    }

    /** Notes that somebody takes away who accepted a version. */
    @Transactional
    public void noteExport(CurrentInsurer insurer, Caller staff, int version) {
        record(AuditEvent.TERMS_ACCEPTANCES_TAKEN, insurer, staff, version, "");
    }

    /** Who accepted a version, in the order in which they did. @param after the last one of those before; 0 at first */
    public List<Acceptance> acceptances(CurrentInsurer insurer, int version, long after, int most) {
        return entities.createQuery(
                        "select t.id, m.number, a.userId, t.acceptedAt, t.language, t.textSha256"
                                + " from TermsAcceptance t join Account a on a.id = t.accountId"
                                + " join InsuredPerson m on m.id = a.memberId"
                                + " where a.insurerId = :insurer and t.number = :version and t.id > :after order by t.id",
                        Object[].class)
                .setParameter("insurer", insurer.id())
                .setParameter("version", version)
                .setParameter("after", after)
                .setMaxResults(most)
                .getResultStream()
                .map(row -> new Acceptance(
                        (long) row[0],
                        (MemberNumber) row[1],
                        new UserId((String) row[2]),
                        (Instant) row[3],
                        (String) row[4],
                        (String) row[5]))
                .toList();
    }

    private void record(AuditEvent event, CurrentInsurer insurer, Caller staff, long version, String more) {
        audit.record(event, insurer.id(), null, staff.deed(Optional.empty()).inShort() + "; version " + version + more);
    }
}
