package jp.kenpo.portal.roster;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.ZoneOffset;

/** Puts back what an import changed, some members at a time; nobody whom it added has signed in yet. */
@ApplicationScoped
class RosterUndoer {

    private static final String SOME = "import_id = ?1 and member_id <= ?2";

    private static final String LAST_OF_SOME = """
            select max(u.member_id) from (
              select member_id from roster_undo where import_id = ?1 order by member_id fetch first
            """ + RosterChecker.AT_A_TIME + " rows only) u";

    private static final String PUT_BACK = "merge into member m using (select * from roster_undo where " + SOME
            + " and not added) u on m.id = u.member_id"
            + " when matched then update set name = u.name, kana = u.kana, birth_date = u.birth_date,"
            + " qualified_on = u.qualified_on, disqualified_on = u.disqualified_on, roster_email = u.roster_email";

    private static final String ADDED = "(select member_id from roster_undo where " + SOME + " and added)";

    /** Something happened to an account of a member whom it brought or changed. */
    private static final String USED_SINCE = """
            select 1 from roster_undo u join account a on a.member_id = u.member_id
              join audit_entry e on e.account_id = a.id and e.at >= ?2
            where u.import_id = ?1 fetch first 1 rows only
            """;

    @PersistenceContext(unitName = "portal")
    EntityManager entities;

    @Inject
    Clock clock;

    /** Whether it can be undone: nothing else was taken over since, and none of its members signed in. */
    boolean isPossible(RosterImport roster) {
        return (roster.state() == ImportState.RUNNING || roster.state() == ImportState.DONE)
                && on(
                                "select 1 from roster_import where insurer_id = (select insurer_id from roster_import where id = ?1)"
                                        + " and id > ?1 and state in ('RUNNING', 'DONE', 'UNDOING')",
                                roster)
                        .getResultList()
                        .isEmpty()
                && on(USED_SINCE, roster)
                        .setParameter(2, roster.begunAt().atOffset(ZoneOffset.UTC))
                        .getResultList()
                        .isEmpty();
    }

    /** Goes on with it. @return whether there is more to do */
    @Transactional
    boolean goOn(long importId) {
        return RosterSql.lock(entities, importId, ImportState.UNDOING)
                .filter(this::goOn)
                .isPresent();
    }

    private boolean goOn(RosterImport roster) {
        Object last = on(LAST_OF_SOME, roster).getSingleResult();
        if (last == null) {
            roster.end(ImportState.UNDONE, clock.instant());
            return false;
        }
        of(PUT_BACK, roster, last).executeUpdate();
        of("delete from account where member_id in " + ADDED, roster, last).executeUpdate();
        of("delete from member where id in " + ADDED, roster, last).executeUpdate();
        int undone = of("delete from roster_undo where " + SOME, roster, last).executeUpdate();
        roster.advance(undone);
        return true;
    }

    private Query of(String sql, RosterImport roster, Object last) {
        return on(sql, roster).setParameter(2, last);
    }

    private Query on(String sql, RosterImport roster) {
        return entities.createNativeQuery(sql).setParameter(1, roster.id());
    }
}
