package jp.kenpo.portal.figures;

import static jp.kenpo.portal.figures.Insured.INSURED;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import jp.kenpo.portal.insurer.CurrentInsurer;

/** Counts who of an insurer's insured persons accepted which terms. */
@ApplicationScoped
public class TermsFigures {

    private static final String PEOPLE = "select count(*) from account a" + INSURED;

    private static final String EACH = "select t.number, count(*) from terms_acceptance t join account a"
            + " on a.id = t.account_id" + INSURED + " group by t.number";

    private static final String LATEST = "select l.number, count(*) from (select max(t.number) as number"
            + " from terms_acceptance t join account a on a.id = t.account_id" + INSURED + " group by t.account_id) l"
            + " group by l.number";

    @Inject
    Insured insured;

    @Inject
    Clock clock;

    private final Kept<Counted> kept = new Kept<>();

    /**
     * What was counted.
     *
     * @param people insured persons, whether they ever logged in or not
     * @param accepted so many accepted each version
     * @param latest of so many it is the latest that they accepted
     */
    public record Counted(Instant at, long people, Map<Integer, Long> accepted, Map<Integer, Long> latest) {

        /** So many accepted a version. */
        public long accepted(int number) {
            return accepted.getOrDefault(number, 0L);
        }

        /** So many accepted a version, or a later one. */
        public long acceptedFrom(int number) {
            return latest.entrySet().stream()
                    .filter(one -> one.getKey() >= number)
                    .mapToLong(Map.Entry::getValue)
                    .sum();
        }

        /** So many accepted a version, but none from this one on. */
        public long acceptedBefore(int number) {
            return acceptedFrom(0) - acceptedFrom(number);
        }
    }

    /** Of an insurer, from the last minute. */
    @Transactional
    public Counted of(CurrentInsurer insurer) {
        return kept.of(insurer.id(), clock.instant(), now -> count(insurer.id(), now));
    }

    private Counted count(long insurerId, Instant now) {
        Object all = insured.query(PEOPLE, insurerId, now).getSingleResult();
        return new Counted(
                now, Insured.number(all), byVersion(EACH, insurerId, now), byVersion(LATEST, insurerId, now));
    }

    private Map<Integer, Long> byVersion(String sql, long insurerId, Instant now) {
        return Insured.rows(insured.query(sql, insurerId, now))
                .collect(Collectors.toMap(row -> (int) Insured.number(row[0]), row -> Insured.number(row[1])));
    }
}
