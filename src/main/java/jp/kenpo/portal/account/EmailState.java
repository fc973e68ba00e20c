package jp.kenpo.portal.account;

/** How far a member's address is trusted. */
public enum EmailState {
    /** None was entered. */
    NONE,
    /** A confirmation code was sent there. */
    CODE_SENT,
    /** The code came back. */
    CONFIRMED,
    /** The member put the confirmation off. */
    LATER
}
