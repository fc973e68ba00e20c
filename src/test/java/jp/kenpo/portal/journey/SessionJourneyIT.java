package jp.kenpo.portal.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sessions that end, by time or from elsewhere, and how the member goes on. */
@ExtendWith(Journey.class)
class SessionJourneyIT {

    private static final String OVER = "一定時間が経過したためログアウトしました";
    private static final String TO_LOG_IN = "Login with OpenID Connect";

    private final PortalWithDatabase both;
    private final PortalProcess portal;
    private final Browser browser;

    SessionJourneyIT(PortalWithDatabase both, Browser browser) {
        this.both = both;
        this.portal = both.portal();
        this.browser = browser;
    }

    @ParameterizedTest
    @CsvSource({"1280, 16", "390, 17"})
    @Tag("ASVS-7.3.1")
    void whoCameTooLateGoesOnWithWhatHeHadTyped(int width, int number) {
        try (BrowserWindow window = BrowserWindow.open(browser, width)) {
            Walk walk = asFarAsTheAddress(window, number);
            window.type("メールアドレス", "late" + number + "@example.jp");
            window.field("全てのデバイスからサインアウトする").check();
            both.time().moveBy(Duration.ofMinutes(31));
            window.press("実行");

            assertThat(window.heading()).isEqualTo(OVER);
            assertThat(window.text()).contains("入力の途中だった内容も残っています");
            window.look("P11");
            window.press("English");
            assertThat(window.heading()).isEqualTo("You were logged out because some time had passed");
            assertThat(window.text()).contains("What you were typing is still there too");
            window.look("P11-en");
            window.press("日本語");

            window.press(TO_LOG_IN);
            typePassword(window, number);
            assertThat(window.heading()).isEqualTo("メールアドレスの更新");
            assertThat(window.field("メールアドレス").inputValue()).isEqualTo("late" + number + "@example.jp");
            assertThat(window.field("全てのデバイスからサインアウトする").isChecked()).isTrue();

            isAskedAheadAndStays(window, number);
            walk.putEmailOff("late" + number + "@example.jp");
            assertThat(window.heading()).isEqualTo("初回ログインが完了しました");
        }
    }

    /**
     * From here on the browser's clock is the test's; how old the session is, the portal's. The question stays for
     * two minutes of the real time, in which its pictures are taken.
     */
    private void isAskedAheadAndStays(BrowserWindow window, int number) {
        Page page = window.page();
        page.clock().install();
        page.reload();
        window.type("メールアドレス", "away" + number + "@example.jp");
        both.time().moveBy(Duration.ofMinutes(28));
        page.clock().fastForward("28:00");
        window.button("ログインを続ける").waitFor();
        window.look("P11-ahead");
        window.press("ログインを続ける");
        page.getByRole(AriaRole.DIALOG).waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
        assertThat(window.field("メールアドレス").inputValue()).isEqualTo("away" + number + "@example.jp");

        both.time().moveBy(Duration.ofMinutes(28));
        page.clock().fastForward("28:00");
        window.button("ログインを続ける").waitFor();
        both.time().moveBy(Duration.ofMinutes(3));
        page.clock().fastForward("02:30");
        window.waitForHeading(OVER);
        window.press(TO_LOG_IN);
        typePassword(window, number);
        assertThat(window.field("メールアドレス").inputValue()).isEqualTo("away" + number + "@example.jp");
    }

    @Test
    void eachTabGoesBackToItsOwnPage() {
        try (BrowserWindow window = BrowserWindow.open(browser, BrowserWindow.DESKTOP)) {
            String key = new Walk(window, both).whole(18);
            Page home = window.page();
            home.navigate(portal.demo() + "/member/home.xhtml");
            Page methods = window.context().newPage();
            methods.navigate(portal.demo() + "/mfa-setup/method.xhtml");
            both.time().moveBy(Duration.ofMinutes(31));

            home.reload();
            methods.reload();
            assertThat(home.title()).startsWith(OVER);
            assertThat(methods.title()).startsWith(OVER);
            logInAgain(methods, key);
            assertThat(methods.url()).isEqualTo(portal.demo() + "/mfa-setup/method.xhtml");
            PageTurn.by(button(home, TO_LOG_IN));
            assertThat(home.url()).isEqualTo(portal.demo() + "/member/home.xhtml");
        }
    }

    @Test
    @Tag("ASVS-7.4.2")
    void whoIsNoMemberAnyMoreSeesNothingMoreFromTheNextRequestOn() {
        try (BrowserWindow window = BrowserWindow.open(browser, BrowserWindow.DESKTOP)) {
            new Walk(window, both).whole(19);
            window.go(portal.demo() + "/member/home.xhtml");
            assertThat(window.heading()).isEqualTo("ポータル");

            both.database().run("update member set disqualified_on = date '2020-03-31' where number = '43229'");
            window.go(portal.demo() + "/member/home.xhtml");

            assertThat(window.heading()).isEqualTo("ご利用いただけません");
            assertThat(window.page().content()).doesNotContain("見本 19");
        }
    }

    @Test
    @Tag("ASVS-7.4.3")
    void whoWasSignedOutFromElsewhereIsToldSo() {
        try (BrowserWindow here = BrowserWindow.open(browser, BrowserWindow.DESKTOP);
                BrowserWindow elsewhere = BrowserWindow.open(browser, BrowserWindow.PHONE)) {
            new Walk(here, portal.sakura()).logIn("testuser", "11112222219750505");
            new Walk(elsewhere, portal.sakura())
                    .logIn("testuser", "11112222219750505")
                    .confirmBirthDate("19750505")
                    .acceptTerms()
                    .chooseOtp();
            elsewhere.field("全てのデバイスからサインアウトする").check();
            new Walk(elsewhere, portal.sakura()).setPassword();

            here.go(portal.sakura() + "/first-login/email.xhtml");

            assertThat(here.heading()).isEqualTo("ログイン");
            assertThat(here.text()).contains("ほかの端末での操作、またはパスワードの変更により、ログアウトしました。");
            assertThat(elsewhere.heading()).isEqualTo("メールアドレスの更新");
        }
    }

    private Walk asFarAsTheAddress(BrowserWindow window, int number) {
        return new Walk(window, both).asFarAsTheMethod(number).chooseOtp().setPassword();
    }

    private static void typePassword(BrowserWindow window, int number) {
        window.type("ユーザID", Walk.userId(number));
        window.type("パスワード", Walk.PASSWORD);
        window.press("ログイン");
    }

    private void logInAgain(Page page, String key) {
        PageTurn.by(button(page, TO_LOG_IN));
        page.getByLabel("ユーザID", new Page.GetByLabelOptions().setExact(true)).fill(Walk.userId(18));
        page.getByLabel("パスワード", new Page.GetByLabelOptions().setExact(true)).fill(Walk.PASSWORD);
        PageTurn.by(button(page, "ログイン"));
        page.getByLabel("ワンタイムパスワード", new Page.GetByLabelOptions().setExact(true))
                .fill(both.app().another(key));
        PageTurn.by(button(page, "実行"));
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
