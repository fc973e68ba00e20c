package jp.kenpo.portal.roster;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;

/** Throws away what of an import is needed no more: it is all of the insurer's members, once more. */
@ApplicationScoped
public class RosterTidier {

    /** For how long a file that nobody has taken over waits for it. */
    private static final Duration PATIENCE = Duration.ofDays(7);

    /** For how long it is told what was wrong with a file. */
    private static final Duration FAULTS = Duration.ofDays(90);

    private static final String ENDED = "('DONE', 'UNDONE', 'GIVEN_UP')";

    private static final String SOME = " fetch first " + RosterChecker.AT_A_TIME + " rows only)";

    private static final String LINES = "delete from roster_line where (import_id, place) in (select import_id, place"
            + " from roster_line where import_id in (select id from roster_import where state in " + ENDED + ")" + SOME;

    private static final String ROWS = "delete from roster_row where (import_id, place) in (select import_id, place"
            + " from roster_row where import_id in (select id from roster_import where state in " + ENDED + ")" + SOME;

    /** What was taken over afterwards stands on it. */
    private static final String UNDO = "delete from roster_undo where (import_id, member_id) in (select u.import_id,"
            + " u.member_id from roster_undo u join roster_import i on i.id = u.import_id and i.state = 'DONE'"
            + " where exists (select 1 from roster_import later where later.insurer_id = i.insurer_id"
            + " and later.id > i.id and later.state = 'DONE')" + SOME;

    @PersistenceContext(unitName = "portal")
    EntityManager entities;

    @Inject
    Clock clock;

    /** Throws some of it away. @return whether there is more */
    @Transactional
    boolean goOn() {
        giveUpWhatWaits();
        forgetFaults();
        return Stream.of(LINES, ROWS, UNDO)
                        .mapToInt(some -> entities.createNativeQuery(some).executeUpdate())
                        .sum()
                > 0;
    }

    private void giveUpWhatWaits() {
        entities.createQuery(
                        "select i from RosterImport i where i.state in :waiting and i.broughtAt < :before",
                        RosterImport.class)
                .setParameter("waiting", List.of(ImportState.BROUGHT, ImportState.CHECKED))
                .setParameter("before", clock.instant().minus(PATIENCE))
                .getResultList()
                .forEach(roster -> RosterSql.lock(entities, roster.id()).end(ImportState.GIVEN_UP, clock.instant()));
    }

    private void forgetFaults() {
        Instant before = clock.instant().minus(FAULTS);
        entities.createNativeQuery("delete from roster_fault where import_id in"
                        + " (select id from roster_import where ended_at < ?1 and state in " + ENDED + ")")
                .setParameter(1, before.atOffset(ZoneOffset.UTC))
                .executeUpdate();
    }
}
