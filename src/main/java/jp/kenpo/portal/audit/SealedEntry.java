package jp.kenpo.portal.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * An entry as a seal sees it: every column, always as the database gives it back. In memory an instant has
 * nanoseconds that no database keeps.
 *
 * @param sealId the number of its seal, 0 where it has none yet
 * @param form the bytes that are sealed
 */
record SealedEntry(long id, long sealId, byte[] form) {

    /**
     * A column that comes later belongs here as well. Where it is null it must add nothing to the form, so that
     * the seals from before it still hold.
     */
    static final String COLUMNS = "id, at, insurer_id, account_id, event, address, request_id, detail";

    /** Reads {@link #COLUMNS} and {@code seal_id}. */
    static SealedEntry read(ResultSet row) throws SQLException {
        long id = row.getLong("id");
        byte[] form = new SealedForm()
                .add(id)
                .add(at(row))
                .add(row.getLong("insurer_id"))
                .add(accountId(row))
                .add(row.getString("event"))
                .add(row.getString("address"))
                .add(row.getString("request_id"))
                .add(row.getString("detail"))
                .bytes();
        return new SealedEntry(id, row.getLong("seal_id"), form);
    }

    /** Null only where somebody made it so. */
    private static @Nullable Instant at(ResultSet row) throws SQLException {
        OffsetDateTime at = row.getObject("at", OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static @Nullable Long accountId(ResultSet row) throws SQLException {
        long accountId = row.getLong("account_id");
        return row.wasNull() ? null : accountId;
    }
}
