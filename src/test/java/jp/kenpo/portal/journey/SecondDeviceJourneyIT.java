package jp.kenpo.portal.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A second device beside the first, told apart by name. */
@ExtendWith(Journey.class)
class SecondDeviceJourneyIT {

    private final PortalProcess portal;
    private final Browser browser;

    SecondDeviceJourneyIT(PortalProcess portal, Browser browser) {
        this.portal = portal;
        this.browser = browser;
    }

    @Test
    void aMemberAddsADeviceAndSignsInWithEither() {
        try (BrowserWindow window = BrowserWindow.open(browser, BrowserWindow.PHONE)) {
            Walk walk = new Walk(window, portal.demo());
            String first = walk.whole(11);

            window.press("もう1つ認証方法を追加する");
            assertThat(window.heading()).isEqualTo("認証方法の選択");
            window.look("method");
            window.choose("OTP認証");
            window.press("実行");
            assertThat(window.field("デバイス名").inputValue()).isEqualTo("iPhone 2");
            window.type("デバイス名", "家族のタブレット");
            String second = walk.setUpOtp();
            assertThat(second).isNotEqualTo(first);

            walk.signOut("見本 11");
            walk.logIn(Walk.userId(11), Walk.PASSWORD);
            window.press("別の方法で確認する");
            assertThat(window.heading()).isEqualTo("別の方法を選ぶ");
            window.look("L4");
            window.follow("ワンタイムパスワード：iPhone");
            assertThat(window.text()).contains("iPhone").doesNotContain("家族のタブレット");

            window.type("ワンタイムパスワード", OneTimePasswords.next(first));
            window.press("実行");
            assertThat(window.heading()).isEqualTo("ポータル");
            signInOnADesktop(second);
        }
    }

    private void signInOnADesktop(String key) {
        try (BrowserWindow window = BrowserWindow.open(browser, BrowserWindow.DESKTOP)) {
            new Walk(window, portal.demo()).logIn(Walk.userId(11), Walk.PASSWORD);
            window.press("別の方法で確認する");
            window.look("L4");
            window.follow("ワンタイムパスワード：家族のタブレット");
            window.type("ワンタイムパスワード", "");
            window.press("実行");
            window.look("L2-empty");
            window.type("ワンタイムパスワード", OneTimePasswords.next(key));
            window.press("実行");
            window.follow("もう1つ認証方法を追加する");
            assertThat(window.heading()).isEqualTo("認証方法の選択");
            window.look("method");
        }
    }
}
