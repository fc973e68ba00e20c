package jp.kenpo.portal.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The looks at all seals of the record that there were, and the one that is awaited. */
@ApplicationScoped
public class AuditChecks {

    private static final int LONGEST_FAULT = 300;

    @PersistenceContext(unitName = "portal")
    EntityManager entities;

    @Inject
    Clock clock;

    /** The last one that is over. */
    public Optional<AuditCheck> latest() {
        return first("where c.endedAt is not null", "");
    }

    /** Whether one is asked for that is not over. */
    public boolean isAwaited() {
        return first("where c.endedAt is null", "").isPresent();
    }

    /** Asks for one; as good as asked for where one is awaited. */
    @Transactional
    public void ask() {
        if (!isAwaited()) {
            entities.persist(new AuditCheck(clock.instant()));
        }
    }

    /** The one that is awaited, or else the last one. */
    @Transactional
    Optional<AuditCheck> current() {
        return first("", "case when c.endedAt is null then 0 else 1 end, ");
    }

    private Optional<AuditCheck> first(String where, String before) {
        return entities.createQuery(
                        "select c from AuditCheck c " + where + " order by " + before + "c.id desc", AuditCheck.class)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    /** What a look found that was asked for, or else was due. */
    @Transactional
    void note(Optional<AuditCheck> asked, SealVerdict verdict) {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        Query note = asked.map(check -> entities.createNativeQuery(
                                "update audit_check set ended_at = ?1, fault = cast(?2 as varchar) where id = ?3")
                        .setParameter(3, check.id()))
                .orElseGet(() -> entities.createNativeQuery("insert into audit_check (id, asked_at, ended_at, fault)"
                        + " select nextval('id_sequence'), ?1, ?1, cast(?2 as varchar)"));
        note.setParameter(1, now).setParameter(2, fault(verdict)).executeUpdate();
    }

    private static @Nullable String fault(SealVerdict verdict) {
        return verdict instanceof SealVerdict.Broken broken
                ? broken.why().substring(0, Math.min(broken.why().length(), LONGEST_FAULT))
                : null;
    }
}
