package jp.kenpo.portal.roster;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.Optional;

/** What several of the statements on rosters have in common: m is a member, r a row; ?1 the import, ?2 the insurer, ?3 today. */
final class RosterSql {

    /** A row says something new of a member. */
    static final String DIFFERS = """
            (m.name <> r.name or m.kana <> r.kana or m.birth_date <> r.birth_date or m.qualified_on <> r.qualified_on
              or m.disqualified_on is distinct from r.disqualified_on or m.roster_email is distinct from r.email)
            """;

    /** A present member of whom the roster says nothing. */
    static final String MISSING = """
            m.insurer_id = ?2 and (m.disqualified_on is null or m.disqualified_on > ?3) and not exists (
              select 1 from roster_row r where r.import_id = ?1
              and r.symbol = m.symbol and r.number = m.number and r.branch = m.branch)
            """;

    /** Of a member who has an account the user ID stays as it is, whatever the roster says. */
    static final String USER_IDS_TAKEN = """
            insert into roster_fault (import_id, line, heading, refusal, argument)
            select r.import_id, r.line, 'USER_ID', '%s', ''
            from roster_row r join account a on a.insurer_id = ?2 and a.user_id = r.user_id
            where r.import_id = ?1 and not exists (
              select 1 from member m join account own on own.member_id = m.id
              where m.insurer_id = ?2 and m.symbol = r.symbol and m.number = r.number and m.branch = r.branch)
            """.formatted("roster.user-id-taken");

    private RosterSql() {}

    /** The same, where it is at the work that is to be gone on with. */
    static Optional<RosterImport> lock(EntityManager entities, long importId, ImportState work) {
        return entities.createQuery(
                        "select i from RosterImport i where i.id = :id and i.state = :state", RosterImport.class)
                .setParameter("id", importId)
                .setParameter("state", work)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst();
    }

    /** An import that nobody else changes until the transaction ends. */
    static RosterImport lock(EntityManager entities, long importId) {
        return entities.find(RosterImport.class, importId, LockModeType.PESSIMISTIC_WRITE);
    }
}
