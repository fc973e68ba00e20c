package jp.kenpo.portal.secondfactor;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;

/**
 * What an authenticator app reads from the QR code, or is opened with on the same phone.
 *
 * <p>Source: Google Authenticator's "Key Uri Format"; all values are written out, since apps differ in what
 * they assume.
 */
public final class OtpAuthUri {

    private OtpAuthUri() {}

    /**
     * The address.
     *
     * @param issuer the insurer's name, which the app shows beside the code
     * @param userId what tells several members in one app apart
     */
    public static String of(String issuer, String userId, TotpSecret secret) {
        return "otpauth://totp/" + encode(issuer) + ":" + encode(userId)
                + "?secret=" + secret.base32()
                + "&issuer=" + encode(issuer)
                + "&algorithm=SHA1&digits=6&period=30";
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, UTF_8).replace("+", "%20");
    }
}
