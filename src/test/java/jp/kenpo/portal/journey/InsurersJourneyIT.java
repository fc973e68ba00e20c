package jp.kenpo.portal.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.AriaRole;
import jp.kenpo.portal.container.Await;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two insurers in one installation, and nothing of the one at the other. */
@ExtendWith(Journey.class)
class InsurersJourneyIT {

    private final PortalProcess portal;
    private final Browser browser;

    InsurersJourneyIT(PortalProcess portal, Browser browser) {
        this.portal = portal;
        this.browser = browser;
    }

    @Test
    void theSameUserIdIsAnotherMemberAtTheOtherInsurer() {
        try (BrowserWindow window = BrowserWindow.open(browser, BrowserWindow.DESKTOP)) {
            Walk walk = new Walk(window, portal.sakura());
            walk.logIn("testuser", "99994321019801201");
            assertThat(window.refusals()).containsExactly("ユーザIDまたはパスワードが違います。");
            assertThat(window.page().content()).contains("さくら健康保険組合").doesNotContain("デモ健康保険組合");
            window.look("P1-sakura");

            walk.logIn("testuser", "11112222219750505")
                    .confirmBirthDate("S50.5.5")
                    .acceptTerms();
            assertThat(window.page().content()).doesNotContain("デモ健康保険組合", "健保 太郎");
            walk.chooseOtp();
            assertThat(window.heading()).isEqualTo("パスワードの更新");
            FieldAttributes.hold(window);
            window.type("パスワード", "correct horse 8 電池!");
            window.type("パスワード確認用", "correct horse 8 電池!");
            window.press("実行");
            walk.putEmailOff("hanako@example.jp");
            Await.until("the mail with the code", () -> {
                window.go(portal.sakura() + "/demo/mail");
                return window.page().content().contains("hanako@example.jp");
            });
            window.look("demo-mail");
            window.go(portal.demo() + "/demo/mail");
            assertThat(window.heading()).isEqualTo("デモのメール");
            assertThat(window.page().content()).doesNotContain("hanako@example.jp", "さくら健康保険組合");
            window.go(portal.sakura() + "/");

            assertThat(window.heading()).isEqualTo("初回ログインが完了しました");
            assertThat(window.button("このまま認証の登録に進む").count()).isZero();
            PageTurn.by(window.page().getByRole(AriaRole.MAIN).getByRole(AriaRole.BUTTON));
            walk.logIn("testuser", "correct horse 8 電池!");
            assertThat(window.heading()).isEqualTo("ワンタイムパスワードの設定");
            walk.setUpOtp();
            window.press("ポータルへ");
            assertThat(window.text()).contains("佐倉 花子", "1111", "22222");

            window.go(portal.demo() + "/member/home.xhtml");
            assertThat(window.heading()).isEqualTo("ログイン");
        }
    }

    @Test
    void theAddressInNumbersLeadsToTheName() {
        try (BrowserWindow window = BrowserWindow.open(browser, BrowserWindow.DESKTOP)) {
            window.go("http://127.0.0.1:" + portal.port() + "/information/contact.xhtml");
            assertThat(window.page().url()).isEqualTo(portal.demo() + "/information/contact.xhtml");
        }
    }

    @Test
    void anyOtherHostIsNobodys() {
        try (BrowserWindow window = BrowserWindow.open(browser, BrowserWindow.DESKTOP)) {
            assertThat(window.go("http://other.localhost:" + portal.port() + "/")
                            .status())
                    .isEqualTo(404);
            assertThat(window.page().content()).contains("404 Not Found").doesNotContain("健康保険");
        }
    }
}
