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
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jp.kenpo.portal.insurer.GuessPolicy;
import jp.kenpo.portal.platform.Refusal;
import jp.kenpo.portal.platform.Sha256;
import jp.kenpo.portal.platform.StoredInstant;

/**
 * Counts failures in a row, so that nothing secret can be guessed.
 *
 * <p>A try is counted before it is verified, in a transaction of its own: two hundred at once count as two
 * hundred. Success wipes the count.
 */
@ApplicationScoped
public class GuessBudgets {

    @PersistenceContext(unitName = "portal")
    EntityManager entities;

    @Inject
    Clock clock;

    /** Whether a try may be made. */
    public sealed interface Try {
        /**
         * It may, and was counted as if it failed.
         *
         * @param budget where it was counted
         * @param failures in a row, this one among them
         * @param left free tries after this one
         * @param thenWait how long the next one has to wait if this one fails; zero: not at all
         */
        record Granted(Budget budget, int failures, int left, Duration thenWait) implements Try {}

        /** It may not be made, and was not counted. */
        sealed interface Refused extends Try {
            /** Says so: with the time to wait, or that there is no use in waiting. */
            default Refusal why(String wait, String usedUp) {
                return this instanceof TooSoon tooSoon ? Refusal.of(wait, tooSoon.remaining()) : Refusal.of(usedUp);
            }
        }

        /** It may not be made before this time has gone by. */
        record TooSoon(Duration remaining) implements Refused {}

        /** It may not be made any more, until the owner signs in otherwise. */
        record UsedUp() implements Refused {}
    }

    /** Asks for a try and counts it, whatever becomes of the caller's transaction, which must have done nothing yet. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public Try reserve(Budget budget, GuessPolicy policy) {
        return count(budget, policy);
    }

    /** Asks for what is no guess, and counts it with what the caller does. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Try reserveHere(Budget budget, GuessPolicy policy) {
        return count(budget, policy);
    }

    private Try count(Budget budget, GuessPolicy policy) {
        Object[] row = held(budget);
        // Not before the row is held: somebody else may have had it meanwhile.
        Instant now = clock.instant();
        int failures = ((Number) row[0]).intValue();
        Instant waitUntil = StoredInstant.of(row[1]);
        boolean usedUp = budget.ends() && failures >= policy.mostFailures();
        if (usedUp || now.isBefore(waitUntil)) {
            // Nothing new, but the database is asked as often as for a try that is granted.
            write(budget, failures, waitUntil);
            return usedUp ? new Try.UsedUp() : new Try.TooSoon(Duration.between(now, waitUntil));
        }
        int counted = failures + 1;
        Duration wait = policy.waitAfter(counted);
        write(budget, counted, wait.isZero() ? Instant.EPOCH : now.plus(wait));
        return new Try.Granted(budget, counted, policy.triesLeftAfter(counted), wait);
    }

    /**
     * The budget's row, which is there and nobody else's. It is made first even where it is there: else a user ID with
     * which somebody logs in would cost less than one that nobody has.
     */
    private Object[] held(Budget budget) {
        List<?> rows;
        // It may be swept away between the two.
        do {
            on("insert into guess_budget (kind, subject, failures) values (?1, ?2, 0) on conflict do nothing", budget)
                    .executeUpdate();
            rows = on(
                            "select failures, wait_until from guess_budget where kind = ?1 and subject = ?2 for update",
                            budget)
                    .getResultList();
        } while (rows.isEmpty());
        return (Object[]) rows.get(0);
    }

    private void write(Budget budget, int failures, Instant waitUntil) {
        on(
                        "update guess_budget set failures = ?3, wait_until = ?4, tried_at = ?5 where kind = ?1 and subject = ?2",
                        budget)
                .setParameter(3, failures)
                .setParameter(4, waitUntil.atOffset(ZoneOffset.UTC))
                .setParameter(5, clock.instant().atOffset(ZoneOffset.UTC))
                .executeUpdate();
    }

    /** Takes a granted try back: it turned out to be no guess. The wait goes unless a later try brought it. */
    @Transactional
    public void giveBack(Try.Granted attempt) {
        on(
                        "update guess_budget set failures = greatest(failures - 1, 0),"
                                + " wait_until = case when failures = ?3 then null else wait_until end"
                                + " where kind = ?1 and subject = ?2",
                        attempt.budget())
                .setParameter(3, attempt.failures())
                .executeUpdate();
    }

    /**
     * Wipes the count: the try was right.
     *
     * <p>The row stays, since whoever reserves at the same moment has just made sure that it is there.
     */
    @Transactional
    public void clear(Budget budget) {
        on("update guess_budget set failures = 0, wait_until = null where kind = ?1 and subject = ?2", budget)
                .executeUpdate();
    }

    /** Wipes several counts of the same owner, in one statement. */
    @Transactional
    public void clear(List<Budget> budgets) {
        String each = IntStream.range(0, budgets.size())
                .mapToObj(place -> "kind = ?" + (2 * place + 1) + " and subject = ?" + (2 * place + 2))
                .collect(Collectors.joining(" or "));
        Query update =
                entities.createNativeQuery("update guess_budget set failures = 0, wait_until = null where " + each);
        for (int place = 0; place < budgets.size(); place++) {
            update.setParameter(2 * place + 1, budgets.get(place).kind().name());
            update.setParameter(2 * place + 2, stored(budgets.get(place)));
        }
        update.executeUpdate();
    }

    /** Whether a try of any of several of the same owner would be refused now. */
    public boolean isAnyRefused(List<Budget> budgets, GuessPolicy policy) {
        List<String> kinds =
                budgets.stream().map(budget -> budget.kind().name()).distinct().toList();
        List<String> subjects =
                budgets.stream().map(GuessBudgets::stored).distinct().toList();
        // Each kind with each subject, as the index has them; who is one's owner is the others' too.
        Query query = entities.createNativeQuery(
                "select failures, wait_until, subject from guess_budget where kind in (" + places(1, kinds.size())
                        + ") and subject in (" + places(1 + kinds.size(), subjects.size()) + ")");
        int place = 1;
        for (String value : Stream.concat(kinds.stream(), subjects.stream()).toList()) {
            query.setParameter(place++, value);
        }
        Set<String> ending =
                budgets.stream().filter(Budget::ends).map(GuessBudgets::stored).collect(Collectors.toSet());
        Instant now = clock.instant();
        List<?> rows = query.getResultList();
        return rows.stream()
                .map(row -> (Object[]) row)
                .anyMatch(row -> now.isBefore(StoredInstant.of(row[1]))
                        || ((Number) row[0]).intValue() >= policy.mostFailures() && ending.contains((String) row[2]));
    }

    /** How its subject is stored. */
    private static String stored(Budget budget) {
        return Sha256.base64Url(budget.key());
    }

    private static String places(int first, int count) {
        return IntStream.range(first, first + count)
                .mapToObj(place -> "?" + place)
                .collect(Collectors.joining(","));
    }

    private Query on(String sql, Budget budget) {
        return entities.createNativeQuery(sql)
                .setParameter(1, budget.kind().name())
                .setParameter(2, stored(budget));
    }
}
