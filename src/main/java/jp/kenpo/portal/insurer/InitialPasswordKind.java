package jp.kenpo.portal.insurer;

/** What the password is that a member logs in with for the first time. */
public enum InitialPasswordKind {
    /** 記号+番号+生年月日, which whoever has the member's papers knows as well. */
    DERIVED,
    /** Drawn for him, and printed in the letter that the insurer sends him (ASVS 6.4.1). */
    LETTER
}
