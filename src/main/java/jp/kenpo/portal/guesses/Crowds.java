package jp.kenpo.portal.guesses;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.logging.Logger;
import jp.kenpo.portal.audit.AuditEvent;
import jp.kenpo.portal.audit.AuditLog;
import jp.kenpo.portal.insurer.CrowdPolicy;
import jp.kenpo.portal.insurer.CurrentInsurer;
import jp.kenpo.portal.platform.Sha256;

/**
 * Counts failures whosever they are: by the address that they came from, and at the insurer as a whole.
 *
 * <p>An address with too many waits; an insurer with too many is an alarm and stops nobody. Counted once a try is
 * settled, in the transaction of its outcome, so that many who log in rightly at once are never taken for guessers.
 */
@ApplicationScoped
public class Crowds {

    private static final Logger LOG = Logger.getLogger(Crowds.class.getName());

    @PersistenceContext(unitName = "portal")
    EntityManager entities;

    @Inject
    AuditLog audit;

    @Inject
    Clock clock;

    /** How long this address has to wait before it may try again at the insurer; empty where it need not. */
    public Optional<Duration> waitOf(CurrentInsurer insurer, NetworkAddress address) {
        Instant now = clock.instant();
        List<?> rows = on(
                        "select since, tries, failures from guess_crowd where subject = ?1", subject(insurer, address))
                .getResultList();
        return rows.stream()
                .map(row -> (Object[]) row)
                .filter(row -> insurer.policy().crowds().isTooMany(number(row[2]), number(row[1])))
                .map(row -> Duration.between(now, StoredInstant.of(row[0]).plus(CrowdPolicy.WINDOW)))
                .filter(wait -> !wait.isNegative() && !wait.isZero())
                .findFirst();
    }

    /** Counts a try that was right. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void right(CurrentInsurer insurer, NetworkAddress address) {
        count(subject(insurer, address), 0);
    }

    /** Counts a try that failed. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void failed(CurrentInsurer insurer, NetworkAddress address) {
        count(subject(insurer, address), 1);
        String all = Long.toString(insurer.id());
        count(all, 1);
        Object failures =
                on("select failures from guess_crowd where subject = ?1", all).getSingleResult();
        if (number(failures) == insurer.policy().crowds().alarmFailures()) {
            LOG.warning("Guessing at insurer " + insurer.insurer().code() + ": " + failures
                    + " failures within a quarter of an hour");
            audit.record(AuditEvent.GUESSING_ALARM, insurer.id(), null, failures + " failures");
        }
    }

    /** A quarter of an hour after its first try, a count begins anew. */
    private void count(String subject, int failure) {
        Instant now = clock.instant();
        on(
                        "insert into guess_crowd (subject, since, tries, failures) values (?1, ?2, 0, 0)"
                                + " on conflict do nothing",
                        subject)
                .setParameter(2, now.atOffset(ZoneOffset.UTC))
                .executeUpdate();
        on(
                        "update guess_crowd set tries = case when since > ?2 then tries else 0 end + 1,"
                                + " failures = case when since > ?2 then failures else 0 end + ?3,"
                                + " since = case when since > ?2 then since else ?4 end where subject = ?1",
                        subject)
                .setParameter(2, now.minus(CrowdPolicy.WINDOW).atOffset(ZoneOffset.UTC))
                .setParameter(3, failure)
                .setParameter(4, now.atOffset(ZoneOffset.UTC))
                .executeUpdate();
    }

    private Query on(String sql, String subject) {
        return entities.createNativeQuery(sql).setParameter(1, Sha256.base64Url(subject));
    }

    private static String subject(CurrentInsurer insurer, NetworkAddress address) {
        return insurer.id() + " " + address.value();
    }

    private static int number(Object stored) {
        return ((Number) stored).intValue();
    }
}
