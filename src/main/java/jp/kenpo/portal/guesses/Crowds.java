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
import jp.kenpo.portal.platform.StoredInstant;

/**
 * Counts failures whosever they are: by the address that they came from, and at the insurer as a whole.
 *
 * <p>An address with too many waits; an insurer with too many is an alarm and stops nobody. Counted once a try is
 * settled, in the transaction of its outcome, so that many who log in rightly at once are never taken for guessers.
 * Refusals of an address that waits are not recorded one by one, or whoever is held off could fill the record.
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

    /** What was counted since the first try of the last quarter of an hour. */
    private record Count(Instant since, int tries, int failures) {

        static Count of(Object[] row) {
            return new Count(StoredInstant.of(row[0]), ((Number) row[1]).intValue(), ((Number) row[2]).intValue());
        }

        boolean isTooMany(CrowdPolicy policy) {
            return policy.isTooMany(failures, tries);
        }

        /** As it was before the failure that was counted last. */
        Count before() {
            return new Count(since, tries - 1, failures - 1);
        }
    }

    /** How long this address has to wait before it may try again at the insurer; empty where it need not. */
    public Optional<Duration> waitOf(CurrentInsurer insurer, NetworkAddress address) {
        return waitOf(insurer, subject(insurer, address));
    }

    private Optional<Duration> waitOf(CurrentInsurer insurer, String subject) {
        Instant now = clock.instant();
        return find(subject)
                .filter(count -> count.isTooMany(insurer.policy().crowds()))
                .map(count -> Duration.between(now, count.since().plus(CrowdPolicy.WINDOW)))
                .filter(wait -> !wait.isNegative() && !wait.isZero());
    }

    /**
     * Counts a try that was right, of each account once: else whoever has one could log in with it between any two
     * guesses, and his address would never look like a guesser's.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void right(CurrentInsurer insurer, NetworkAddress address, long accountId) {
        String own = subject(insurer, address) + " " + accountId;
        if (begin(own) || beginAnew(own)) {
            count(subject(insurer, address), 0);
        }
    }

    /** Counts a try that failed; the one that makes its address wait, or is an alarm, is recorded. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void failed(CurrentInsurer insurer, NetworkAddress address) {
        CrowdPolicy policy = insurer.policy().crowds();
        String all = Long.toString(insurer.id());
        count(subject(insurer, address), 1);
        count(all, 1);
        recordWhereItIsHeldOff(insurer, subject(insurer, address), " failures");
        find(all).filter(count -> count.failures() == policy.alarmFailures()).ifPresent(count -> {
            LOG.warning("Guessing at insurer " + insurer.insurer().code() + ": " + count.failures()
                    + " failures within a quarter of an hour");
            audit.record(AuditEvent.GUESSING_ALARM, insurer.id(), null, count.failures() + " failures");
        });
    }

    /** How long this address has to wait before it may ask for recovery mail again; empty where it need not. */
    public Optional<Duration> waitToAsk(CurrentInsurer insurer, NetworkAddress address) {
        return waitOf(insurer, asking(insurer, address));
    }

    /**
     * Counts that recovery mail is asked for. Right or wrong, each counts alike: what was right must not show, not even
     * in when the address has to wait.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void asked(CurrentInsurer insurer, NetworkAddress address) {
        count(asking(insurer, address), 1);
        recordWhereItIsHeldOff(insurer, asking(insurer, address), " requests");
    }

    /** Records it once: what it tries meanwhile is not, or it could fill the record. */
    private void recordWhereItIsHeldOff(CurrentInsurer insurer, String subject, String what) {
        CrowdPolicy policy = insurer.policy().crowds();
        find(subject)
                .filter(count -> count.isTooMany(policy) && !count.before().isTooMany(policy))
                .ifPresent(count ->
                        audit.record(AuditEvent.ADDRESS_HELD_OFF, insurer.id(), null, count.failures() + what));
    }

    private Optional<Count> find(String subject) {
        List<?> rows = on("select since, tries, failures from guess_crowd where subject = ?1", subject)
                .getResultList();
        return rows.stream().map(row -> Count.of((Object[]) row)).findFirst();
    }

    /** A quarter of an hour after its first try, a count begins anew. */
    private void count(String subject, int failure) {
        // The row may be swept away between the two.
        while (!add(subject, failure)) {
            begin(subject);
        }
    }

    /** Whether it had not begun yet. */
    private boolean begin(String subject) {
        return on(
                                "insert into guess_crowd (subject, since, tries, failures) values (?1, ?2, 0, 0)"
                                        + " on conflict do nothing",
                                subject)
                        .setParameter(2, clock.instant().atOffset(ZoneOffset.UTC))
                        .executeUpdate()
                == 1;
    }

    /** Whether its last quarter of an hour was over. */
    private boolean beginAnew(String subject) {
        Instant now = clock.instant();
        return on("update guess_crowd set since = ?3 where subject = ?1 and since <= ?2", subject)
                        .setParameter(2, now.minus(CrowdPolicy.WINDOW).atOffset(ZoneOffset.UTC))
                        .setParameter(3, now.atOffset(ZoneOffset.UTC))
                        .executeUpdate()
                == 1;
    }

    private boolean add(String subject, int failure) {
        Instant now = clock.instant();
        return on(
                                "update guess_crowd set tries = case when since > ?2 then tries else 0 end + 1,"
                                        + " failures = case when since > ?2 then failures else 0 end + ?3,"
                                        + " since = case when since > ?2 then since else ?4 end where subject = ?1",
                                subject)
                        .setParameter(2, now.minus(CrowdPolicy.WINDOW).atOffset(ZoneOffset.UTC))
                        .setParameter(3, failure)
                        .setParameter(4, now.atOffset(ZoneOffset.UTC))
                        .executeUpdate()
                == 1;
    }

    private Query on(String sql, String subject) {
        return entities.createNativeQuery(sql).setParameter(1, Sha256.base64Url(subject));
    }

    private static String subject(CurrentInsurer insurer, NetworkAddress address) {
        return insurer.id() + " " + address.value();
    }

    private static String asking(CurrentInsurer insurer, NetworkAddress address) {
        return subject(insurer, address) + " recovery";
    }
}
