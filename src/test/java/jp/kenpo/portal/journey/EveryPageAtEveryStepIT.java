package jp.kenpo.portal.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every page at every step: it is either open then, or leads to the step that is (ASVS 6.3.3, 2.3.1). */
@ExtendWith(Journey.class)
class EveryPageAtEveryStepIT {

    private static final Path PAGES = Path.of("src", "main", "webapp");

    private final PortalProcess portal;
    private final DatabaseServer database;
    private final Browser browser;

    EveryPageAtEveryStepIT(PortalWithDatabase both, Browser browser) {
        this.portal = both.portal();
        this.database = both.database();
        this.browser = browser;
    }

    @Test
    void noStepCanBeSkipped() throws IOException {
        List<String> pages = pages();
        try (BrowserWindow window = BrowserWindow.open(browser, BrowserWindow.DESKTOP)) {
            Walk walk = new Walk(window, portal.demo());
            window.go(portal.demo() + "/");
            onlyOpen(
                    window,
                    pages,
                    "/sign-in/password.xhtml",
                    "/sign-in/passkey-failed.xhtml",
                    "/sign-in/session-over.xhtml");
            walk.logIn(Walk.userId(13), Walk.initialPassword(13));
            onlyOpen(window, pages, "/first-login/birth-date.xhtml");
            walk.confirmBirthDate("19730101");
            onlyOpen(window, pages, "/first-login/terms.xhtml", "/first-login/terms-declined.xhtml");
            walk.acceptTerms();
            onlyOpen(window, pages, "/first-login/user-id-and-method.xhtml");
            walk.chooseOtp();
            onlyOpen(window, pages, "/first-login/new-password.xhtml");
            walk.setPassword();
            onlyOpen(window, pages, "/first-login/email.xhtml");
            window.type("メールアドレス", "steps@example.jp");
            window.press("実行");
            onlyOpen(window, pages, "/first-login/email-code.xhtml");
            window.press("あとで確認する");
            onlyOpen(window, pages, "/first-login/done.xhtml");
            walk.goOn();
            onlyOpen(window, pages, "/mfa-setup/one-time-password.xhtml", "/mfa-setup/method.xhtml");
            walk.setUpOtp();
            onlyOpen(
                    window,
                    pages,
                    "/member/home.xhtml",
                    "/mfa-setup/done.xhtml",
                    "/mfa-setup/method.xhtml",
                    "/mfa-setup/one-time-password.xhtml",
                    "/mfa-setup/passkey.xhtml",
                    "/mfa-setup/passkey-failed.xhtml",
                    "/sign-in/second-factor.xhtml",
                    "/sign-in/passkey-failed.xhtml",
                    "/sign-in/other-methods.xhtml");
            walk.signOut("見本 13");
            walk.logIn(Walk.userId(13), Walk.PASSWORD);
            onlyOpen(
                    window,
                    pages,
                    "/sign-in/second-factor.xhtml",
                    "/sign-in/passkey-failed.xhtml",
                    "/sign-in/other-methods.xhtml");
        }
    }

    @Test
    void whoMayNotUseThePortalSeesOnlyWhy() throws IOException {
        database.run("update member set disqualified_on = date '2020-03-31' where number = '43224'");
        database.run("update account set initial_password_expires_at = timestamp with time zone"
                + " '2020-01-01 00:00:00+09' where user_id = 'member15'");
        onlyOpenAfterLogin(14, "/sign-in/membership-ended.xhtml");
        onlyOpenAfterLogin(15, "/sign-in/initial-password-expired.xhtml");
    }

    private void onlyOpenAfterLogin(int memberNumber, String current) throws IOException {
        try (BrowserWindow window = BrowserWindow.open(browser, BrowserWindow.DESKTOP)) {
            new Walk(window, portal.demo()).logIn(Walk.userId(memberNumber), Walk.initialPassword(memberNumber));
            onlyOpen(window, pages(), current);
        }
    }

    /** Asks for every page; those that do not stand at the present step lead to its first page. */
    private void onlyOpen(BrowserWindow window, List<String> pages, String current, String... alsoOpen) {
        for (String page : pages) {
            boolean open = page.startsWith("/information/")
                    || page.startsWith("/recovery/")
                    || page.equals(current)
                    || List.of(alsoOpen).contains(page);
            Response answer = window.go(portal.demo() + page);
            assertThat(answer.status()).as("%s at %s", page, current).isEqualTo(200);
            // On the way through the sign-in the address names the page to go back to.
            assertThat(answer.url().replaceFirst("\\?back=.*", ""))
                    .as("%s at %s", page, current)
                    .isEqualTo(portal.demo() + (open ? page : current));
        }
        window.go(portal.demo() + "/");
        assertThat(window.page().url()).isEqualTo(portal.demo() + current);
    }

    private static List<String> pages() throws IOException {
        try (Stream<Path> files = Files.walk(PAGES)) {
            return files.filter(file -> file.toString().endsWith(".xhtml"))
                    .map(file -> "/" + PAGES.relativize(file))
                    .filter(page -> !page.startsWith("/WEB-INF/"))
                    .sorted()
                    .toList();
        }
    }
}
