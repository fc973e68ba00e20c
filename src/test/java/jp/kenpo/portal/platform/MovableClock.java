package jp.kenpo.portal.platform;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/**
 * The portal's clock in tests: it stands still until a test moves it, forward only.
 *
 * <p>It takes the place of the machine's wherever a {@link Clock} is injected. Whole seconds, which every
 * database keeps.
 */
@Alternative
@Priority(1)
@ApplicationScoped
public class MovableClock extends Clock {

    private Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    /** Lets so much time pass. */
    public synchronized void moveBy(Duration passed) {
        if (passed.isNegative()) {
            throw new IllegalArgumentException("Time does not go back by " + passed);
        }
        now = now.plus(passed);
    }

    @Override
    public synchronized Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return Clocks.JAPAN;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("The portal's clock keeps Japan's time");
    }
}
