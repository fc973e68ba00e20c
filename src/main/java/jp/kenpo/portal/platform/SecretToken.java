package jp.kenpo.portal.platform;

import java.util.Base64;
import java.util.Optional;

/**
 * A bearer token of 256 bits: whoever holds it is believed. Only its hash is ever stored.
 *
 * @param value base64url without padding, 43 characters
 */
public record SecretToken(String value) {

    private static final int LENGTH = 43;

    static SecretToken of(byte[] bytes) {
        return new SecretToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** Reads what a browser sent; empty where it cannot be a token. */
    public static Optional<SecretToken> parse(String sent) {
        return sent.length() == LENGTH && sent.matches("[A-Za-z0-9_-]+")
                ? Optional.of(new SecretToken(sent))
                : Optional.empty();
    }

    /** SHA-256 of the token in base64url: enough for 256 random bits, which nobody can guess. */
    public String hash() {
        return Sha256.base64Url(value);
    }

    /** Says nothing of the value, so that no log can. */
    @Override
    public String toString() {
        return "SecretToken[hidden]";
    }
}
