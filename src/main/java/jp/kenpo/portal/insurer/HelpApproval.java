package jp.kenpo.portal.insurer;

import java.time.Duration;

/** How many of the staff it takes to change how a member signs in. */
public enum HelpApproval {
    /** Whoever helps him does it. */
    ONE,
    /** Somebody else of the staff approves what one of them asks for. */
    TWO;

    /** Whoever recognised the member did so that long ago at most when it is approved. */
    public static final Duration AWAITED = Duration.ofHours(24);
}
