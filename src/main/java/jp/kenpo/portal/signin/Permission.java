package jp.kenpo.portal.signin;

/** Whether something may be done now. */
public enum Permission {
    GRANTED,
    /** Not before a second factor was shown again. */
    NEEDS_SECOND_FACTOR
}
