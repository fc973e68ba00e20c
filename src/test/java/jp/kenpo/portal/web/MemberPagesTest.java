package jp.kenpo.portal.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Member pages work without script, take what is typed whole, and ask no other host for anything. */
class MemberPagesTest {

    private static final Path PAGES = Path.of("src", "main", "webapp");

    @Test
    void noPageNeedsAScriptOfFaces() throws IOException {
        assertThat(pages())
                .isNotEmpty()
                .allSatisfy(page -> assertThat(Files.readString(page))
                        .doesNotContain(
                                "onclick",
                                "onsubmit",
                                "h:commandLink",
                                "h:commandButton",
                                "h:button",
                                "f:ajax",
                                "h:head"));
    }

    @Test
    void noPageCutsOffOrHintsInsideAField() throws IOException {
        assertThat(pages())
                .allSatisfy(page -> assertThat(Files.readString(page))
                        .doesNotContain("maxlength", "placeholder", "disabled=", "style="));
    }

    @Test
    void noPageNamesAnotherHost() throws IOException {
        assertThat(pages())
                .allSatisfy(page -> assertThat(Files.readString(page))
                        .doesNotContain("http://", "https://", "src=\"//", "href=\"//"));
    }

    private static List<Path> pages() throws IOException {
        try (Stream<Path> files = Files.walk(PAGES)) {
            return files.filter(file -> file.toString().endsWith(".xhtml")).toList();
        }
    }
}
