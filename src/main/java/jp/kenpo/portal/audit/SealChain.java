package jp.kenpo.portal.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.kenpo.portal.platform.SealKey;

/**
 * The seals, each over the one before it, as somebody sees them who can add one.
 *
 * <p>Entries are written by transactions side by side, so one may be committed after others with higher numbers were
 * sealed. It then belongs to the next seal: what stands fast is which entries a seal is over and what they say, in
 * the order of their numbers.
 */
final class SealChain {

    /** So many entries a seal at most: as many as are held in memory, and written at once. */
    static final int LARGEST_SEAL = 1_000;

    private static final byte[] BEFORE_THE_FIRST = {};

    private final Connection connection;
    private final SealKey key;

    SealChain(Connection connection, SealKey key) {
        this.connection = connection;
        this.key = key;
    }

    /** Whether there is an entry to seal. */
    static boolean isBehind(Connection connection) throws SQLException {
        try (PreparedStatement select =
                        connection.prepareStatement("select 1 from audit_entry where seal_id is null limit 1");
                ResultSet row = select.executeQuery()) {
            return row.next();
        }
    }

    /**
     * Seals the next entries, as many as one seal may have; empty where there are none.
     *
     * @param own a seal that whoever seals made before; others may have sealed more since
     * @throws IllegalStateException when that seal is gone or changed
     * @throws SQLException also when somebody else sealed at the same time: the chain does not fork, since the
     *     number of a seal is there once. The transaction is then to be rolled back.
     */
    Optional<AuditSeal> extend(Instant now, Optional<AuditSeal> own) throws SQLException {
        Optional<AuditSeal> last = last();
        // After the last was read, else what is cut off in between would not be missed.
        if (own.isPresent() && !isThere(own.get())) {
            throw new IllegalStateException(
                    "seal " + own.get().number() + ", which this server made, is gone or changed");
        }
        List<SealedEntry> entries = unsealed();
        if (entries.isEmpty()) {
            return Optional.empty();
        }
        AuditSeal seal = seal(last, now.truncatedTo(ChronoUnit.MICROS), entries);
        insert(seal);
        mark(entries, seal);
        return Optional.of(seal);
    }

    /** What of a seal comes before its entries. */
    static byte[] opening(Optional<AuditSeal> previous, long number, Instant sealedAt, int entries, long lastEntryId) {
        return new SealedForm()
                .add(previous.map(AuditSeal::mac).orElse(BEFORE_THE_FIRST))
                .add(number)
                .add(sealedAt)
                .add((long) entries)
                .add(lastEntryId)
                .bytes();
    }

    private AuditSeal seal(Optional<AuditSeal> previous, Instant now, List<SealedEntry> entries) {
        long number = previous.map(AuditSeal::number).orElse(0L) + 1;
        long lastEntryId = entries.get(entries.size() - 1).id();
        SealKey.Sealing sealing = key.sealing();
        sealing.add(opening(previous, number, now, entries.size(), lastEntryId));
        entries.forEach(entry -> sealing.add(entry.form()));
        return new AuditSeal(number, now, entries.size(), lastEntryId, sealing.mac());
    }

    private Optional<AuditSeal> last() throws SQLException {
        String sql = "select " + AuditSeal.COLUMNS + " from audit_seal order by number desc limit 1";
        try (PreparedStatement select = connection.prepareStatement(sql);
                ResultSet row = select.executeQuery()) {
            return row.next() ? Optional.of(AuditSeal.read(row)) : Optional.empty();
        }
    }

    private boolean isThere(AuditSeal seal) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("select 1 from audit_seal where number = ? and mac = ?")) {
            select.setLong(1, seal.number());
            select.setBytes(2, seal.mac());
            try (ResultSet row = select.executeQuery()) {
                return row.next();
            }
        }
    }

    private List<SealedEntry> unsealed() throws SQLException {
        // By seal_id too, though it is null: so PostgreSQL sees that the index has them in order.
        String sql = "select " + SealedEntry.COLUMNS + ", seal_id from audit_entry where seal_id is null"
                + " order by seal_id, id limit " + LARGEST_SEAL;
        List<SealedEntry> entries = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(sql);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                entries.add(SealedEntry.read(row));
            }
        }
        return entries;
    }

    private void insert(AuditSeal seal) throws SQLException {
        String sql = "insert into audit_seal (" + AuditSeal.COLUMNS + ") values (?, ?, ?, ?, ?)";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setLong(1, seal.number());
            insert.setObject(2, seal.sealedAt().atOffset(ZoneOffset.UTC));
            insert.setInt(3, seal.entries());
            insert.setLong(4, seal.lastEntryId());
            insert.setBytes(5, seal.mac());
            insert.executeUpdate();
        }
    }

    private void mark(List<SealedEntry> entries, AuditSeal seal) throws SQLException {
        Object[] ids = entries.stream().map(SealedEntry::id).toArray();
        try (PreparedStatement update = connection.prepareStatement(
                "update audit_entry set seal_id = ? where id = any(?) and seal_id is null")) {
            update.setLong(1, seal.number());
            update.setArray(2, connection.createArrayOf("bigint", ids));
            int marked = update.executeUpdate();
            if (marked != ids.length) {
                throw new SQLException("Of " + ids.length + " entries only " + marked + " had no seal yet");
            }
        }
    }
}
