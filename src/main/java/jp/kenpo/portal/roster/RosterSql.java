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
