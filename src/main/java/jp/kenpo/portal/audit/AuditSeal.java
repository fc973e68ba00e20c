package jp.kenpo.portal.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Base64;

/**
 * A seal over some entries, the seal before it, and itself.
 *
 * @param number 1, 2, 3… without a gap
 * @param sealedAt in whole microseconds, which every database keeps
 * @param entries how many it is over
 * @param lastEntryId the highest of their numbers
 */
record AuditSeal(long number, Instant sealedAt, int entries, long lastEntryId, byte[] mac) {

    static final String COLUMNS = "number, sealed_at, entries, last_entry_id, mac";

    /** What somebody made null is read as something that no seal holds over. */
    static AuditSeal read(ResultSet row) throws SQLException {
        OffsetDateTime sealedAt = row.getObject("sealed_at", OffsetDateTime.class);
        byte[] mac = row.getBytes("mac");
        return new AuditSeal(
                row.getLong("number"),
                sealedAt == null ? Instant.MIN : sealedAt.toInstant(),
                row.getInt("entries"),
                row.getLong("last_entry_id"),
                mac == null ? new byte[0] : mac);
    }

    /** The MAC as the log has it, in base64url. */
    String macText() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(mac);
    }
}
