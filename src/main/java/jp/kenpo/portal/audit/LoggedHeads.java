package jp.kenpo.portal.audit;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The seals that the portal's logs tell of, all of them: the last line alone tells nothing of what was cut off before
 * it, where the portal has sealed more since.
 */
final class LoggedHeads {

    private static final String SAYING = "The audit is sealed up to ";
    private static final Pattern HEAD =
            Pattern.compile(SAYING + "(?<number>[1-9][0-9]{0,17}):(?<mac>[A-Za-z0-9_-]{1,200})");

    /** By number, as the log has it; half a million, a year's, take some 70 MB. */
    private final NavigableMap<Long, String> macs = new TreeMap<>();

    private final Set<Long> toldDifferently = new HashSet<>();

    /** What the log says of a seal, such as {@code The audit is sealed up to 17:AQ…}. */
    static String line(AuditSeal seal) {
        return SAYING + seal.number() + ":" + seal.macText();
    }

    /**
     * Reads logs from first to last line; without any, no seal is told of.
     *
     * @throws IllegalStateException when one cannot be read, or tells of no seal and so is hardly the portal's
     */
    static LoggedHeads read(List<Path> logs) {
        LoggedHeads heads = new LoggedHeads();
        for (Path log : logs) {
            if (!heads.takeAll(log)) {
                throw new IllegalStateException("no line of the log " + log + " tells of a seal");
            }
        }
        return heads;
    }

    /** In an encoding in which every byte is a letter: whatever else stands in a log must not keep it from being read. */
    private boolean takeAll(Path log) {
        boolean tells = false;
        try (BufferedReader lines = Files.newBufferedReader(log, ISO_8859_1)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                tells |= take(line);
            }
        } catch (IOException e) {
            throw new IllegalStateException("the log " + log + " cannot be read", e);
        }
        return tells;
    }

    /** Takes in what a line tells; false where that is nothing of a seal. */
    boolean take(String line) {
        Matcher head = HEAD.matcher(line);
        if (!head.find()) {
            return false;
        }
        take(Long.parseLong(head.group("number")), head.group("mac"));
        return true;
    }

    private void take(long number, String mac) {
        String before = macs.putIfAbsent(number, mac);
        if (before != null && !before.equals(mac)) {
            toldDifferently.add(number);
        }
    }

    boolean tellOfTwo(long number) {
        return toldDifferently.contains(number);
    }

    /** Whether the log has a seal of this number that is not this one. */
    boolean tellOfAnother(AuditSeal seal) {
        String mac = macs.get(seal.number());
        return mac != null && !mac.equals(seal.macText());
    }

    OptionalLong highest() {
        return macs.isEmpty() ? OptionalLong.empty() : OptionalLong.of(macs.lastKey());
    }
}
