package jp.kenpo.portal.signin;

/** What a caller may see, as web.xml's constraints know it. */
public enum Role {
    /** Knows the password, or had a link for it, and is asked for more, or for a new password. */
    PROVING,
    /** Is walking through the first login, or has to accept new terms. */
    NEWCOMER,
    /** Has no second factor yet and sets one up. */
    ENROLLING,
    /** Is signed in. */
    MEMBER,
    /** Of the insurer's staff, signed in: decides for the insurer. */
    STAFF_MANAGER,
    /** Of the insurer's staff, signed in: helps members. */
    STAFF_HELP_DESK,
    /** Of the insurer's staff, signed in: reads the record. */
    STAFF_AUDITOR
}
