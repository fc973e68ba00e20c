package jp.kenpo.portal.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What members do to pages that nobody planned for: always the current step, never an error. */
@ExtendWith(Journey.class)
class UnbrokenJourneyIT {

    private final PortalProcess portal;
    private final Browser browser;

    UnbrokenJourneyIT(PortalProcess portal, Browser browser) {
        this.portal = portal;
        this.browser = browser;
    }

    @Test
    void aDoubleClickOnAnyButtonCountsOnce() {
        try (BrowserWindow window = BrowserWindow.open(browser, BrowserWindow.DESKTOP)) {
            Walk walk = new Walk(window, portal.demo());
            window.go(portal.demo() + "/");
            window.type("ユーザID", Walk.userId(5));
            window.type("パスワード", Walk.initialPassword(5));
            pressTwice(window, "ログイン", "生年月日の入力");
            window.type("生年月日", "19650101");
            pressTwice(window, "実行", "健保ポータル 利用規約");
            pressTwice(window, "同意する", "ユーザIDの変更・認証方法の設定");
            window.choose("OTP認証");
            pressTwice(window, "実行", "パスワードの更新");
            window.type("パスワード", Walk.PASSWORD);
            window.type("パスワード確認用", Walk.PASSWORD);
            pressTwice(window, "実行", "メールアドレスの更新");
            window.type("メールアドレス", "double@example.jp");
            pressTwice(window, "実行", "確認コードの入力");
            pressTwice(window, "あとで確認する", "初回ログインが完了しました");
            pressTwice(window, "このまま認証の登録に進む", "ワンタイムパスワードの設定");
            String key = OneTimePasswords.keyFrom(window.picture("qr-double"));
            window.type("ワンタイムパスワード", OneTimePasswords.now(key));
            pressTwice(window, "実行", "以上で設定が完了しました");
            window.press("ポータルへ");
            assertThat(window.text()).contains("1件を登録済み");

            walk.signOut("見本 5");
            walk.logIn(Walk.userId(5), Walk.PASSWORD);
            window.type("ワンタイムパスワード", OneTimePasswords.next(key));
            pressTwice(window, "実行", "ポータル");
        }
    }

    @Test
    void reloadAndBackLeadToTheCurrentStep() {
        try (BrowserWindow window = BrowserWindow.open(browser, BrowserWindow.DESKTOP)) {
            Walk walk = new Walk(window, portal.demo()).logIn(Walk.userId(6), Walk.initialPassword(6));
            walk.confirmBirthDate("19660101").acceptTerms();
            // Read before each reload: one that comes while the answer to a click is still under way fails in the
            // browser.
            assertThat(window.heading()).isEqualTo("ユーザIDの変更・認証方法の設定");

            window.page().reload();
            assertThat(window.heading()).isEqualTo("ユーザIDの変更・認証方法の設定");
            window.page().goBack();
            assertThat(window.heading()).isEqualTo("ユーザIDの変更・認証方法の設定");
            window.page().reload();
            assertThat(window.heading()).isEqualTo("ユーザIDの変更・認証方法の設定");
            window.go(portal.demo() + "/first-login/email.xhtml?jfwid=unknown&jffi=first-login&jftfdi=");
            assertThat(window.heading()).isEqualTo("ユーザIDの変更・認証方法の設定");
        }
    }

    @Test
    void twentyTabsAreAllAtTheStepThatIsOpen() {
        try (BrowserWindow window = BrowserWindow.open(browser, BrowserWindow.DESKTOP)) {
            new Walk(window, portal.demo()).logIn(Walk.userId(7), Walk.initialPassword(7));
            List<Page> tabs = tabs(window.context(), 19);

            window.type("生年月日", "19670101");
            window.press("実行");

            for (Page tab : tabs) {
                assertThat(heading(tab)).isEqualTo("生年月日の入力");
                tab.getByLabel("生年月日").fill("19670101");
                PageTurn.by(tab.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("実行")));
                assertThat(heading(tab)).isEqualTo("健保ポータル 利用規約");
                assertThat(tab.getByRole(AriaRole.STATUS).first().innerText()).contains("その手順はすでに済んでいます");
            }
        }
    }

    @Test
    void whoeverLostHisCookiesLogsInAgainAndGoesOn() {
        try (BrowserWindow window = BrowserWindow.open(browser, BrowserWindow.DESKTOP)) {
            Walk walk = new Walk(window, portal.demo()).logIn(Walk.userId(8), Walk.initialPassword(8));
            walk.confirmBirthDate("19680101").acceptTerms();

            window.context().clearCookies();
            window.choose("OTP認証");
            window.press("実行");
            assertThat(window.heading()).isEqualTo("ログイン");

            walk.logIn(Walk.userId(8), Walk.initialPassword(8));
            assertThat(window.heading()).isEqualTo("ユーザIDの変更・認証方法の設定");
        }
    }

    @Test
    void aWindowThatLosesItsFlowLosesNothingTyped() {
        try (BrowserWindow window = BrowserWindow.open(browser, BrowserWindow.DESKTOP)) {
            Walk walk = new Walk(window, portal.demo()).logIn(Walk.userId(9), Walk.initialPassword(9));
            walk.confirmBirthDate("19690101").acceptTerms();

            window.type("ユーザID", "x");
            window.context().clearCookies(new BrowserContext.ClearCookiesOptions().setName("JSESSIONID"));
            window.press("実行");

            assertThat(window.refusals()).contains("認証方法を選択してください。");
            assertThat(window.field("ユーザID").inputValue()).isEqualTo("x");
        }
    }

    private static void pressTwice(BrowserWindow window, String button, String nextHeading) {
        window.button(button).dblclick();
        window.page()
                .getByRole(
                        AriaRole.HEADING,
                        new Page.GetByRoleOptions().setName(nextHeading).setLevel(1))
                .waitFor();
    }

    private List<Page> tabs(BrowserContext context, int count) {
        List<Page> tabs = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Page tab = context.newPage();
            tab.navigate(portal.demo() + "/");
            tabs.add(tab);
        }
        return tabs;
    }

    private static String heading(Page tab) {
        return tab.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1))
                .innerText();
    }

    @Test
    void backAndReloadOfARefusedFormShowThePageAgain() {
        try (BrowserWindow window = BrowserWindow.open(browser, BrowserWindow.DESKTOP)) {
            new Walk(window, portal.demo()).logIn("", "");
            assertThat(window.refusals()).hasSize(2);

            window.follow("お問い合わせ");
            window.page().goBack();
            assertThat(window.heading()).isEqualTo("ログイン");

            window.press("ログイン");
            window.page().getByRole(AriaRole.ALERT).waitFor();
            window.page().reload();
            assertThat(window.heading()).isEqualTo("ログイン");
        }
    }

    @Test
    void aStateThatNoPageGaveOutLeadsToTheCurrentStep() {
        try (BrowserWindow window = BrowserWindow.open(browser, BrowserWindow.DESKTOP)) {
            assertThat(window.go(portal.demo() + "/sign-in/password.xhtml?jakarta.faces.ViewState=garbage")
                            .status())
                    .isEqualTo(200);
            assertThat(window.heading()).isEqualTo("ログイン");
            for (String state : new String[] {"", "garbage", "-1:1"}) {
                RequestOptions form = RequestOptions.create()
                        .setHeader("Sec-Fetch-Site", "same-origin")
                        .setForm(FormData.create().set("form", "form").set("jakarta.faces.ViewState", state));
                APIResponse answer = window.context().request().post(portal.demo() + "/sign-in/password.xhtml", form);
                assertThat(answer.status()).as(state).isEqualTo(200);
                assertThat(answer.url()).as(state).endsWith("/sign-in/password.xhtml?notice=step-passed");
            }
        }
    }

    /** As when the visit has ended by time, or by a sign-out everywhere, and the browser still has the other cookie. */
    @Test
    void whoeverLostOnlyHisVisitLogsInAgainAndGoesOn() {
        try (BrowserWindow window = BrowserWindow.open(browser, BrowserWindow.DESKTOP)) {
            Walk walk = new Walk(window, portal.demo()).logIn("testuser", "99994321019801201");
            assertThat(window.heading()).isEqualTo("生年月日の入力");
            window.context().clearCookies(new BrowserContext.ClearCookiesOptions().setName("sign-in"));

            walk.logIn("testuser", "99994321019801201");
            assertThat(window.heading()).isEqualTo("生年月日の入力");
        }
    }

    @Test
    void whoseVisitIsOverIsToldSoOnTheLoginPage() {
        try (BrowserWindow window = BrowserWindow.open(browser, BrowserWindow.DESKTOP)) {
            Walk walk = new Walk(window, portal.demo()).logIn("testuser", "99994321019801201");
            List<Cookie> cookies = window.context().cookies();
            walk.signOut("testuser");
            assertThat(window.heading()).isEqualTo("ログイン");

            window.context().addCookies(cookies);
            window.go(portal.demo() + "/first-login/birth-date.xhtml");

            assertThat(window.heading()).isEqualTo("ログイン");
            assertThat(window.text()).contains("一定時間が経過したためログアウトしました。");
        }
    }

    @Test
    @Tag("ASVS-5.2.1")
    void aFormThatIsTooLargeIsRefusedInWordsAndLeadsBack() {
        new LargeForms(portal.demo()).areRefusedInWords();
        try (BrowserWindow window = BrowserWindow.open(browser, BrowserWindow.DESKTOP)) {
            window.go(portal.demo() + "/");
            window.field("ユーザID").evaluate("field => { field.value = 'a'.repeat(2_500_000) }");
            window.press("ログイン");
            window.page().getByText("入力を短くしてから").waitFor();

            window.page().goBack();
            assertThat(window.heading()).isEqualTo("ログイン");
        }
    }
}
