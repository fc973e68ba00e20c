package jp.kenpo.portal.figures;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import jp.kenpo.portal.platform.Clocks;

/** Asks the database for what is counted of those whom an insurer insures on some day. */
@ApplicationScoped
class Insured {

    /** Joins {@code a}, their accounts, with {@code m}, them; ?1 is the insurer, ?2 the day. */
    static final String INSURED = " join member m on m.id = a.member_id where m.insurer_id = ?1"
            + " and m.qualified_on <= ?2 and (m.disqualified_on is null or m.disqualified_on > ?2)";

    @PersistenceContext(unitName = "portal")
    EntityManager entities;

    /** A query that has {@link #INSURED} in it. */
    Query query(String sql, long insurerId, Instant now) {
        return entities.createNativeQuery(sql)
                .setParameter(1, insurerId)
                .setParameter(2, LocalDate.ofInstant(now, Clocks.JAPAN));
    }

    static Stream<Object[]> rows(Query query) {
        List<?> rows = query.getResultList();
        return rows.stream().map(row -> (Object[]) row);
    }

    static long number(Object value) {
        return ((Number) value).longValue();
    }
}
