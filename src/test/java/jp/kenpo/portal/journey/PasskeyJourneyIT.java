package jp.kenpo.portal.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
            walk.asFarAsTheMethod(number).goToPasskey();
            assertThat(window.heading()).isEqualTo("生体認証の設定");
            // Written once the browser has said so.
            window.page().getByText("この端末で生体認証を使えます。").waitFor();
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

    @ParameterizedTest
    @CsvSource({"1280, 6", "390, 15"})
    void aSecondKeyAndACodeBesideItAreEachTheMembersChoice(int width, int number) {
        try (BrowserWindow window = BrowserWindow.open(browser, width)) {
            VirtualAuthenticator authenticator = VirtualAuthenticator.ofAnOlderBrowser(window.page());
            Walk walk = new Walk(window, portal.demo());
            walk.asFarAsTheMethod(number).makePasskey();
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
            walk.signOut("見本 " + number);
            walk.logIn(Walk.userId(number), Walk.PASSWORD);
            assertThat(window.heading()).isEqualTo("生体認証でログイン");
            window.press("別の方法で確認する");
            assertThat(window.text()).contains("生体認証：わたしのパソコン", "生体認証：<b>スマホ</b>");
            window.look("L4-all");
            window.follow("ワンタイムパスワード：" + (window.isPhone() ? "iPhone" : "スマートフォン"));
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
            walk.asFarAsTheMethod(7).goToPasskey();
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

    @ParameterizedTest
    @CsvSource({"1280, 13", "390, 8"})
    void whoChoosesHisPasskeyInTheFieldOfTheUserIdIsSignedIn(int width, int number) {
        try (BrowserWindow window = BrowserWindow.open(browser, width)) {
            VirtualAuthenticator authenticator = VirtualAuthenticator.of(window.page());
            Walk walk = new Walk(window, portal.demo());
            walk.asFarAsTheMethod(number).makePasskey();
            window.press("OK");
            walk.signOut("見本 " + number);

            // The virtual authenticator's owner picks at once what he is offered in the field.
            window.waitForHeading("ポータル");
            assertThat(window.text()).contains("見本 " + number);
            assertThat(authenticator.passkeys()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @CsvSource({"1280, 10", "390, 17"})
    void eachOfTwentyTabsCanSignIn(int width, int number) {
        try (BrowserWindow window = BrowserWindow.open(browser, width)) {
            VirtualAuthenticator.ofAnOlderBrowser(window.page());
            Walk walk = new Walk(window, portal.demo());
            walk.asFarAsTheMethod(number).makePasskey();
            window.press("OK");
            walk.signOut("見本 " + number);
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
    void theSetUpIsThereInEnglish() {
        try (BrowserWindow window = BrowserWindow.open(browser, BrowserWindow.PHONE)) {
            VirtualAuthenticator authenticator = VirtualAuthenticator.ofAnOlderBrowser(window.page());
            Walk walk = new Walk(window, portal.demo());
            walk.asFarAsTheMethod(12).goToPasskey();
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
