package jp.kenpo.portal.journey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What comes in the place of a logo: each is answered in words, and the logo stays what it was. */
@ExtendWith(Journey.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileLogoIT {

    private static final String DRAWING = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'>";

    private final PortalWithDatabase both;
    private Newcomer manager;

    HostileLogoIT(PortalWithDatabase both) {
        this.both = both;
    }

    @BeforeAll
    void aManager() {
        manager = Newcomer.atDemo(both).asFarAs("/member/home.xhtml").isOfTheStaff(both.database(), "MANAGER");
    }

    private static Stream<Arguments> forms() {
        return Stream.of(
                Arguments.of("nothing", ""),
                Arguments.of("no form", "\u0000\u0001\r\n\r\n"),
                Arguments.of("no end", BroughtLogo.HEAD + DRAWING),
                Arguments.of("no file", "--b--\r\n"),
                Arguments.of("an empty file", BroughtLogo.HEAD + BroughtLogo.END),
                Arguments.of("a part without a head", "--b\r\n\r\nx" + BroughtLogo.END),
                Arguments.of("a script", of(DRAWING + "<script>alert(1)</script></svg>")),
                Arguments.of(
                        "a file of the server's",
                        of(DRAWING.replace("<svg", "<!DOCTYPE svg [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><svg")
                                + "<text>&e;</text></svg>")),
                Arguments.of(
                        "a thousand laughs",
                        of("<!DOCTYPE svg [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;\">]>" + DRAWING
                                + "<text>&b;</text></svg>")),
                Arguments.of("a drawing that is too large", of(DRAWING + " ".repeat(100_000) + "</svg>")),
                Arguments.of("U+0000", of(DRAWING + "\u0000</svg>")));
    }

    private static String of(String file) {
        return BroughtLogo.HEAD + file + BroughtLogo.END;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("forms")
    void isRefusedInWords(String name, String form) {
        Answer answer = isNotShown(BroughtLogo.form(form));

        if (answer.status() == 303) {
            assertThat(answer.location()).endsWith(BroughtLogo.PAGE + "?notice=file-not-received");
        } else {
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.body()).contains("error-summary", "ロゴの画像");
        }
    }

    @Test
    @Tag("ASVS-5.2.1")
    void aFileThatIsTooLargeIsRefusedByItsAnnouncedLength() throws IOException {
        WireRequest form = BroughtLogo.form(BroughtLogo.HEAD).butWith("Content-Length", "1000001");

        // Nobody waits for the rest, and the server need not.
        try (Socket begun = manager.visitor().begin(form, BroughtLogo.HEAD.length());
                BufferedReader answer = new BufferedReader(new InputStreamReader(begun.getInputStream(), UTF_8))) {
            assertThat(answer.readLine()).startsWith("HTTP/1.1 413");
        }
    }

    @Test
    void whoeverIsNoManagerIsNotRead() {
        Newcomer member = Newcomer.atDemo(both).asFarAs("/member/home.xhtml");
        String before = logo();

        assertThat(member.visitor().ask(red()).location()).startsWith("/member/home.xhtml");
        assertThat(member.isOfTheStaff(both.database(), "HELP_DESK")
                        .visitor()
                        .ask(red())
                        .location())
                .startsWith("/administration/help-desk.xhtml");
        assertThat(new Visitor(both.portal().demo()).ask(red()).location()).startsWith("/sign-in/password.xhtml");
        assertThat(manager.visitor().copyAt(both.portal().sakura()).ask(red()).location())
                .as("at another insurer")
                .startsWith("/sign-in/password.xhtml");
        assertThat(logo()).isEqualTo(before);
    }

    private static WireRequest red() {
        return BroughtLogo.of("red");
    }

    /** A form of another site's, which a manager's browser sends with his cookies. */
    @Test
    @Tag("ASVS-3.5.1")
    void aFileOfAnotherSiteIsNotTaken() {
        isNotShown(red().butWith("Sec-Fetch-Site", "cross-site"));
    }

    private Answer isNotShown(WireRequest form) {
        String before = logo();

        Answer answer = manager.visitor().ask(form);

        assertThat(answer.status()).isLessThan(500);
        assertThat(answer.body().isEmpty() && answer.status() != 303)
                .as("a blank page")
                .isFalse();
        assertThat(logo()).isEqualTo(before);
        return answer;
    }

    private String logo() {
        return both.database().text("select string_agg(logo, ' ' order by id) from insurer");
    }
}
