package jp.kenpo.portal.journey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.Charset;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What comes in the place of a file of members: each is answered in words, and nothing of it is kept. */
@ExtendWith(Journey.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileRosterIT {

    private static final String TYPE = "multipart/form-data; boundary=b";
    private static final String SCOPE = "--b\r\nContent-Disposition: form-data; name=\"scope\"\r\n\r\nchanges\r\n";
    private static final String FILE =
            "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"members.csv\"\r\n\r\n";
    private static final String END = "\r\n--b--\r\n";
    private static final String HEADINGS = "記号,番号,氏名,カナ,生年月日,資格取得日\r\n";
    private static final String ROW = "6997,1,取込 花子,トリコミ ハナコ,S55.12.1,R2.4.1\r\n";

    private final PortalWithDatabase both;
    private Newcomer manager;

    HostileRosterIT(PortalWithDatabase both) {
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
                Arguments.of("no end", SCOPE + FILE + HEADINGS + ROW),
                Arguments.of("another boundary", (SCOPE + FILE + HEADINGS + ROW + END).replace("--b", "--c")),
                Arguments.of("no kind of list", FILE + HEADINGS + ROW + END),
                Arguments.of("no such kind", SCOPE.replace("changes", "half") + FILE + HEADINGS + ROW + END),
                Arguments.of("no file", SCOPE + "--b--\r\n"),
                Arguments.of("an empty file", SCOPE + FILE + END),
                Arguments.of("a head that never ends", SCOPE + "--b\r\nContent-Disposition: " + "x".repeat(100_000)),
                Arguments.of("a part without a head", "--b\r\n\r\nx" + END),
                Arguments.of("thousands of parts", SCOPE.repeat(3000) + FILE + HEADINGS + END),
                Arguments.of("headings alone", SCOPE + FILE + HEADINGS + END),
                Arguments.of("an archive", SCOPE + FILE + "PK\u0003\u0004" + END),
                Arguments.of("a quotation that never ends", SCOPE + FILE + HEADINGS + ROW + "\"1,2" + END),
                Arguments.of("a field of ten megabytes", SCOPE + FILE + HEADINGS + "x".repeat(10_000_000) + END),
                Arguments.of("U+0000", SCOPE + FILE + HEADINGS + ROW + "6997,\u0000,,,,\r\n" + END),
                Arguments.of("U+001F", SCOPE + FILE + HEADINGS + ROW + "6997,\u001F,,,,\r\n" + END),
                Arguments.of("long headings", SCOPE + FILE + "x,".repeat(20_000) + "\r\n" + ROW + END));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("forms")
    void isRefusedInWords(String name, String form) {
        Answer answer = isNotKept(WireRequest.post(BroughtRoster.FILE, "").body(TYPE, form.getBytes(UTF_8)));

        if (answer.status() == 303) {
            assertThat(answer.location()).endsWith("/administration/roster/imports.xhtml?notice=file-not-received");
        } else {
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.body()).contains("error-summary", "ファイルを送って確認する");
        }
    }

    @Test
    void lettersOfTwoEncodingsAreNamedByTheirLine() {
        byte[] head = (SCOPE + FILE + HEADINGS + ROW).getBytes(UTF_8);
        byte[] tail = ("高橋\r\n" + END).getBytes(Charset.forName("windows-31j"));
        byte[] form = new byte[head.length + tail.length + 1];
        System.arraycopy(head, 0, form, 0, head.length);
        form[head.length] = (byte) 0xFF;
        System.arraycopy(tail, 0, form, head.length + 1, tail.length);

        assertThat(isNotKept(WireRequest.post(BroughtRoster.FILE, "").body(TYPE, form))
                        .body())
                .contains("3行目に、UTF-8としてもShift_JIS（Windows-31J）としても読めない文字があります。");
    }

    @Test
    @Tag("ASVS-5.2.1")
    void aFileThatIsTooLargeIsRefusedByItsAnnouncedLength() throws IOException {
        WireRequest form = WireRequest.post(BroughtRoster.FILE, "")
                .body(TYPE, SCOPE.getBytes(UTF_8))
                .butWith("Content-Length", "536870913");
        // Nobody waits for the rest, and the server need not.
        try (Socket begun = manager.visitor().begin(form, SCOPE.length());
                BufferedReader answer = new BufferedReader(new InputStreamReader(begun.getInputStream(), UTF_8))) {
            assertThat(answer.readLine()).startsWith("HTTP/1.1 413");
        }
        assertThat(isNotKept(WireRequest.post(BroughtRoster.FILE, "")
                                .body(TYPE, SCOPE.getBytes(UTF_8))
                                .inChunks())
                        .status())
                .isEqualTo(411);
    }

    @Test
    void whoeverIsNoManagerIsNotRead() {
        Newcomer member = Newcomer.atDemo(both).asFarAs("/member/home.xhtml");

        assertThat(member.visitor().ask(file()).location()).startsWith("/member/home.xhtml");
        assertThat(member.isOfTheStaff(both.database(), "HELP_DESK")
                        .visitor()
                        .ask(file())
                        .location())
                .startsWith("/administration/help-desk.xhtml");
        assertThat(new Visitor(both.portal().demo()).ask(file()).location()).startsWith("/sign-in/password.xhtml");
        assertThat(manager.visitor().copyAt(both.portal().sakura()).ask(file()).location())
                .as("at another insurer")
                .startsWith("/sign-in/password.xhtml");
        assertThat(rows()).isZero();
    }

    private static WireRequest file() {
        return BroughtRoster.ofChanges(ROW);
    }

    /** A form of another site's, which a manager's browser sends with his cookies. */
    @Test
    @Tag("ASVS-3.5.1")
    void aFileOfAnotherSiteIsNotTaken() {
        isNotKept(file().butWith("Sec-Fetch-Site", "cross-site"));
    }

    private Answer isNotKept(WireRequest form) {
        Answer answer = manager.visitor().ask(form);

        assertThat(answer.status()).isLessThan(500);
        assertThat(answer.body().isEmpty() && answer.status() != 303)
                .as("a blank page")
                .isFalse();
        assertThat(rows()).isZero();
        return answer;
    }

    private long rows() {
        return both.database().number("select count(*) from roster_line where fields like '%6997%'");
    }
}
