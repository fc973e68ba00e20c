package jp.kenpo.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * docs/security.md: each requirement with the tests that show it, or why none does.
 *
 * <p>It is made of the tests' tags. Where it differs from what lies in the folder, the new one is left in
 * {@code target/security.md} to be put there.
 */
class SecurityTableTest {

    private static final Path TESTS = Path.of("src", "test", "java");
    private static final Path REQUIREMENTS = Path.of("src", "test", "resources", "security-requirements.txt");
    private static final Path TABLE = Path.of("docs", "security.md");

    private static final String HEAD = """
            # What the portal withstands, and what shows it

            Requirements of OWASP ASVS 5.0, with the tests that carry their tags. This table is made of those tags: `SecurityTableTest`
            holds it to them.

            | ASVS | what is asked | what shows it |
            |---|---|---|
            """;

    private static final Pattern TAG = Pattern.compile("@Tag\\(\"ASVS-([0-9.]+)\"\\)");
    private static final Pattern SUBJECT = Pattern.compile("(?:class|void) (\\w+)");
    private static final Pattern NESTED = Pattern.compile("\\n    (?:final )?class (\\w+)");
    private static final Pattern LINE = Pattern.compile("([0-9.]+) +([^|]+?)(?: \\| (.+))?");

    private record Requirement(String id, String text, String whyNot) {}

    @Test
    void holdsWhatTheTestsSay() throws IOException {
        TreeMap<String, Set<String>> shown = shown();
        String made = HEAD
                + requirements().stream()
                        .map(requirement -> row(requirement, shown.getOrDefault(requirement.id, Set.of())))
                        .collect(Collectors.joining());
        Files.writeString(Files.createDirectories(Path.of("target")).resolve(TABLE.getFileName()), made);

        assertThat(Files.readString(TABLE)).isEqualTo(made);
    }

    @Test
    void namesEachRequirementThatATestClaimsToShow() throws IOException {
        assertThat(requirements()).extracting(Requirement::id).containsAll(shown().keySet());
    }

    @Test
    void leavesNoRequirementWithoutATestOrAReason() throws IOException {
        TreeMap<String, Set<String>> shown = shown();

        assertThat(requirements())
                .allSatisfy(requirement -> assertThat(shown.containsKey(requirement.id))
                        .as(requirement.id)
                        .isNotEqualTo(!requirement.whyNot.isEmpty()));
    }

    private static String row(Requirement requirement, Set<String> tests) {
        String evidence = tests.isEmpty()
                ? "not yet: " + requirement.whyNot
                : tests.stream().map(test -> "`" + test + "`").collect(Collectors.joining(", "));
        return "| " + requirement.id + " | " + requirement.text + " | " + evidence + " |\n";
    }

    private static List<Requirement> requirements() throws IOException {
        return Files.readAllLines(REQUIREMENTS).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> {
                    Matcher parts = LINE.matcher(line);
                    assertThat(parts.matches()).as(line).isTrue();
                    return new Requirement(
                            parts.group(1),
                            parts.group(2),
                            Stream.ofNullable(parts.group(3)).findFirst().orElse(""));
                })
                .toList();
    }

    private static TreeMap<String, Set<String>> shown() throws IOException {
        TreeMap<String, Set<String>> shown = new TreeMap<>();
        try (Stream<Path> files = Files.walk(TESTS)) {
            for (Path file :
                    files.filter(file -> file.toString().endsWith(".java")).toList()) {
                if (!file.endsWith("SecurityTableTest.java")) {
                    read(file, shown);
                }
            }
        }
        return shown;
    }

    /** The first class or method behind a tag is what it stands on. */
    private static void read(Path file, TreeMap<String, Set<String>> shown) throws IOException {
        String source = Files.readString(file);
        String outer = file.getFileName().toString().replace(".java", "");
        for (MatchResult tag : TAG.matcher(source).results().toList()) {
            Matcher subject = SUBJECT.matcher(source);
            assertThat(subject.find(tag.end()))
                    .as("%s at %s", tag.group(), outer)
                    .isTrue();
            String name = subject.group(1);
            String test = name.equals(outer) ? outer : outer + nested(source, tag.start()) + "." + name;
            shown.computeIfAbsent(tag.group(1), id -> new TreeSet<>()).add(test);
        }
    }

    private static String nested(String source, int at) {
        return NESTED.matcher(source.substring(0, at))
                .results()
                .reduce((former, latter) -> latter)
                .map(found -> "." + found.group(1))
                .orElse("");
    }
}
