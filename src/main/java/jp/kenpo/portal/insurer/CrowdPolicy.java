package jp.kenpo.portal.insurer;

import java.time.Duration;

/**
 * When failures that are nobody's in particular are too many: guesses at many user IDs, a few at each.
 *
 * @param addressFailures more of them within {@link #WINDOW} make an address wait, if most of its tries failed: on the
 *     first day a whole office logs in from behind one address
 * @param alarmFailures so many within the same time at one insurer are an alarm, and stop nobody
 */
public record CrowdPolicy(int addressFailures, int alarmFailures) {

    /** The time within which failures are counted together. */
    public static final Duration WINDOW = Duration.ofMinutes(15);

    /** Whether an address with so many failures among its tries has to wait. */
    public boolean isTooMany(int failures, int tries) {
        return failures > addressFailures && failures > tries / 2;
    }
}
