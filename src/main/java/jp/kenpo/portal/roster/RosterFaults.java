package jp.kenpo.portal.roster;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What is wrong with the rows of a file, by its lines. */
@ApplicationScoped
public class RosterFaults {

    @PersistenceContext(unitName = "portal")
    EntityManager entities;

    /** The first of them. */
    public List<RosterFault> first(RosterImport roster, int most) {
        return after(roster, 0, most);
    }

    /** The first of those that stand after a line, all that there are of the last line among them. */
    public List<RosterFault> after(RosterImport roster, long line, int most) {
        List<?> rows = entities.createNativeQuery("select line, heading, refusal, argument from roster_fault"
                        + " where import_id = ?1 and line > ?2 order by line fetch first " + most + " rows with ties")
                .setParameter(1, roster.id())
                .setParameter(2, line)
                .getResultList();
        return rows.stream()
                .map(row -> fault((Object[]) row))
                .sorted(Comparator.comparingLong(RosterFault::line).thenComparing(RosterFault::column))
                .toList();
    }

    private static RosterFault fault(Object[] row) {
        return RosterFault.of(
                ((Number) row[0]).longValue(),
                RosterColumn.valueOf(row[1].toString()),
                row[2].toString(),
                Optional.ofNullable(row[3]).map(Object::toString).orElse(""));
    }
}
