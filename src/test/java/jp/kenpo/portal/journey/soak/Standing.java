package jp.kenpo.portal.journey.soak;

import java.time.Duration;
import java.time.Instant;

/**
 * What a member proved in a browser since nobody was known there.
 *
 * <p>What he sent counts as proved whether or not it came in, so that only what was never sent can be missing.
 */
final class Standing {

    /** Five minutes before the portal's own limits: how long an answer took nobody knows. */
    private static final Duration SURELY_NOT_IDLE = Duration.ofMinutes(25);

    private static final Duration SURELY_NOT_OVER = Duration.ofHours(11);

    private boolean halfProved;
    private boolean fullyProved;
    private boolean usedLink;
    private boolean staysSignedIn;
    private Instant begun = Instant.EPOCH;
    private Instant used = Instant.EPOCH;

    boolean isHalfProved() {
        return halfProved || fullyProved;
    }

    boolean isFullyProved() {
        return fullyProved;
    }

    boolean hasUsedLink() {
        return usedLink;
    }

    void provesHalf(Instant now) {
        halfProved = true;
        begun = now;
    }

    void provesAll(Instant now) {
        begun = halfProved ? begun : now;
        fullyProved = true;
    }

    void usesLink(Instant now) {
        usedLink = true;
        provesHalf(now);
    }

    /** The portal asks for the second factor, so what was shown before it counts no more. */
    void isAskedForSecondFactor() {
        fullyProved = false;
    }

    /** The portal knows nobody here. */
    void isNobody() {
        halfProved = false;
        fullyProved = false;
        usedLink = false;
        staysSignedIn = false;
    }

    /** Whether nothing has happened for which the portal may have signed him out. */
    boolean staysSignedIn() {
        return staysSignedIn;
    }

    void mayBeSignedOut() {
        staysSignedIn = false;
    }

    /** A page came in that only a known member gets. */
    void isKnown(Instant now) {
        staysSignedIn = true;
        used = now;
    }

    void timePassed(Instant now) {
        if (used.plus(SURELY_NOT_IDLE).isBefore(now)
                || begun.plus(SURELY_NOT_OVER).isBefore(now)) {
            staysSignedIn = false;
        }
    }
}
