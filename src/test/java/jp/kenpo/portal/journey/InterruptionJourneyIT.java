package jp.kenpo.portal.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jp.kenpo.portal.container.Await;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A server that dies in the moment in which the browser is sent on: what was answered is saved. */
@ExtendWith(Journey.class)
class InterruptionJourneyIT {

    private static final Path DATA =
            Path.of("target", "journeys", "killed-" + ProcessHandle.current().pid());

    private final Browser browser;

    InterruptionJourneyIT(Browser browser) {
        this.browser = browser;
    }

    @Test
    void theFirstLoginGoesOnAtTheFirstOpenStep() {
        int port;
        try (PortalProcess portal = PortalProcess.start(DATA);
                BrowserWindow window = BrowserWindow.open(browser, BrowserWindow.DESKTOP)) {
            port = portal.port();
            new Walk(window, portal.demo())
                    .logIn("testuser", "99994321019801201")
                    .confirmBirthDate("19801201");
            portal.kill();
        }
        try (PortalProcess portal = PortalProcess.start(port, DATA);
                BrowserWindow window = BrowserWindow.open(browser, BrowserWindow.DESKTOP)) {
            Walk walk = new Walk(window, portal.demo()).logIn("testuser", "99994321019801201");
            assertThat(window.heading()).isEqualTo("健保ポータル 利用規約");
            walk.acceptTerms().chooseOtp().setPassword();
            portal.kill();
        }
        try (PortalProcess portal = PortalProcess.start(port, DATA);
                BrowserWindow window = BrowserWindow.open(browser, BrowserWindow.DESKTOP)) {
            Walk walk = new Walk(window, portal.demo()).logIn("testuser", "99994321019801201");
            assertThat(window.refusals()).containsExactly("ユーザIDまたはパスワードが違います。");
            walk.logIn("testuser", Walk.PASSWORD);
            assertThat(window.field("メールアドレス").inputValue()).isEqualTo("testuser@sample.com");
            walk.putEmailOff("testuser@sample.com").goOn().setUpOtp();
            portal.kill();
        }
        try (PortalProcess portal = PortalProcess.start(port, DATA);
                BrowserWindow window = BrowserWindow.open(browser, BrowserWindow.DESKTOP)) {
            new Walk(window, portal.demo()).logIn("testuser", Walk.PASSWORD);
            assertThat(window.heading()).isEqualTo("ワンタイムパスワードの入力");
        }
    }

    /** Who guesses gains nothing by a server that falls over. */
    @Test
    @Tag("ASVS-6.3.1")
    void whatWasGuessedIsStillCounted() {
        Path data = DATA.resolveSibling(DATA.getFileName() + "-guesses");
        int port;
        try (PortalProcess portal = PortalProcess.start(data)) {
            port = portal.port();
            assertThat(guessAtTheBirthDate(portal)).contains("あと4回入力できます。");
            portal.kill();
        }
        try (PortalProcess portal = PortalProcess.start(port, data)) {
            assertThat(guessAtTheBirthDate(portal)).contains("あと3回入力できます。");
        }
    }

    private static String guessAtTheBirthDate(PortalProcess portal) {
        Visitor visitor = new Visitor(portal.demo());
        visitor.logIn("testuser", "99994321019801201");
        return visitor.send("/first-login/birth-date.xhtml", "button-submit", "birth-date", "19000101")
                .join();
    }

    /** The challenge of an open page is in no server's memory: another one, with the same keys and rows, takes the answer. */
    @Test
    void aPasskeySignsInAtAnotherServerThanThatOfTheChallenge() {
        Path data = DATA.resolveSibling(DATA.getFileName() + "-passkey");
        try (PortalProcess first = PortalProcess.start(data);
                BrowserWindow window = BrowserWindow.open(browser, BrowserWindow.DESKTOP)) {
            VirtualAuthenticator.ofAnOlderBrowser(window.page());
            Walk walk = new Walk(window, first.demo());
            walk.asFarAsTheMethod(1).makePasskey();
            window.press("OK");
            walk.signOut("見本 1");
            window.page().setDefaultTimeout(400_000);
            List<PortalProcess> next = new ArrayList<>();
            window.page().route("**/sign-in/password.xhtml", answer -> {
                if (next.isEmpty() && answer.request().method().equals("POST")) {
                    first.kill();
                    next.add(PortalProcess.start(first.port(), data));
                }
                answer.resume();
            });
            window.press("生体認証でログイン");
            window.waitForHeading("ポータル");

            assertThat(next).hasSize(1);
            assertThat(window.text()).contains("見本 1");
            next.get(0).close();
        }
    }

    /** Each ten thousand rows are saved with how far the import is: none is lost, and none comes twice. */
    @Test
    void anImportGoesOnWhereItStopped() {
        int rows = 40_000;
        Path data = DATA.resolveSibling(DATA.getFileName() + "-import");
        try (DatabaseServer database = new DatabaseServer(data)) {
            PortalTime time = new PortalTime(data);
            try (PortalProcess portal = PortalProcess.start(data, database.url(), time)) {
                Newcomer manager = Newcomer.atDemo(new Visitor(portal.demo()), database, time)
                        .asFarAs("/member/home.xhtml")
                        .isOfTheStaff(database, "MANAGER");
                String roster = manager.visitor()
                        .ask(BroughtRoster.ofChanges(rosterOf(rows)))
                        .location();
                awaitImport(database, "state = 'CHECKED'");
                manager.visitor().ask(manager.filled(roster.replace("import.xhtml", "run.xhtml"), "button-run"));
                awaitImport(database, "done > 0");
                portal.kill();
            }
            assertThat(database.number("select done from roster_import")).isBetween(1L, rows - 1L);
            // Until then the node that died is believed to be at work.
            time.moveBy(Duration.ofMinutes(2));
            try (PortalProcess next = PortalProcess.start(data, database.url(), time)) {
                awaitImport(database, "state = 'DONE'");
            }
            assertThat(database.number("select added from roster_import")).isEqualTo(rows);
            assertThat(database.number("select count(*) from member where symbol = '6998'"))
                    .isEqualTo(rows);
            assertThat(database.number(
                            "select count(distinct a.member_id) from account a join member m on m.id = a.member_id"
                                    + " where m.symbol = '6998'"))
                    .isEqualTo(rows);
        }
    }

    private static String rosterOf(int rows) {
        return IntStream.range(0, rows)
                .mapToObj(i -> "6998," + i + ",取込 花子,トリコミ ハナコ,S55.12.1,R2.4.1\r\n")
                .collect(Collectors.joining());
    }

    private static void awaitImport(DatabaseServer database, String condition) {
        Await.until(
                "the import to be " + condition,
                Duration.ofMinutes(3),
                () -> database.number("select count(*) from roster_import where " + condition) == 1);
    }
}
