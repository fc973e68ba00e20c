package jp.kenpo.portal.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** What time it is for a portal; it goes on by itself, can be moved ahead, and outlives the server. */
public final class PortalTime {

    private final Path file;

    /** @param folder in which the portal keeps its data */
    public PortalTime(Path folder) {
        this.file = folder.toAbsolutePath().resolve("clock");
        write(0);
    }

    /** By which a {@link PortalServer#PAYARA_MICRO_WITH_CLOCK} finds it. */
    public Map<String, String> environment() {
        return Map.of(FileClock.FILE, file.toString());
    }

    public Instant now() {
        return Instant.now().plusSeconds(FileClock.secondsAhead(file));
    }

    public void moveBy(Duration passed) {
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
