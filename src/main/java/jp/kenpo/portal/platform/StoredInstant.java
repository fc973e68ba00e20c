package jp.kenpo.portal.platform;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** Reads a time stamp with zone that a statement of SQL found: the drivers differ in what they make of it. */
public final class StoredInstant {

    private StoredInstant() {}

    /** What a driver read; the epoch for null. */
    public static Instant of(@Nullable Object stored) {
        if (stored instanceof OffsetDateTime time) {
            return time.toInstant();
        }
        return stored instanceof Timestamp time ? time.toInstant() : Instant.EPOCH;
    }
}
