package jp.kenpo.portal.secondfactor;

import org.apache.commons.codec.binary.Base32;

/**
 * The key that the portal and an authenticator app share: 160 bits (RFC 4226 § 4 R6).
 *
 * @param base32 32 characters (RFC 4648 § 6)
 */
public record TotpSecret(String base32) {

    /** The number of random bytes that a new key needs. */
    public static final int BYTES = 20;

    /** A key made of these bytes. */
    public static TotpSecret of(byte[] bytes) {
        return new TotpSecret(new Base32().encodeToString(bytes));
    }

    /** In groups of four, for typing it into an app that cannot scan. */
    public String inGroups() {
        return base32.replaceAll("(.{4})(?!$)", "$1 ");
    }

    /** Says nothing of the key, so that no log can. */
    @Override
    public String toString() {
        return "TotpSecret[hidden]";
    }
}
