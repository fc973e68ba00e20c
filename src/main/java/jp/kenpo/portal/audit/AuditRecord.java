package jp.kenpo.portal.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An insurer's record, for those of its staff who look after it. */
@ApplicationScoped
public class AuditRecord {

    @PersistenceContext(unitName = "portal")
    EntityManager entities;

    /**
     * What is asked for; what is empty leaves nothing out.
     *
     * @param from at this moment or later
     * @param until before this moment
     * @param accountId whom it concerns
     */
    public record Query(
            Optional<Instant> from,
            Optional<Instant> until,
            Optional<AuditEvent> event,
            Optional<Long> accountId,
            Optional<String> requestId) {}

    /**
     * A line of the record.
     *
     * @param accountId whom it concerns; empty where nobody was recognised
     * @param address the IP address that it came from
     */
    public record Entry(
            long id,
            Instant at,
            AuditEvent event,
            Optional<Long> accountId,
            String address,
            String requestId,
            String detail) {}

    /**
     * The newest entries first.
     *
     * @param before older than the entry of this number; empty: from the newest on
     */
    public List<Entry> find(long insurerId, Query query, Optional<Long> before, int most) {
        StringBuilder where = new StringBuilder("e.insurerId = :insurer");
        Map<String, Object> values = new LinkedHashMap<>(Map.of("insurer", insurerId));
        query.from().ifPresent(from -> narrow(where, values, " and e.at >= :from", "from", from));
        query.until().ifPresent(until -> narrow(where, values, " and e.at < :until", "until", until));
        query.event().ifPresent(event -> narrow(where, values, " and e.event = :event", "event", event));
        query.accountId().ifPresent(id -> narrow(where, values, " and e.accountId = :account", "account", id));
        query.requestId().ifPresent(id -> narrow(where, values, " and e.requestId = :request", "request", id));
        before.flatMap(id -> at(insurerId, id).map(at -> Map.entry(id, at))).ifPresent(last -> {
            // The first half alone lets the index begin where the last page ended.
            narrow(where, values, " and e.at <= :lastAt", "lastAt", last.getValue());
            narrow(where, values, " and (e.at < :lastAt or e.id < :lastId)", "lastId", last.getKey());
        });
        TypedQuery<Object[]> select = entities.createQuery(
                "select e.id, e.at, e.event, e.accountId, e.address, e.requestId, e.detail from AuditEntry e where "
                        + where + " order by e.at desc, e.id desc",
                Object[].class);
        values.forEach(select::setParameter);
        return select.setMaxResults(most)
                .getResultStream()
                .map(AuditRecord::entry)
                .toList();
    }

    private static void narrow(
            StringBuilder where, Map<String, Object> values, String condition, String name, Object value) {
        where.append(condition);
        values.put(name, value);
    }

    private Optional<Instant> at(long insurerId, long id) {
        return entities.createQuery(
                        "select e.at from AuditEntry e where e.id = :id and e.insurerId = :insurer", Instant.class)
                .setParameter("id", id)
                .setParameter("insurer", insurerId)
                .getResultStream()
                .findFirst();
    }

    private static Entry entry(Object[] row) {
        return new Entry(
                (long) row[0],
                (Instant) row[1],
                (AuditEvent) row[2],
                Optional.ofNullable((Long) row[3]),
                (String) row[4],
                (String) row[5],
                (String) row[6]);
    }
}
