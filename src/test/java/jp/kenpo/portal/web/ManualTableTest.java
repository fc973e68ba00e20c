package jp.kenpo.portal.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

/** Keeps docs/manual.md true: each step of the manual is in it, each page and journey that it names exists. */
class ManualTableTest {

    private static final Path PAGES = Path.of("src", "main", "webapp");

    /** The manual's own numbers: first login, OTP, biometrics on the phone and at the PC, what is common to all. */
    private static final List<String> STEPS = List.of(
            "I-1",
            "I-2",
            "I-3",
            "I-4",
            "I-5",
            "I-6",
            "I-7",
            "I-8",
            "II-OTP-1",
            "II-OTP-2",
            "II-OTP-2-1",
            "II-OTP-2-2",
            "II-OTP-2-3",
            "II-生体-1",
            "II-生体-2",
            "II-生体-3",
            "II-生体-4",
            "II-PC-1",
            "II-PC-2",
            "共通-1");

    /** @param journey class and method, with a point between */
    private record Row(String name, String page, String journey) {

        /** The manual's number; of a page that the manual leaves out some other word. */
        String step() {
            return name.split(" ")[0];
        }
    }

    @Test
    void everyStepOfTheManualIsToldInItsOrder() throws IOException {
        List<String> steps = rows().stream()
                .map(Row::step)
                .filter(step -> step.matches("(I|II|共通)-.*"))
                .distinct()
                .toList();

        assertThat(steps).isEqualTo(STEPS);
    }

    @Test
    void eachPageIsToldAndEachThatIsToldExists() throws IOException {
        try (Stream<Path> files = Files.walk(PAGES)) {
            List<String> pages = files.map(file -> PAGES.relativize(file).toString())
                    .filter(file -> file.endsWith(".xhtml") && !file.startsWith("WEB-INF"))
                    .toList();

            assertThat(rows()).extracting(Row::page).containsAll(pages).isSubsetOf(pages);
        }
    }

    @Test
    void eachJourneyIsATest() throws IOException {
        assertThat(rows()).isNotEmpty().allSatisfy(row -> {
            String[] classAndMethod = row.journey().split("\\.");
            Class<?> journey = Class.forName("jp.kenpo.portal.journey." + classAndMethod[0]);
            assertThat(Arrays.stream(journey.getDeclaredMethods())
                            .filter(method -> method.getName().equals(classAndMethod[1])))
                    .as("%s of %s", row.journey(), row.name())
                    .singleElement()
                    .matches(method -> method.isAnnotationPresent(Test.class)
                            || method.isAnnotationPresent(ParameterizedTest.class));
        });
    }

    /** The lines of both tables, without their heads. */
    private static List<Row> rows() throws IOException {
        return Files.readAllLines(Path.of("docs", "manual.md")).stream()
                .filter(line -> line.startsWith("| ") && !line.endsWith("| page | journey |"))
                .map(line -> line.split("\\|", -1))
                .map(cells -> new Row(cells[1].strip(), cells[2].strip(), cells[3].strip()))
                .toList();
    }
}
