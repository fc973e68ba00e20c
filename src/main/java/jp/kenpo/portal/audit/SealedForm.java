package jp.kenpo.portal.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoField;
import org.jspecify.annotations.Nullable;

/**
 * The bytes that a seal is over: each value behind its length, so that no two texts can be shifted into one another.
 *
 * <p>Four bytes of length (-1: null), then a number as eight bytes, an instant as its seconds since 1970 (eight
 * bytes, so that even PostgreSQL's infinity has some) and its microseconds (four), a text as UTF-8. So the form is the same on every database, and stays so where the record moves from one to another.
 */
final class SealedForm {

    private static final int NULL = -1;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    SealedForm add(@Nullable Long number) {
        return add(
                number == null
                        ? null
                        : ByteBuffer.allocate(Long.BYTES).putLong(number).array());
    }

    SealedForm add(@Nullable Instant instant) {
        return add(
                instant == null
                        ? null
                        : ByteBuffer.allocate(Long.BYTES + Integer.BYTES)
                                .putLong(instant.getEpochSecond())
                                .putInt(instant.get(ChronoField.MICRO_OF_SECOND))
                                .array());
    }

    SealedForm add(@Nullable String text) {
        return add(text == null ? null : text.getBytes(UTF_8));
    }

    SealedForm add(byte @Nullable [] value) {
        int length = value == null ? NULL : value.length;
        bytes.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(length).array());
        if (value != null) {
            bytes.writeBytes(value);
        }
        return this;
    }

    byte[] bytes() {
        return bytes.toByteArray();
    }
}
