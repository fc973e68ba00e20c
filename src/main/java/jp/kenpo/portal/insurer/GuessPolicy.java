package jp.kenpo.portal.insurer;

import java.time.Duration;

/**
 * How often something secret may be guessed: some tries are free, each failure after them doubles the wait.
 *
 * @param freeTries failures in a row before the first wait
 * @param firstWait the wait after the last free try
 * @param longestWait where the doubling ends
 */
public record GuessPolicy(int freeTries, Duration firstWait, Duration longestWait) {

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
}
