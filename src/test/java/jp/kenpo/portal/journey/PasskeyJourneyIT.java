package jp.kenpo.portal.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The manual's other method: 生体認証, made in the first login and used from then on, alone too. */
@ExtendWith(Journey.class)
class PasskeyJourneyIT {

    private final PortalProcess portal;
    private final Browser browser;

    PasskeyJourneyIT(PasskeyPortal portal, Browser browser) {
        this.portal = portal.portal();
        this.browser = browser;
    }

    @ParameterizedTest
    @CsvSource({"1280, 1, 一郎のパソコン", "390, 2, 二郎のiPhone"})
    void aMemberSetsUpAPasskeyAndSignsInWithIt(int width, int number, String device) {
        try (BrowserWindow window = BrowserWindow.open(browser, width)) {
            VirtualAuthenticator authenticator = VirtualAuthenticator.ofAnOlderBrowser(window.page());
            Walk walk = new Walk(window, portal.demo());
            walk.asFarAsTheMethod(number).choosePasskey();
            walk.setPassword().putEmailOff("mihon@example.jp").goOn();
            assertThat(window.heading()).isEqualTo("生体認証の設定");
            window.look("P9");

            window.press("続ける");
            window.waitForHeading("デバイスの名前");
            window.look("P9b");
            window.type("デバイス名", device);
            window.press("OK");
            assertThat(window.heading()).isEqualTo("以上で設定が完了しました");
            assertThat(window.text()).contains(device, "生体認証");
            window.look("P10-passkey");
            assertThat(authenticator.passkeys()).isEqualTo(1);

            window.press("ポータルへ");
            assertThat(window.text()).contains(device);
            walk.signOut("見本 " + number);

            walk.logIn(Walk.userId(number), Walk.PASSWORD);
            assertThat(window.heading()).isEqualTo("生体認証でログイン");
            assertThat(window.text()).contains(device);
            window.look("L3");
            window.press("続ける");
            window.waitForHeading("ポータル");
            walk.signOut("見本 " + number);

            window.look("P1");
            window.press("生体認証でログイン");
            window.waitForHeading("ポータル");
            assertThat(window.text()).contains("見本 " + number);
        }
    }

    /** As the manual has it: the error's page, its button, and the registration goes on. */
    @ParameterizedTest
    @CsvSource({"1280, 3", "390, 4"})
    void whoCancelsReadsTheCauseAndTriesAgain(int width, int number) {
        try (BrowserWindow window = BrowserWindow.open(browser, width)) {
            VirtualAuthenticator authenticator = VirtualAuthenticator.ofAnOlderBrowser(window.page());
            Walk walk = new Walk(window, portal.demo());
            walk.asFarAsTheMethod(number).choosePasskey();
            walk.setPassword().putEmailOff("mihon@example.jp").goOn();
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

    @Test
    void whoseDeviceCannotDoItSwitchesToOtp() {
        try (BrowserWindow window = BrowserWindow.open(browser, BrowserWindow.PHONE)) {
            VirtualAuthenticator authenticator = VirtualAuthenticator.ofAnOlderBrowser(window.page());
            Walk walk = new Walk(window, portal.demo());
            walk.asFarAsTheMethod(5).choosePasskey();
            walk.setPassword().putEmailOff("mihon@example.jp").goOn();
            authenticator.confirms(false);
            window.press("続ける");
            window.waitForHeading("セキュリティキー・エラー");

            window.press("OTP認証に切り替える");
            assertThat(window.heading()).isEqualTo("ワンタイムパスワードの設定");
            walk.setUpOtp();
            assertThat(window.heading()).isEqualTo("以上で設定が完了しました");
        }
    }

    @Test
    void aSecondKeyAndACodeBesideItAreEachTheMembersChoice() {
        try (BrowserWindow window = BrowserWindow.open(browser, BrowserWindow.DESKTOP)) {
            VirtualAuthenticator authenticator = VirtualAuthenticator.ofAnOlderBrowser(window.page());
            Walk walk = new Walk(window, portal.demo());
            walk.asFarAsTheMethod(6).makePasskey();
            window.type("デバイス名", "わたしのパソコン");
            window.press("OK");

            // The same device again: it is there already, so nothing is left to do.
            addAnother(window, "生体認証");
            window.press("続ける");
            window.waitForHeading("以上で設定が完了しました");
            assertThat(window.text()).contains("このデバイスの生体認証は、すでに登録されています。");

            authenticator.changeDevice();
            addAnother(window, "生体認証");
            window.press("続ける");
            window.waitForHeading("デバイスの名前");
            window.type("デバイス名", "わたしのパソコン");
            window.press("OK");
            assertThat(window.refusals()).containsExactly("この名前はほかのデバイスに付いています。見分けられるように、「わたしのパソコン 2」など別の名前にしてください。");
            window.look("P9b-taken");
            window.type("デバイス名", "<b>スマホ</b>");
            window.press("OK");
            assertThat(window.text()).contains("<b>スマホ</b>");

            addAnother(window, "OTP認証");
            String key = walk.setUpOtp();
            walk.signOut("見本 6");
            walk.logIn(Walk.userId(6), Walk.PASSWORD);
            assertThat(window.heading()).isEqualTo("生体認証でログイン");
            window.press("別の方法で確認する");
            assertThat(window.text()).contains("生体認証：わたしのパソコン", "生体認証：<b>スマホ</b>");
            window.look("L4-all");
            window.follow("ワンタイムパスワード：スマートフォン");
            window.type("ワンタイムパスワード", OneTimePasswords.next(key));
            window.press("実行");
            assertThat(window.heading()).isEqualTo("ポータル");
            window.look("H-all");
        }
    }

    private static void addAnother(BrowserWindow window, String method) {
        window.press("もう1つ認証方法を追加する");
        window.choose(method);
        window.press("実行");
    }

    /** The phone's passkey, reached from the PC by QR code and Bluetooth. */
    @Test
    void aPcSignsInWithThePhonesPasskey() {
        try (BrowserWindow window = BrowserWindow.open(browser, BrowserWindow.DESKTOP)) {
            VirtualAuthenticator.byQrCode(window.page());
            Walk walk = new Walk(window, portal.demo());
            walk.asFarAsTheMethod(7).choosePasskey();
            walk.setPassword().putEmailOff("mihon@example.jp").goOn();
            window.unfold("PCでログインするとき");
            assertThat(window.text()).contains("Bluetoothがオフです", "QRコードをスマートフォンのカメラで");
            window.look("P9-from-pc");
            window.press("続ける");
            window.waitForHeading("デバイスの名前");
            window.press("OK");
            walk.signOut("見本 7");
            window.press("生体認証でログイン");
            window.waitForHeading("ポータル");
        }
    }

    @Test
    void whoChoosesHisPasskeyInTheFieldOfTheUserIdIsSignedIn() {
        try (BrowserWindow window = BrowserWindow.open(browser, BrowserWindow.PHONE)) {
            VirtualAuthenticator authenticator = VirtualAuthenticator.of(window.page());
            Walk walk = new Walk(window, portal.demo());
            walk.asFarAsTheMethod(8).makePasskey();
            window.press("OK");
            walk.signOut("見本 8");

            // The virtual authenticator's owner picks at once what he is offered in the field.
            window.waitForHeading("ポータル");
            assertThat(window.text()).contains("見本 8");
            assertThat(authenticator.passkeys()).isEqualTo(1);
        }
    }

    @Test
    void whoseKeyIsNotKnownIsToldSo() {
        try (BrowserWindow window = BrowserWindow.open(browser, BrowserWindow.PHONE)) {
            VirtualAuthenticator authenticator = VirtualAuthenticator.ofAnOlderBrowser(window.page());
            authenticator.addPasskeyOf("localhost");
            window.go(portal.demo() + "/");
            window.press("生体認証でログイン");
            window.waitForHeading("セキュリティキー・エラー");
            assertThat(window.text()).contains("この生体認証は、この加入者ページに登録されていません。");
            window.look("P1-unknown-key");

            window.press("ユーザIDとパスワードでログイン");
            assertThat(window.heading()).isEqualTo("ログイン");
        }
    }

    @Test
    void aKeyOfAnotherInsurerIsNotEvenOffered() {
        try (BrowserWindow window = BrowserWindow.open(browser, BrowserWindow.PHONE)) {
            VirtualAuthenticator.ofAnOlderBrowser(window.page());
            Walk walk = new Walk(window, portal.demo());
            walk.asFarAsTheMethod(9).makePasskey();
            window.go(portal.sakura() + "/");

            window.press("生体認証でログイン");
            window.waitForHeading("セキュリティキー・エラー");
            assertThat(window.text()).contains("生体認証でログインできませんでした。");
        }
    }

    @Test
    void eachOfTwentyTabsCanSignIn() {
        try (BrowserWindow window = BrowserWindow.open(browser, BrowserWindow.DESKTOP)) {
            VirtualAuthenticator.ofAnOlderBrowser(window.page());
            Walk walk = new Walk(window, portal.demo());
            walk.asFarAsTheMethod(10).makePasskey();
            window.press("OK");
            walk.signOut("見本 10");
            for (int i = 0; i < 19; i++) {
                window.context().newPage().navigate(portal.demo() + "/");
            }

            window.page().bringToFront();
            window.press("生体認証でログイン");
            window.waitForHeading("ポータル");
            for (Page tab : window.context().pages()) {
                tab.navigate(portal.demo() + "/");
                assertThat(tab.url()).endsWith("/member/home.xhtml");
            }
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

            walk.asFarAsTheMethod(11).choosePasskey();
            walk.setPassword().putEmailOff("mihon@example.jp").goOn();
            assertThat(window.text()).contains("生体認証にはJavaScriptが必要です。");
            window.press("続ける");
            assertThat(window.heading()).isEqualTo("セキュリティキー・エラー");
            assertThat(window.text()).contains("生体認証にはJavaScriptが必要です。");
            window.press("OTP認証に切り替える");
            assertThat(window.heading()).isEqualTo("ワンタイムパスワードの設定");
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

    @Test
    void eachPageIsThereInEnglish() {
        try (BrowserWindow window = BrowserWindow.open(browser, BrowserWindow.PHONE)) {
            VirtualAuthenticator authenticator = VirtualAuthenticator.ofAnOlderBrowser(window.page());
            Walk walk = new Walk(window, portal.demo());
            walk.asFarAsTheMethod(12).choosePasskey();
            walk.setPassword().putEmailOff("mihon@example.jp").goOn();
            window.press("English");
            assertThat(window.heading()).isEqualTo("Set up biometrics");
            window.unfoldAll();
            window.look("P9-en");
            authenticator.confirms(false);
            window.press("Continue");
            window.waitForHeading("Security key error");
            window.look("P9e-en");
            authenticator.confirms(true);
            window.press("Try again");
            window.waitForHeading("Name of the device");
            window.look("P9b-en");
            window.press("OK");
            assertThat(window.heading()).isEqualTo("Everything is set up");
            window.look("P10-passkey-en");
        }
    }
}
