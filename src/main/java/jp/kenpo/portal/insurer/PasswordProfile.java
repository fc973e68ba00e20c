package jp.kenpo.portal.insurer;

/** Which passwords members may choose. */
public enum PasswordProfile {
    /** Half-width letters and digits, at least one of each, as the manual has it. */
    MANUAL,
    /** Any character; length, word lists and strength decide (NIST SP 800-63B-4 § 3.1.1.2). */
    OPEN
}
