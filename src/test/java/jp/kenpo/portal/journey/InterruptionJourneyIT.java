package jp.kenpo.portal.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
}
