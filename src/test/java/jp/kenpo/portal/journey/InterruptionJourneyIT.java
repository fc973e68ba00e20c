package jp.kenpo.portal.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import java.nio.file.Path;
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
}
