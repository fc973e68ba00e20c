package jp.kenpo.portal.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The manual from its first page to its last, and the way in afterwards. */
@ExtendWith(Journey.class)
class FirstLoginJourneyIT {

    private final PortalProcess portal;
    private final Browser browser;

    FirstLoginJourneyIT(PortalProcess portal, Browser browser) {
        this.portal = portal;
        this.browser = browser;
    }

    @ParameterizedTest
    @Tag("ASVS-3.3.4")
    @CsvSource({"1280, 1, 一郎のスマホ", "390, 2, 二郎のiPhone"})
    void aMemberLogsInForTheFirstTimeAndSetsUpOtp(int width, int number, String device) {
        try (BrowserWindow window = BrowserWindow.open(browser, width)) {
            Walk walk = new Walk(window, portal.demo());
            CookiesSet cookies = new CookiesSet(window);
            window.go(portal.demo() + "/");
            assertThat(window.heading()).isEqualTo("ログイン");
            assertThat(window.isNobodyRemembered()).isTrue();
            window.look("P1");
            lookInside(window, "P1", "Multi-Factor Authentication");

            walk.logIn(Walk.userId(number).toUpperCase(), Walk.initialPassword(number));
            assertThat(window.heading()).isEqualTo("生年月日の入力");
            window.look("P2");
            lookInside(window, "P2", "S54.8.22");

            walk.confirmBirthDate((1960 + number) + "0101");
            assertThat(window.heading()).isEqualTo("健保ポータル 利用規約");
            window.look("P3");

            walk.acceptTerms();
            assertThat(window.heading()).isEqualTo("ユーザIDの変更・認証方法の設定");
            window.look("P4");
            lookInside(window, "P4", "上記以外の記号：");

            walk.chooseOtp();
            assertThat(window.heading()).isEqualTo("パスワードの更新");
            window.look("P5");
            assertThat(window.page().locator("[name=username]").inputValue()).isEqualTo(Walk.userId(number));
            lookInLargeLetters(window, "P5");

            walk.setPassword();
            assertThat(window.heading()).isEqualTo("メールアドレスの更新");
            window.look("P6");

            String address = "journey" + number + "@example.jp";
            window.type("メールアドレス", address);
            window.press("実行");
            assertThat(window.heading()).isEqualTo("確認コードの入力");
            window.look("P6b");

            window.type("確認コード", walk.emailCode(address));
            window.press("実行");
            assertThat(window.heading()).isEqualTo("初回ログインが完了しました");
            window.look("P7");

            walk.goOn();
            assertThat(window.heading()).isEqualTo("ワンタイムパスワードの設定");
            window.look("P8");
            lookInside(window, "P8", "画面に対して正面から");
            // The heaviest page, as it is sent when style sheet and scripts are there already.
            assertThat(window.page().reload().request().sizes().responseBodySize)
                    .isLessThanOrEqualTo(12_000);

            window.type("デバイス名", device);
            String key = walk.setUpOtp();
            assertThat(window.heading()).isEqualTo("以上で設定が完了しました");
            assertThat(window.text()).contains(device);
            window.look("P10");

            window.press("ポータルへ");
            assertThat(window.heading()).isEqualTo("ポータル");
            assertThat(window.text()).contains("見本 " + number, address, device);
            window.look("H");
            window.unfold("見本 " + number);
            window.look("H-menu");
            window.press("文字サイズ 大");
            window.look("H-large");
            window.press("文字サイズ 標準");
            cookies.areEachSafe("sign-in", "JSESSIONID", "text-size", "browser", "device");

            walk.signOut("見本 " + number);
            assertThat(window.heading()).isEqualTo("ログイン");

            walk.logIn(Walk.userId(number), Walk.PASSWORD);
            assertThat(window.heading()).isEqualTo("ワンタイムパスワードの入力");
            assertThat(window.text()).contains(device);
            window.look("L2");
            lookInside(window, "L2", "番号は30秒ごとに変わります。");
            window.type("ワンタイムパスワード", OneTimePasswords.next(key));
            window.press("実行");
            assertThat(window.heading()).isEqualTo("ポータル");
        }
    }

    /** The page with all its panels open, of which one says {@code inside}; both also in large letters. */
    private static void lookInside(BrowserWindow window, String name, String inside) {
        assertThat(window.text()).doesNotContain(inside);
        window.unfoldAll();
        assertThat(window.text()).contains(inside);
        window.look(name + "-open");
        lookInLargeLetters(window, name);
    }

    /** On a phone, where they need more room than there is on one line. */
    private static void lookInLargeLetters(BrowserWindow window, String name) {
        if (window.isPhone()) {
            String heading = window.heading();
            window.press("文字サイズ 大");
            assertThat(window.heading()).isEqualTo(heading);
            window.unfoldAll();
            window.look(name + "-large");
            window.press("文字サイズ 標準");
            window.button("文字サイズ 大").waitFor();
        }
    }
}
