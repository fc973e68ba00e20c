package jp.kenpo.portal.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a JVM's own log ({@code -Xlog:gc}) tells of the memory that was given out. */
record GarbageLog(Path file) {

    private static final Pattern PAUSE = Pattern.compile("Pause .* (\\d+)M->(\\d+)M\\(");

    /** The option by which a JVM keeps it. */
    String option() {
        return "-Xlog:gc:file=" + file;
    }

    /** So much was given out until the last collection, in megabytes. */
    long allocatedMegabytes() {
        long allocated = 0;
        long left = 0;
        try {
            for (String line : Files.readAllLines(file)) {
                Matcher pause = PAUSE.matcher(line);
                if (pause.find()) {
                    allocated += Long.parseLong(pause.group(1)) - left;
                    left = Long.parseLong(pause.group(2));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return allocated;
    }
}
