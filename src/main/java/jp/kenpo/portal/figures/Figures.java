package jp.kenpo.portal.figures;

import static jp.kenpo.portal.figures.Insured.INSURED;
import static jp.kenpo.portal.figures.Insured.number;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import jp.kenpo.portal.insurer.CurrentInsurer;

/** Counts how far an insurer's insured persons are with their first login. */
@ApplicationScoped
public class Figures {

    private static final String STEPS = "select m.symbol, count(*), count(a.birth_date_confirmed_at),"
            + " count(a.user_id_decided_at),"
            + " count(case when a.password_hash is not null or a.first_login_completed_at is not null then 1 end),"
            + " count(a.first_login_completed_at)"
            + " from account a" + INSURED + " group by m.symbol";

    private static final String LETTERS = "select m.symbol, count(distinct l.account_id)"
            + " from letter l join account a on a.id = l.account_id" + INSURED + " group by m.symbol";

    private static final String TERMS = "select m.symbol, count(distinct t.account_id)"
            + " from terms_acceptance t join account a on a.id = t.account_id" + INSURED + " group by m.symbol";

    private static final String FACTORS = "select d.symbol, d.otp, d.passkey, count(*) from"
            + " (select m.symbol, a.id, max(f.otp) as otp, max(f.passkey) as passkey from"
            + " (select account_id, 1 as otp, 0 as passkey from totp_device where confirmed_at is not null"
            + " union all select account_id, 0, 1 from passkey) f join account a on a.id = f.account_id" + INSURED
            + " group by m.symbol, a.id) d group by d.symbol, d.otp, d.passkey";

    /** The last of some instants is found step by step: none of the later ones is there before the earlier. */
    private static final String GO_NO_FURTHER = "select case"
            + " when a.first_login_completed_at is not null then 'SECOND_FACTOR'"
            + " when a.password_hash is not null then 'FIRST_LOGIN_COMPLETED'"
            + " when a.user_id_decided_at is not null then 'PASSWORD_SET'"
            + " when exists (select 1 from terms_acceptance t where t.account_id = a.id) then 'USER_ID_DECIDED'"
            + " else 'TERMS_ACCEPTED' end as stage,"
            + " coalesce(a.factors_reset_at, a.first_login_completed_at, a.password_set_at, a.user_id_decided_at,"
            + " (select max(t.accepted_at) from terms_acceptance t where t.account_id = a.id),"
            + " a.birth_date_confirmed_at) as since from account a" + INSURED
            + " and a.birth_date_confirmed_at is not null"
            + " and not exists (select 1 from totp_device o where o.account_id = a.id and o.confirmed_at is not null)"
            + " and not exists (select 1 from passkey p where p.account_id = a.id)";

    private static final String HAVE_NOT_BEGUN = "select 'BIRTH_DATE_CONFIRMED' as stage, max(b.made_at) as since"
            + " from letter l join letter_batch b on b.id = l.batch_id join account a on a.id = l.account_id" + INSURED
            + " and a.birth_date_confirmed_at is null group by a.id";

    @Inject
    Insured insured;

    @Inject
    Clock clock;

    private final Kept<Counted> kept = new Kept<>();

    /**
     * What was counted.
     *
     * @param bySymbol 記号 by 記号, in their order
     * @param waiting those who go no further
     */
    public record Counted(Instant at, Map<String, Funnel> bySymbol, List<Waiting> waiting) {

        /** All of the insurer's together. */
        public Funnel all() {
            return Funnel.sum(bySymbol.values());
        }
    }

    /** Of an insurer, from the last minute. */
    @Transactional
    public Counted of(CurrentInsurer insurer) {
        return kept.of(insurer.id(), clock.instant(), now -> count(insurer.id(), now));
    }

    private Counted count(long insurerId, Instant now) {
        Map<String, Count> counts = new TreeMap<>();
        rows(STEPS, insurerId, now).forEach(row -> count(counts, row).steps(row));
        rows(LETTERS, insurerId, now).forEach(row -> count(counts, row).reached(Stage.WRITTEN_TO, row[1]));
        rows(TERMS, insurerId, now).forEach(row -> count(counts, row).reached(Stage.TERMS_ACCEPTED, row[1]));
        rows(FACTORS, insurerId, now).forEach(row -> count(counts, row).factors(row));
        Map<String, Funnel> bySymbol = new TreeMap<>();
        counts.forEach((symbol, count) -> bySymbol.put(symbol, new Funnel(count.reached, count.factors)));
        List<Waiting> waiting = Stream.of(HAVE_NOT_BEGUN, GO_NO_FURTHER)
                .flatMap(those -> waiting(those, insurerId, now))
                .toList();
        return new Counted(now, bySymbol, waiting);
    }

    private static Count count(Map<String, Count> counts, Object[] row) {
        return counts.computeIfAbsent((String) row[0], symbol -> new Count());
    }

    /** Of one symbol. */
    private static final class Count {

        private final Map<Stage, Long> reached = new EnumMap<>(Stage.class);
        private final Map<Factors, Long> factors = new EnumMap<>(Factors.class);

        void reached(Stage stage, Object people) {
            reached.put(stage, number(people));
        }

        void steps(Object[] row) {
            reached(Stage.IN_ROSTER, row[1]);
            reached(Stage.BIRTH_DATE_CONFIRMED, row[2]);
            reached(Stage.USER_ID_DECIDED, row[3]);
            reached(Stage.PASSWORD_SET, row[4]);
            reached(Stage.FIRST_LOGIN_COMPLETED, row[5]);
        }

        void factors(Object[] row) {
            factors.put(Factors.of(number(row[1]) > 0, number(row[2]) > 0), number(row[3]));
            reached.merge(Stage.SECOND_FACTOR, number(row[3]), Long::sum);
        }
    }

    private Stream<Waiting> waiting(String those, long insurerId, Instant now) {
        Query query = insured.query(
                "select s.stage, s.place, count(*) from (select w.stage, case when w.since > ?3 then 0"
                        + " when w.since > ?4 then 1 else 2 end as place from (" + those + ") w) s"
                        + " group by s.stage, s.place",
                insurerId,
                now);
        query.setParameter(3, now.minus(Waiting.Since.WEEK).atOffset(ZoneOffset.UTC))
                .setParameter(4, now.minus(Waiting.Since.MONTH).atOffset(ZoneOffset.UTC));
        return Insured.rows(query)
                .map(row -> new Waiting(
                        Stage.valueOf((String) row[0]), Waiting.Since.values()[(int) number(row[1])], number(row[2])));
    }

    private Stream<Object[]> rows(String sql, long insurerId, Instant now) {
        return Insured.rows(insured.query(sql, insurerId, now));
    }
}
