package jp.kenpo.portal.journey.soak;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;

/** What time it is for the portal; it goes on by itself, can be moved ahead, and outlives the server. */
final class PortalTime {

    private final Path file;

    PortalTime(Path file) {
        this.file = file.toAbsolutePath();
        write(0);
    }

    Path file() {
        return file;
    }

    Instant now() {
        return Instant.now().plusSeconds(FileClock.secondsAhead(file));
    }

    void moveBy(Duration passed) {
        write(FileClock.secondsAhead(file) + passed.toSeconds());
    }

    /** At once, since the portal reads at any time. */
    private void write(long secondsAhead) {
        try {
            Path next = file.resolveSibling(file.getFileName() + ".next");
            Files.createDirectories(file.getParent());
            Files.writeString(next, Long.toString(secondsAhead));
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
