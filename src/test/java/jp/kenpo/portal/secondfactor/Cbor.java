package jp.kenpo.portal.secondfactor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static jp.kenpo.portal.secondfactor.SoftwareAuthenticator.concat;

import java.util.Map;

/** As much of CBOR (RFC 8949) as an authenticator writes. */
final class Cbor {

    private Cbor() {}

    static byte[] number(long value) {
        return value < 0 ? head(1, -1 - value) : head(0, value);
    }

    static byte[] bytes(byte[] value) {
        return concat(head(2, value.length), value);
    }

    static byte[] text(String value) {
        byte[] encoded = value.getBytes(UTF_8);
        return concat(head(3, encoded.length), encoded);
    }

    static byte[] map(Map<Integer, byte[]> entries) {
        byte[] map = head(5, entries.size());
        for (Map.Entry<Integer, byte[]> entry : entries.entrySet()) {
            map = concat(map, number(entry.getKey()), entry.getValue());
        }
        return map;
    }

    private static byte[] head(int major, long value) {
        if (value < 24) {
            return new byte[] {(byte) (major << 5 | value)};
        }
        if (value < 256) {
            return new byte[] {(byte) (major << 5 | 24), (byte) value};
        }
        return new byte[] {(byte) (major << 5 | 25), (byte) (value >> 8), (byte) value};
    }
}
