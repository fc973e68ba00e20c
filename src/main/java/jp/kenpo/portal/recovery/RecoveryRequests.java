package jp.kenpo.portal.recovery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import jp.kenpo.portal.audit.AuditEvent;
import jp.kenpo.portal.audit.AuditLog;
import jp.kenpo.portal.guesses.Budget;
import jp.kenpo.portal.guesses.Crowds;
import jp.kenpo.portal.guesses.GuessBudgets;
import jp.kenpo.portal.guesses.GuessBudgets.Try;
import jp.kenpo.portal.guesses.NetworkAddress;
import jp.kenpo.portal.insurer.CurrentInsurer;
import jp.kenpo.portal.platform.Refusal;
import jp.kenpo.portal.platform.SecretBox;
import jp.kenpo.portal.web.Language;

/**
 * Takes what members ask for who forgot something, and finds what is to be answered.
 *
 * <p>To take it is all that the page waits for: the same statements for everybody, whether or not there is such an
 * account (ASVS 6.3.8).
 */
@ApplicationScoped
public class RecoveryRequests {

    private static final int AT_A_TIME = 50;

    @PersistenceContext(unitName = "portal")
    EntityManager entities;

    @Inject
    GuessBudgets budgets;

    @Inject
    Crowds crowds;

    @Inject
    AuditLog audit;

    @Inject
    SecretBox secretBox;

    @Inject
    Clock clock;

    /**
     * Takes a request, or says how long the next has to be waited for.
     *
     * @param source the address and number of the request that it comes with
     */
    @Transactional
    public Optional<Refusal> take(CurrentInsurer insurer, Forgotten what, Language language, AuditLog.Source source) {
        NetworkAddress address = NetworkAddress.of(source.address());
        Optional<Duration> crowded = crowds.waitToAsk(insurer, address);
        if (crowded.isPresent()) {
            return Optional.of(Refusal.of("recovery.address-wait", crowded.get()));
        }
        Try attempt = budgets.reserveHere(
                Budget.ofRecovery(insurer.id(), what.counted()),
                insurer.policy().guesses());
        crowds.asked(insurer, address);
        if (attempt instanceof Try.Refused refused) {
            audit.record(AuditEvent.RECOVERY_REFUSED, insurer.id(), null, "");
            return Optional.of(refused.why("recovery.wait", "recovery.wait"));
        }
        RecoveryRequest request = new RecoveryRequest(insurer.id(), language, source, clock.instant());
        entities.persist(request);
        request.seal(what, secretBox);
        audit.record(AuditEvent.RECOVERY_ASKED, insurer.id(), null, "");
        return Optional.empty();
    }

    /** Some that are not answered yet, the oldest first; those that could not be answered come last. */
    @Transactional
    List<Long> waiting() {
        return entities.createQuery("select r.id from RecoveryRequest r order by r.tries, r.id", Long.class)
                .setMaxResults(AT_A_TIME)
                .getResultList();
    }

    /** One of them, to be answered and deleted; empty where somebody else does so, or did. */
    @Transactional(Transactional.TxType.MANDATORY)
    Optional<RecoveryRequest> claim(long id) {
        return entities
                .createNativeQuery("select id from recovery_request where id = ?1 for update skip locked")
                .setParameter(1, id)
                .getResultList()
                .stream()
                .findFirst()
                .map(held -> entities.find(RecoveryRequest.class, id));
    }

    /** Deletes it with the transaction of its answer. */
    @Transactional(Transactional.TxType.MANDATORY)
    void done(RecoveryRequest request) {
        entities.remove(request);
    }
}
