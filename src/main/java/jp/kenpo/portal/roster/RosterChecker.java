package jp.kenpo.portal.roster;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import jp.kenpo.portal.account.UserId;
import jp.kenpo.portal.account.UserIdPolicy;
import jp.kenpo.portal.platform.Chance;

/**
 * Finds out what an import would change, and changes nothing: reads some rows at a time, and once all are read compares
 * them with one another and with the members that the insurer has.
 */
@ApplicationScoped
class RosterChecker {

    /** As many as are read within one transaction. */
    static final int AT_A_TIME = 10_000;

    /** Two rows with one number would be one member. */
    private static final String NUMBERS_TWICE = """
            insert into roster_fault (import_id, line, heading, refusal, argument)
            select r.import_id, r.line, 'NUMBER', '%s', cast(f.line as varchar)
            from roster_row r join (
              select symbol, number, branch, min(place) as place, min(line) as line from roster_row
              where import_id = ?1 group by symbol, number, branch having count(*) > 1) f
              on f.symbol = r.symbol and f.number = r.number and f.branch = r.branch
            where r.import_id = ?1 and r.place > f.place
            """.formatted("roster.number-twice");

    /** They are in small letters by now: Hanako1 and hanako1 are the same. */
    private static final String USER_IDS_TWICE = """
            insert into roster_fault (import_id, line, heading, refusal, argument)
            select r.import_id, r.line, 'USER_ID', '%s', cast(f.line as varchar)
            from roster_row r join (
              select user_id, min(place) as place, min(line) as line from roster_row
              where import_id = ?1 group by user_id having count(*) > 1) f on f.user_id = r.user_id
            where r.import_id = ?1 and r.place > f.place
            """.formatted("roster.user-id-twice");

    private static final String NOTHING_FAULTY =
            "not exists (select 1 from roster_fault f where f.import_id = r.import_id and f.line = r.line)";

    private static final String FORECAST = """
            select count(case when m.id is null then 1 end),
              count(case when m.id is not null and
            """ + RosterSql.DIFFERS + """
             then 1 end),
              count(case when m.id is not null and (m.disqualified_on is null or m.disqualified_on > ?3)
                and r.disqualified_on <= ?3 then 1 end)
            from roster_row r left join member m on m.insurer_id = ?2
              and m.symbol = r.symbol and m.number = r.number and m.branch = r.branch
            where r.import_id = ?1 and
            """ + NOTHING_FAULTY;

    @PersistenceContext(unitName = "portal")
    EntityManager entities;

    @Inject
    RosterStore store;

    @Inject
    Chance chance;

    @Inject
    Clock clock;

    /** Goes on with an import. @return whether there is more to do */
    @Transactional
    boolean goOn(long importId) {
        return RosterSql.lock(entities, importId, ImportState.CHECKING)
                .filter(this::goOn)
                .isPresent();
    }

    private boolean goOn(RosterImport roster) {
        List<RosterStore.Line> lines = store.lines(roster.id(), roster.done(), AT_A_TIME);
        if (!lines.isEmpty()) {
            read(roster, lines);
            roster.advance(lines.size());
            return true;
        }
        compare(roster);
        return false;
    }

    private void read(RosterImport roster, List<RosterStore.Line> lines) {
        RosterRowReader reader = new RosterRowReader(roster.columns(), today());
        List<RosterStore.Placed> rows = new ArrayList<>();
        List<RosterFault> faults = new ArrayList<>();
        for (RosterStore.Line line : lines) {
            RosterRowReader.Outcome outcome = reader.read(line.record());
            if (outcome instanceof RosterRowReader.Outcome.Read read) {
                rows.add(new RosterStore.Placed(line.place(), line.record().line(), read.row(), userId(read.row())));
            } else {
                faults.addAll(((RosterRowReader.Outcome.Faulty) outcome).faults());
            }
        }
        store.addRows(roster.id(), rows);
        store.addFaults(roster.id(), faults);
    }

    private String userId(RosterRow row) {
        return row.userId().map(UserId::value).orElseGet(this::newUserId);
    }

    /** So long that of a million none is twice. */
    private String newUserId() {
        String made;
        do {
            made = chance.readable(3).replace("-", "").toLowerCase(Locale.ROOT);
        } while (UserIdPolicy.check(new UserId(made)).isPresent());
        return made;
    }

    private void compare(RosterImport roster) {
        store.refreshStatistics();
        on(NUMBERS_TWICE, roster).executeUpdate();
        on(USER_IDS_TWICE, roster).executeUpdate();
        on(RosterSql.USER_IDS_TAKEN, roster).setParameter(2, roster.insurerId()).executeUpdate();
        Object[] counted = (Object[]) on(FORECAST, roster)
                .setParameter(2, roster.insurerId())
                .setParameter(3, today())
                .getSingleResult();
        long faulty = number(on("select count(distinct line) from roster_fault where import_id = ?1", roster));
        long present = number(entities.createNativeQuery("select count(*) from member where insurer_id = ?1"
                        + " and (disqualified_on is null or disqualified_on > ?2)")
                .setParameter(1, roster.insurerId())
                .setParameter(2, today()));
        long missing = roster.scope() == RosterScope.WHOLE
                ? number(on("select count(*) from member m where " + RosterSql.MISSING, roster)
                        .setParameter(2, roster.insurerId())
                        .setParameter(3, today()))
                : 0;
        roster.checked(
                new RosterImport.Forecast(
                        ((Number) counted[0]).longValue(),
                        ((Number) counted[1]).longValue(),
                        ((Number) counted[2]).longValue() + missing,
                        present,
                        faulty),
                clock.instant());
    }

    private Query on(String sql, RosterImport roster) {
        return entities.createNativeQuery(sql).setParameter(1, roster.id());
    }

    private static long number(Query query) {
        return ((Number) query.getSingleResult()).longValue();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
