package jp.kenpo.portal.insurer;

/** How many of the staff it takes to change how a member signs in. */
public enum HelpApproval {
    /** Whoever helps him does it. */
    ONE,
    /** Somebody else of the staff approves what one of them asks for. */
    TWO
}
