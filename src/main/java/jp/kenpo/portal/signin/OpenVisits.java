package jp.kenpo.portal.signin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import jp.kenpo.portal.insurer.InsurerPolicy;

/** Knows on which devices a member is signed in. */
@ApplicationScoped
public class OpenVisits {

    @PersistenceContext(unitName = "portal")
    EntityManager entities;

    @Inject
    Clock clock;

    /** The caller's visits that go on, by one query; the one used last first. */
    public List<OpenVisit> of(Caller caller, InsurerPolicy policy) {
        Instant now = clock.instant();
        return entities.createQuery(
                        "select s from SignInSession s where s.accountId = :account and s.epoch = :epoch"
                                + " and s.lastUseAt > :used order by s.lastUseAt desc, s.id desc",
                        SignInSession.class)
                .setParameter("account", caller.accountId())
                .setParameter("epoch", caller.account().epoch())
                .setParameter("used", now.minus(policy.idleLimit()))
                .getResultStream()
                .filter(session -> now.isBefore(session.endsAt(policy)))
                .filter(session -> !(step(session, caller, now) instanceof SignInStep.NeedsPassword))
                .map(session -> new OpenVisit(
                        session.id(),
                        session.device(),
                        session.startedAt(),
                        session.lastUseAt(),
                        step(session, caller, now) instanceof SignInStep.Complete,
                        session.id() == caller.sessionId()))
                .toList();
    }

    /** All of them are of one account, so what is known of it holds for each; only the proofs are its own. */
    private static SignInStep step(SignInSession session, Caller caller, Instant now) {
        return SignInPolicy.nextStep(caller.facts(), session.evidence(), now);
    }
}
