package jp.kenpo.portal.figures;

import java.util.Locale;

/** What second factors one person has. */
public enum Factors {
    OTP,
    PASSKEY,
    BOTH;

    static Factors of(boolean otp, boolean passkey) {
        return otp && passkey ? BOTH : otp ? OTP : PASSKEY;
    }

    /** Names it in texts. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
