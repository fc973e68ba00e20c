package jp.kenpo.portal.journey;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;

/** A copy of the WAR with one class more, in a folder that is otherwise as {@code bin/run} knows it. */
public final class WarWithClock {

    public static final Path ROOT = Path.of("target", "with-clock");

    private static final String CLOCK = FileClock.class.getName().replace('.', '/') + ".class";
    private static final Path WAR = Path.of("target", "kenpo-portal.war");

    private WarWithClock() {}

    static void layOut() throws IOException {
        for (String folder : List.of("src", "target", "bin")) {
            Files.createDirectories(ROOT.resolve(folder));
        }
        for (String shared : List.of("pom.xml", "server-config", "src/main", "target/server")) {
            link(ROOT.resolve(shared), Path.of(shared).toAbsolutePath());
        }
        Files.copy(Path.of("bin/run"), ROOT.resolve("bin/run"), StandardCopyOption.REPLACE_EXISTING);
        // Last, since bin/run builds anew what is older than its sources.
        Path war = ROOT.resolve(WAR);
        if (isOutdated(war)) {
            Files.copy(WAR, war, StandardCopyOption.REPLACE_EXISTING);
            addClock(war);
        }
    }

    /** Whether something that was made of the WAR is to be made anew. */
    public static boolean isOutdated(Path made) throws IOException {
        return !Files.exists(made) || Files.getLastModifiedTime(made).compareTo(Files.getLastModifiedTime(WAR)) < 0;
    }

    private static void link(Path link, Path target) throws IOException {
        if (!Files.isSymbolicLink(link)) {
            Files.createSymbolicLink(link, target);
        }
    }

    private static void addClock(Path war) throws IOException {
        try (FileSystem inside = FileSystems.newFileSystem(URI.create("jar:" + war.toUri()), Map.of())) {
            Path target = inside.getPath("/WEB-INF/classes/" + CLOCK);
            Files.createDirectories(target.getParent());
            try (var clock = FileClock.class.getResourceAsStream("/" + CLOCK)) {
                Files.copy(clock, target);
            }
        }
    }
}
