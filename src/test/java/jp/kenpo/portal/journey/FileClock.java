package jp.kenpo.portal.journey;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import jp.kenpo.portal.platform.Clocks;

/**
 * The machine's clock, ahead by as many seconds as a file says, which {@link PortalTime} writes. Laid into the WAR of a
 * {@link PortalServer#PAYARA_MICRO_WITH_CLOCK}, in no other.
 */
@Alternative
@Priority(1)
@ApplicationScoped
public class FileClock extends Clock {

    /** The environment's name for the file. */
    static final String FILE = "PORTAL_TEST_CLOCK";

    private final Path file = Path.of(System.getenv(FILE));

    @Override
    public Instant instant() {
        return Instant.now().plusSeconds(secondsAhead(file));
    }

    static long secondsAhead(Path file) {
        try {
            return Long.parseLong(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
