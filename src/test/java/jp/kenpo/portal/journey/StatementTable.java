package jp.kenpo.portal.journey;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** statements.txt: what each request costs, with a section for each journey. */
final class StatementTable {

    private static final Path FILE = Path.of("src", "test", "resources", "statements.txt");
    private static final String SECTION = "# ";

    private StatementTable() {}

    /** The lines of a journey, as {@link Ledger.Line} writes them. */
    static List<String> of(String journey) throws IOException {
        List<String> lines = Files.readAllLines(FILE);
        int start = lines.indexOf(SECTION + journey) + 1;
        if (start == 0) {
            throw new IllegalStateException("No section " + journey + " in " + FILE);
        }
        return lines.subList(start, lines.size()).stream()
                .takeWhile(line -> !line.isBlank())
                .toList();
    }

    /** All requests, such as {@code POST /first-login/terms.xhtml button-agree}, without what tells them from others. */
    static List<String> requests() throws IOException {
        List<String> requests = new ArrayList<>();
        for (String line : Files.readAllLines(FILE)) {
            if (line.matches(Ledger.Line.NUMBERS + ".*")) {
                requests.add(line.replaceFirst(Ledger.Line.NUMBERS, "").replaceFirst(",.*", ""));
            }
        }
        return requests;
    }
}
