package jp.kenpo.portal.insurer;

/** The second factors that an insurer may offer. */
public enum SecondFactorMethod {
    /** ワンタイムパスワード: six digits of an authenticator app (RFC 6238). */
    OTP
}
