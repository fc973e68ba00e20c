package jp.kenpo.portal.roster;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.List;
import java.util.Optional;
import jp.kenpo.portal.account.EmailAddress;

/**
 * Puts the rows of a file into the database, many at a time. By JDBC: an entity for each of a million rows would cost
 * more than all that is done with them.
 */
@ApplicationScoped
class RosterStore {

    private static final String LINE = "insert into roster_line (import_id, place, line, fields) values (?, ?, ?, ?)";

    private static final String ROW =
            "insert into roster_row (import_id, place, line, symbol, number, branch, name, kana,"
                    + " birth_date, user_id, email, qualified_on, disqualified_on) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private static final String FAULT =
            "insert into roster_fault (import_id, line, heading, refusal, argument) values (?, ?, ?, ?, ?)";

    @PersistenceContext(unitName = "portal")
    EntityManager entities;

    /** A row that can be taken, and where in the file it stands. @param place among its rows, the first being 1 */
    record Placed(long place, long line, RosterRow row, String userId) {}

    /** @param first the place of the first of them */
    @Transactional(Transactional.TxType.MANDATORY)
    void addLines(long importId, long first, List<RosterRecord> records) {
        insert(LINE, statement -> {
            long place = first;
            for (RosterRecord record : records) {
                statement.setLong(1, importId);
                statement.setLong(2, place++);
                statement.setLong(3, record.line());
                statement.setString(4, String.join(RosterImport.SEPARATOR, record.fields()));
                statement.addBatch();
            }
        });
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void addRows(long importId, List<Placed> rows) {
        insert(ROW, statement -> {
            for (Placed placed : rows) {
                RosterRow row = placed.row();
                statement.setLong(1, importId);
                statement.setLong(2, placed.place());
                statement.setLong(3, placed.line());
                statement.setString(4, row.number().symbol());
                statement.setString(5, row.number().number());
                statement.setString(6, row.number().branch());
                statement.setString(7, row.name());
                statement.setString(8, row.kana());
                statement.setObject(9, row.birthDate().date());
                statement.setString(10, placed.userId());
                statement.setString(11, row.email().map(EmailAddress::value).orElse(null));
                statement.setObject(12, row.qualifiedOn());
                statement.setObject(13, row.disqualifiedOn().orElse(null), Types.DATE);
                statement.addBatch();
            }
        });
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void addFaults(long importId, List<RosterFault> faults) {
        insert(FAULT, statement -> {
            for (RosterFault fault : faults) {
                statement.setLong(1, importId);
                statement.setLong(2, fault.line());
                statement.setString(3, fault.column().name());
                statement.setString(4, fault.why().key());
                statement.setString(5, fault.argument());
                statement.addBatch();
            }
        });
    }

    /** The first row of a file. */
    Optional<RosterRecord> firstLine(long importId) {
        return lines(importId, 0, 1).stream().findFirst().map(Line::record);
    }

    /** A row of a file. @param place among its rows, the first being 1 */
    record Line(long place, RosterRecord record) {}

    /** The rows of a file that stand after a place. */
    List<Line> lines(long importId, long after, int most) {
        List<?> lines = entities.createNativeQuery("select place, line, fields from roster_line where import_id = ?1"
                        + " and place > ?2 and place <= ?3 order by place")
                .setParameter(1, importId)
                .setParameter(2, after)
                .setParameter(3, after + most)
                .getResultList();
        return lines.stream().map(line -> line((Object[]) line)).toList();
    }

    private static Line line(Object[] row) {
        List<String> fields = List.of(row[2].toString().split(RosterImport.SEPARATOR, -1));
        return new Line(((Number) row[0]).longValue(), new RosterRecord(((Number) row[1]).longValue(), fields));
    }

    /** Forgets what the rows of a file said, for its columns are others. */
    @Transactional(Transactional.TxType.MANDATORY)
    void forgetRows(long importId) {
        for (String table : List.of("roster_row", "roster_fault")) {
            entities.createNativeQuery("delete from " + table + " where import_id = ?1")
                    .setParameter(1, importId)
                    .executeUpdate();
        }
    }

    /**
     * Has PostgreSQL see how many rows there are by now, as it would by itself some minutes later. Until then it believes
     * that there are next to none, and goes through all of them for each of them.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    void refreshStatistics() {
        onPostgreSql("analyze roster_row, roster_fault, member, account");
    }

    /**
     * Has PostgreSQL look up the member of each row by the index until the transaction ends. Left to itself it goes through
     * all members of the insurer for some thousand rows, and ten times the rows take far more than ten times as long.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    void lookUpEachByIndex() {
        onPostgreSql("set local enable_seqscan = off");
        onPostgreSql("set local enable_hashjoin = off");
        onPostgreSql("set local enable_mergejoin = off");
    }

    /** H2 has no other way of joining, and no statistics that could be old. */
    private void onPostgreSql(String sql) {
        try (Statement statement = entities.unwrap(Connection.class).createStatement()) {
            if (statement.getConnection().getMetaData().getDatabaseProductName().equals("PostgreSQL")) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("PostgreSQL refuses " + sql, e);
        }
    }

    /** Fills a statement with what is to be inserted. */
    private interface Filling {
        void fill(PreparedStatement statement) throws SQLException;
    }

    private void insert(String sql, Filling filling) {
        // The transaction's own connection; it is not closed here.
        try (PreparedStatement statement = entities.unwrap(Connection.class).prepareStatement(sql)) {
            filling.fill(statement);
            statement.executeBatch();
        } catch (SQLException e) {
            throw new IllegalStateException("Rows of a roster cannot be stored", e);
        }
    }
}
