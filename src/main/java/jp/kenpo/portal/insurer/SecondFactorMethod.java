package jp.kenpo.portal.insurer;

/** The second factors that an insurer may offer, in the order in which they are offered. */
public enum SecondFactorMethod {
    /** 生体認証: a passkey, used by face, fingerprint or screen lock (WebAuthn L3). */
    PASSKEY,
    /** ワンタイムパスワード: six digits of an authenticator app (RFC 6238). */
    OTP
}
