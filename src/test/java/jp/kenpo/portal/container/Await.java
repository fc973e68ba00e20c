package jp.kenpo.portal.container;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for a state that something else brings about, no longer than it takes. */
public final class Await {

    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

    private Await() {}

    /**
     * Returns as soon as the state is there.
     *
     * @param state what is waited for, for the message
     * @throws AssertionError when it does not come within thirty seconds
     */
    public static void until(String state, BooleanSupplier isThere) {
        until(state, LONGEST, isThere);
    }

    /**
     * Returns as soon as the state is there.
     *
     * @param state what is waited for, for the message
     * @throws AssertionError when it does not come in time
     */
    public static void until(String state, Duration longest, BooleanSupplier isThere) {
        long end = System.nanoTime() + longest.toNanos();
        while (!isThere.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("Not within " + longest.toSeconds() + " s: " + state);
            }
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
    }
}
