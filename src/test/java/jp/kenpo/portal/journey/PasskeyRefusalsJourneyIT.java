package jp.kenpo.portal.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import java.util.function.Consumer;
import jp.kenpo.portal.container.Await;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes wrong with 生体認証: each with its cause in plain words, and a way on. */
@ExtendWith(Journey.class)
class PasskeyRefusalsJourneyIT {

    private static final String NO_PASSKEYS = "delete window.PublicKeyCredential";

    /** A browser whose owner never picks what he is offered in the field. */
    private static final String PATIENT =
            "PublicKeyCredential.getClientCapabilities = async () => ({ conditionalGet: true });"
                    + "navigator.credentials.get = ({ signal }) => new Promise((picked, givenUp) => {"
                    + "  document.documentElement.dataset.offered = 'yes';"
                    + "  signal.addEventListener('abort', () => givenUp(signal.reason));"
                    + "});";

    private static final Consumer<Route> WITH_A_FOREIGN_RP_ID = route -> {
        APIResponse options = route.fetch();
        String foreign = options.text()
                .replaceFirst("\"rpId\":\"[^\"]*\"", "\"rpId\":\"other.example\"")
                .replaceFirst("\"rp\":\\{\"id\":\"[^\"]*\"", "\"rp\":{\"id\":\"other.example\"");
        route.fulfill(new Route.FulfillOptions().setResponse(options).setBody(foreign));
    };

    private final PortalProcess portal;
    private final Browser browser;

    PasskeyRefusalsJourneyIT(PasskeyPortal portal, Browser browser) {
        this.portal = portal.portal();
        this.browser = browser;
    }

    /** As the manual has it: the error's page, its button, and the registration goes on. */
    @ParameterizedTest
    @CsvSource({"1280, 3", "390, 4"})
    void whoCancelsReadsTheCauseAndTriesAgain(int width, int number) {
        try (BrowserWindow window = BrowserWindow.open(browser, width)) {
            VirtualAuthenticator authenticator = VirtualAuthenticator.ofAnOlderBrowser(window.page());
            Walk walk = new Walk(window, portal.demo());
            walk.asFarAsTheMethod(number).goToPasskey();
            authenticator.confirms(false);
            window.press("続ける");
            window.waitForHeading("セキュリティキー・エラー");
            assertThat(window.text()).contains("セキュリティキーの登録結果が無効です。", "確認画面が閉じられたか、時間切れになりました。");
            window.look("P9e");

            authenticator.confirms(true);
            window.press("再試行してください");
            window.waitForHeading("デバイスの名前");
            window.press("キャンセル");
            assertThat(window.heading()).isEqualTo("以上で設定が完了しました");
            walk.signOut("見本 " + number);
            walk.logIn(Walk.userId(number), Walk.PASSWORD);
            authenticator.confirms(false);
            window.press("続ける");
            window.waitForHeading("セキュリティキー・エラー");
            assertThat(window.text()).contains("生体認証でログインできませんでした。");
            window.look("L3-failed");
            authenticator.confirms(true);
            window.press("再試行してください");
            window.waitForHeading("ポータル");
        }
    }

    @ParameterizedTest
    @CsvSource({"1280, 14", "390, 5"})
    void whoseDeviceCannotDoItSwitchesToOtp(int width, int number) {
        try (BrowserWindow window = BrowserWindow.open(browser, width)) {
            VirtualAuthenticator authenticator = VirtualAuthenticator.ofAnOlderBrowser(window.page());
            Walk walk = new Walk(window, portal.demo());
            walk.asFarAsTheMethod(number).goToPasskey();
            authenticator.confirms(false);
            window.press("続ける");
            window.waitForHeading("セキュリティキー・エラー");

            window.press("OTP認証に切り替える");
            assertThat(window.heading()).isEqualTo("ワンタイムパスワードの設定");
            walk.setUpOtp();
            assertThat(window.heading()).isEqualTo("以上で設定が完了しました");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {BrowserWindow.DESKTOP, BrowserWindow.PHONE})
    void whoseKeyIsNotKnownIsToldSoAndHisDeviceToo(int width) {
        try (BrowserWindow window = BrowserWindow.open(browser, width)) {
            VirtualAuthenticator authenticator = VirtualAuthenticator.ofAnOlderBrowser(window.page());
            authenticator.addPasskeyOf("localhost");
            window.go(portal.demo() + "/");
            window.press("生体認証でログイン");
            window.waitForHeading("セキュリティキー・エラー");
            assertThat(window.text()).contains("この生体認証は、この加入者ページに登録されていません。");
            window.look("P1-unknown-key");
            // Told by the Signal API, the browser offers it no more.
            Await.until("the key to be taken away", () -> authenticator.passkeys() == 0);

            window.press("ユーザIDとパスワードでログイン");
            assertThat(window.heading()).isEqualTo("ログイン");
        }
    }

    @ParameterizedTest
    @CsvSource({"1280, 16", "390, 9"})
    void aKeyOfAnotherInsurerIsNotEvenOffered(int width, int number) {
        try (BrowserWindow window = BrowserWindow.open(browser, width)) {
            VirtualAuthenticator.ofAnOlderBrowser(window.page());
            Walk walk = new Walk(window, portal.demo());
            walk.asFarAsTheMethod(number).makePasskey();
            window.go(portal.sakura() + "/");

            window.press("生体認証でログイン");
            window.waitForHeading("セキュリティキー・エラー");
            assertThat(window.text()).contains("生体認証でログインできませんでした。");
        }
    }

    @Test
    void whoHasNoScriptIsToldSoAndTakesOtp() {
        try (BrowserWindow window = BrowserWindow.open(
                browser, BrowserWindow.PHONE, new Browser.NewContextOptions().setJavaScriptEnabled(false))) {
            Walk walk = new Walk(window, portal.demo());
            window.go(portal.demo() + "/");
            window.press("生体認証でログイン");
            assertThat(window.text()).contains("生体認証にはJavaScriptが必要です。");

            walk.asFarAsTheMethod(11).goToPasskey();
            assertThat(window.text()).contains("生体認証にはJavaScriptが必要です。");
            window.press("続ける");
            assertThat(window.heading()).isEqualTo("セキュリティキー・エラー");
            assertThat(window.text()).contains("生体認証にはJavaScriptが必要です。");
            window.press("OTP認証に切り替える");
            assertThat(window.heading()).isEqualTo("ワンタイムパスワードの設定");
        }
    }

    /** What browsers of a few years ago, or an app's own screen, lack: the same page comes all the same. */
    @Test
    void whoseBrowserIsOldIsAnsweredTheSame() {
        try (BrowserWindow window = BrowserWindow.open(browser, BrowserWindow.PHONE)) {
            VirtualAuthenticator authenticator = VirtualAuthenticator.ofAnOlderBrowser(window.page());
            authenticator.addPasskeyOf("localhost");
            window.page()
                    .addInitScript("delete HTMLFormElement.prototype.requestSubmit;"
                            + "delete SubmitEvent.prototype.submitter;"
                            + "delete Navigator.prototype.locks;"
                            + "Object.defineProperty(window, 'sessionStorage', { value: null });");
            window.go(portal.demo() + "/");
            window.press("生体認証でログイン");
            window.waitForHeading("セキュリティキー・エラー");

            assertThat(window.text()).contains("この生体認証は、この加入者ページに登録されていません。");
        }
    }

    @Test
    void whoseNetworkIsStuckIsToldSo() {
        try (BrowserWindow window = BrowserWindow.open(browser, BrowserWindow.PHONE)) {
            VirtualAuthenticator.ofAnOlderBrowser(window.page());
            window.page().route("**/passkey-options", route -> {});
            window.page().clock().install();
            window.go(portal.demo() + "/");
            window.press("生体認証でログイン");
            window.page().clock().runFor("00:11");
            window.waitForHeading("セキュリティキー・エラー");

            assertThat(window.text()).contains("サーバーに接続できませんでした。");
        }
    }

    @Test
    void whoOpensTheSiteInsideAnAppReadsHowToGetOut() {
        Browser.NewContextOptions line = new Browser.NewContextOptions()
                .setUserAgent("Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15"
                        + " (KHTML, like Gecko) Mobile/15E148 Safari Line/14.0.0");
        try (BrowserWindow window = BrowserWindow.open(browser, BrowserWindow.PHONE, line)) {
            window.go(portal.demo() + "/");
            window.page().evaluate(NO_PASSKEYS);
            window.press("生体認証でログイン");
            window.waitForHeading("セキュリティキー・エラー");
            assertThat(window.text()).contains("生体認証に対応していません。", "メニューから「ブラウザで開く」");

            Walk walk = new Walk(window, portal.demo());
            walk.asFarAsTheMethod(18).goToPasskey();
            assertThat(window.text()).contains("アプリの中の画面では生体認証を使えないことがあります（下の");
            window.page().evaluate(NO_PASSKEYS);
            window.press("続ける");
            window.waitForHeading("セキュリティキー・エラー");
            window.unfold("LINEなどのアプリの中で開いているとき");
            assertThat(window.text()).contains("（Safari、Chromeなど）を選び");
            window.look("P9e-in-app");
        }
    }

    /** A relying party ID that does not belong to this host: the browser refuses it. */
    @Test
    void whoIsAtAnAddressOfOtherPasskeysIsToldSo() {
        try (BrowserWindow window = BrowserWindow.open(browser, BrowserWindow.DESKTOP)) {
            VirtualAuthenticator.ofAnOlderBrowser(window.page());
            window.page().route("**/passkey-options", WITH_A_FOREIGN_RP_ID);
            window.go(portal.demo() + "/");
            window.press("生体認証でログイン");
            window.waitForHeading("セキュリティキー・エラー");
            assertThat(window.text()).contains("このアドレスでは生体認証を使えません。");

            Walk walk = new Walk(window, portal.demo());
            walk.asFarAsTheMethod(19).goToPasskey();
            window.press("続ける");
            window.waitForHeading("セキュリティキー・エラー");
            assertThat(window.text()).contains("このアドレスでは生体認証を使えません。");
        }
    }

    @Test
    void whoComesByAnotherAddressIsSentToThatOfThePasskeys() {
        try (BrowserWindow window = BrowserWindow.open(browser, BrowserWindow.DESKTOP)) {
            window.go("http://127.0.0.1:" + portal.port() + "/");

            assertThat(window.page().url()).startsWith(portal.demo());
        }
    }

    /** A challenge lives for five minutes, and a member may have the login page open for longer. */
    @Test
    void whoWaitsIsGivenAFreshChallengeEveryFourMinutes() {
        try (BrowserWindow window = BrowserWindow.open(browser, BrowserWindow.DESKTOP)) {
            window.page().addInitScript(PATIENT);
            window.page().clock().install();
            Request first = window.page().waitForRequest("**/passkey-options", () -> window.go(portal.demo() + "/"));
            window.page().locator("html[data-offered]").waitFor();
            Request second = window.page()
                    .waitForRequest(
                            "**/passkey-options", () -> window.page().clock().runFor("04:01"));

            assertThat(second.response().text()).isNotEqualTo(first.response().text());
        }
    }

    /** What no authenticator sends, with a challenge that is right: the page that says so, and none of it is shown. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "' '.repeat(900_000)",
                "'['.repeat(90_000)",
                "'{\"id\":\"canary-x\",\"rawId\":\"!!\",\"type\":\"public-key\",\"response\":{}}'",
                "'{\"id\":\"\\\\ud800\"}'",
                "'<script>canary-x</script>'",
                "'null'"
            })
    void whateverIsSentForACredentialIsRefusedOnAPage(String credential) {
        try (BrowserWindow window = BrowserWindow.open(browser, BrowserWindow.DESKTOP)) {
            window.go(portal.demo() + "/");
            window.page()
                    .evaluate("async () => {"
                            + "const fetched = () => fetch('/sign-in/passkey-options', { method: 'POST' });"
                            + "const { sealed } = await (await navigator.locks.request('passkey-options', fetched)).json();"
                            + "const form = document.getElementById('passkey');"
                            + "form.elements['passkey-challenge'].value = sealed;"
                            + "form.elements['passkey-credential'].value = " + credential + ";"
                            + "const press = document.createElement('input');"
                            + "press.name = 'button-sign-in-with-passkey';"
                            + "form.append(press);"
                            + "form.submit(); }");
            window.waitForHeading("セキュリティキー・エラー");

            assertThat(window.text()).contains("端末から届いた確認の内容が正しくありません。");
            assertThat(window.page().content()).doesNotContain("canary-x");
        }
    }
}
