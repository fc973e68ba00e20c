package jp.kenpo.portal.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every step has its page. */
class PagesTest {

    private static final Path PAGES = Path.of("src", "main", "webapp");

    @ParameterizedTest
    @MethodSource("steps")
    void thePagesOfAStepExist(SignInStep step) {
        Stream<String> pages =
                Stream.concat(Stream.of(step.page()), step.alsoOpen().stream()).filter(page -> page.endsWith(".xhtml"));

        assertThat(pages)
                .isNotEmpty()
                .allSatisfy(page -> assertThat(PAGES.resolve(page.substring(1))).exists());
    }

    private static Stream<SignInStep> steps() {
        return SignInStepTest.STEPS.stream();
    }
}
