package jp.kenpo.portal.member;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * One way to write a birth date, of the table {@code birth-dates.txt}, which the server and the page's script are
 * both held to.
 *
 * @param meant the date, such as 1979-08-22, or the key of the refusal
 * @param echo what the page says while it is typed; empty where it says nothing
 */
public record BirthDateSpelling(String typed, String meant, String echo) {

    /** Today in the table. */
    public static final LocalDate TODAY = LocalDate.of(2026, 4, 1);

    private static final Pattern ESCAPE = Pattern.compile("\\\\u([0-9A-F]{4})");

    /** The whole table. */
    public static List<BirthDateSpelling> all() {
        List<BirthDateSpelling> table = new ArrayList<>();
        String[] meaning = {};
        for (String line : lines()) {
            if (line.startsWith("= ")) {
                meaning = line.substring(2).split(" ", 2);
            } else if (!line.isEmpty() && !line.startsWith("#")) {
                table.add(new BirthDateSpelling(unescaped(line), meaning[0], meaning.length > 1 ? meaning[1] : ""));
            }
        }
        return table;
    }

    private static List<String> lines() {
        try (InputStream table = BirthDateSpelling.class.getResourceAsStream("/birth-dates.txt")) {
            return new String(table.readAllBytes(), UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String unescaped(String line) {
        return ESCAPE.matcher(line).replaceAll(escape -> Character.toString(Integer.parseInt(escape.group(1), 16)));
    }
}
