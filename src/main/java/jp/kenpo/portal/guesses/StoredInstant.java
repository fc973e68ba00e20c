package jp.kenpo.portal.guesses;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** A time stamp with zone in a statement of SQL: the drivers differ in what they make of it. */
final class StoredInstant {

    private StoredInstant() {}

    /** What a driver read; the epoch for null. */
    static Instant of(@Nullable Object stored) {
        if (stored instanceof OffsetDateTime time) {
            return time.toInstant();
        }
        return stored instanceof Timestamp time ? time.toInstant() : Instant.EPOCH;
    }

    /** What every driver takes. */
    static OffsetDateTime parameter(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
