package jp.kenpo.portal.insurer;

/** How a member goes on from the first login to setting up the second factor. */
public enum HandOver {
    /** At once, or after logging out and in again, as he likes. */
    CHOICE,
    /** After logging out and in again, as the manual has it. */
    LOG_OUT
}
