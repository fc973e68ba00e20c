package jp.kenpo.portal.roster;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import jp.kenpo.portal.insurer.Insurers;
import org.jspecify.annotations.Nullable;

/**
 * Takes a checked roster over, some rows at a time: how far it is stands in the same transaction, so that another node
 * goes on where this one ended. A row that is taken over once more changes nothing.
 */
@ApplicationScoped
class RosterRunner {

    private static final String SOME = """
            r.import_id = ?1 and r.place > ?4 and r.place <= ?5 and not exists (
              select 1 from roster_fault f where f.import_id = r.import_id and f.line = r.line)
            """;

    /** Since it was checked somebody may have taken one. */
    private static final String USER_IDS_TAKEN_SINCE = RosterSql.USER_IDS_TAKEN + " and " + SOME;

    private static final String ITS_MEMBER = """
            m.insurer_id = ?2 and m.symbol = r.symbol and m.number = r.number and m.branch = r.branch
            """;

    private static final String KEEP = """
            insert into roster_undo (import_id, member_id, added, name, kana, birth_date, qualified_on, disqualified_on,
              roster_email)
            select ?1, m.id, false, m.name, m.kana, m.birth_date, m.qualified_on, m.disqualified_on, m.roster_email
            """;

    private static final String KEEP_CHANGED =
            KEEP + " from roster_row r join member m on " + ITS_MEMBER + " where " + SOME + " and " + RosterSql.DIFFERS;

    private static final String MERGE = "merge into member m using (select r.* from roster_row r where " + SOME
            + ") r on " + ITS_MEMBER + " when matched and " + RosterSql.DIFFERS
            + """
             then update set name = r.name, kana = r.kana, birth_date = r.birth_date, qualified_on = r.qualified_on,
               disqualified_on = r.disqualified_on, roster_email = r.email
             when not matched then insert (id, insurer_id, symbol, number, branch, name, kana, birth_date, qualified_on,
               disqualified_on, roster_email)
             values (nextval('id_sequence'), ?2, r.symbol, r.number, r.branch, r.name, r.kana, r.birth_date,
               r.qualified_on, r.disqualified_on, r.email)
            """;

    /** Whoever was not there before has a number of after that. */
    private static final String ADDED = " and m.id > ?6";

    /** Each member has an account, which stands at the initial password. */
    private static final String OPEN_ACCOUNTS =
            """
            insert into account (id, insurer_id, member_id, user_id, initial_password_expires_at, epoch, email_state,
              version)
            select nextval('id_sequence'), ?2, m.id, r.user_id, cast(?7 as timestamp with time zone), 0, 'NONE', 0
            """ + " from roster_row r join member m on " + ITS_MEMBER + " where " + SOME + ADDED;

    private static final String KEEP_ADDED = "insert into roster_undo (import_id, member_id, added)"
            + " select ?1, m.id, true from roster_row r join member m on " + ITS_MEMBER + " where " + SOME + ADDED;

    private static final String SOME_MISSING = " from member m where " + RosterSql.MISSING
            + " order by m.id fetch first " + RosterChecker.AT_A_TIME + " rows only";

    @PersistenceContext(unitName = "portal")
    EntityManager entities;

    @Inject
    RosterStore store;

    @Inject
    Insurers insurers;

    @Inject
    Clock clock;

    /** Goes on with an import. @return whether there is more to do */
    @Transactional
    boolean goOn(long importId) {
        return RosterSql.lock(entities, importId, ImportState.RUNNING)
                .filter(this::goOn)
                .isPresent();
    }

    private boolean goOn(RosterImport roster) {
        if (roster.done() < roster.lines()) {
            takeOver(roster);
            return true;
        }
        if (roster.scope() == RosterScope.WHOLE && letGo(roster) > 0) {
            return true;
        }
        roster.end(ImportState.DONE, clock.instant());
        return false;
    }

    private void takeOver(RosterImport roster) {
        store.lookUpEachByIndex();
        long some = Math.min(RosterChecker.AT_A_TIME, roster.lines() - roster.done());
        long lastBefore = ((Number) entities.createNativeQuery("select nextval('id_sequence')")
                        .getSingleResult())
                .longValue();
        roster.refused(on(USER_IDS_TAKEN_SINCE, roster, some).executeUpdate());
        int changed = on(KEEP_CHANGED, roster, some).executeUpdate();
        int merged = on(MERGE, roster, some).executeUpdate();
        if (merged > changed) {
            on(OPEN_ACCOUNTS, roster, some)
                    .setParameter(6, lastBefore)
                    .setParameter(7, initialPasswordExpiresAt(roster))
                    .executeUpdate();
            on(KEEP_ADDED, roster, some).setParameter(6, lastBefore).executeUpdate();
        }
        roster.took(merged - changed, changed);
        roster.advance(some);
    }

    private @Nullable OffsetDateTime initialPasswordExpiresAt(RosterImport roster) {
        return insurers.now(roster.insurerId())
                .policy()
                .initialPasswordLife()
                .map(life -> clock.instant().plus(life).atOffset(ZoneOffset.UTC))
                .orElse(null);
    }

    /** Whoever is missing is no member from today on. */
    private int letGo(RosterImport roster) {
        ofMissing(KEEP + SOME_MISSING, roster).executeUpdate();
        return ofMissing("update member set disqualified_on = ?3 where id in (select m.id" + SOME_MISSING + ")", roster)
                .executeUpdate();
    }

    private Query ofMissing(String sql, RosterImport roster) {
        return entities.createNativeQuery(sql)
                .setParameter(1, roster.id())
                .setParameter(2, roster.insurerId())
                .setParameter(3, LocalDate.now(clock));
    }

    private Query on(String sql, RosterImport roster, long some) {
        return entities.createNativeQuery(sql)
                .setParameter(1, roster.id())
                .setParameter(2, roster.insurerId())
                .setParameter(4, roster.done())
                .setParameter(5, roster.done() + some);
    }
}
