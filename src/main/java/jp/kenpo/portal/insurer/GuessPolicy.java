package jp.kenpo.portal.insurer;

import java.time.Duration;

/**
 * How often something secret may be guessed: some tries are free, each failure after them doubles the wait, and at
 * last a stranger may not guess at all.
 *
 * @param freeTries failures in a row before the first wait
 * @param firstWait the wait after the last free try
 * @param longestWait where the doubling ends
 * @param tellAfter failures in a row of which the owner is told
 * @param mostFailures failures in a row after which only a device that the owner signed in with before may go on
 *     (NIST SP 800-63B-4 § 3.2.2: one hundred at most)
 */
public record GuessPolicy(int freeTries, Duration firstWait, Duration longestWait, int tellAfter, int mostFailures) {

    /** The wait that follows so many failures in a row; zero while tries are free. */
    public Duration waitAfter(int failures) {
        int doublings = failures - freeTries;
        if (doublings < 0) {
            return Duration.ZERO;
        }
        // Thirty doublings of a second are 34 years: no further one is needed, nor may the shift overflow.
        Duration wait = firstWait.multipliedBy(1L << Math.min(doublings, 30));
        return wait.compareTo(longestWait) < 0 ? wait : longestWait;
    }

    /** How many free tries are left after so many failures in a row. */
    public int triesLeftAfter(int failures) {
        return Math.max(0, freeTries - failures);
    }

    /** Whether the owner is to be told now: once when there are many, and once more when nothing is left. */
    public boolean isToBeTold(int failures) {
        return failures == tellAfter || failures == mostFailures;
    }
}
