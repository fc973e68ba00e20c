package jp.kenpo.portal.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Keeps docs/manual.md true: each step's page and journey exist, and no page of a step is left out. */
class ManualTableTest {

    private static final Path PAGES = Path.of("src", "main", "webapp");
    private static final Path JOURNEYS = Path.of("src", "test", "java", "jp", "kenpo", "portal", "journey");

    private record Step(String name, String page, String journey) {}

    @Test
    void eachStepsPageAndJourneyExist() throws IOException {
        assertThat(steps()).isNotEmpty().allSatisfy(step -> {
            assertThat(PAGES.resolve(step.page())).as(step.name()).exists();
            assertThat(JOURNEYS.resolve(step.journey() + ".java"))
                    .as(step.name())
                    .exists();
        });
    }

    @Test
    void noPageOfTheFirstLoginIsLeftOut() throws IOException {
        List<String> told = steps().stream().map(Step::page).toList();

        try (Stream<Path> pages = Files.list(PAGES.resolve("first-login"))) {
            assertThat(pages)
                    .allSatisfy(page ->
                            assertThat(told).contains(PAGES.relativize(page).toString()));
        }
    }

    private static List<Step> steps() throws IOException {
        return Files.readAllLines(Path.of("docs", "manual.md")).stream()
                .filter(line -> line.startsWith("| ") && line.contains(".xhtml"))
                .map(line -> line.split("\\|"))
                .map(cells -> new Step(cells[1].strip(), cells[2].strip(), cells[3].strip()))
                .toList();
    }
}
