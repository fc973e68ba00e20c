package jp.kenpo.portal.figures;

import java.time.Duration;

/**
 * Those who go no further.
 *
 * @param next what they are to do
 * @param since their last step
 */
public record Waiting(Stage next, Since since, long people) {

    /** How long somebody waits. */
    public enum Since {
        /** Less than a week: he may be about to go on. */
        LATELY,
        /** Less than thirty days. */
        WEEKS,
        LONGER;

        static final Duration WEEK = Duration.ofDays(7);
        static final Duration MONTH = Duration.ofDays(30);
    }
}
