package jp.kenpo.portal.journey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.FilePayload;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A manager decides how the insurer shows itself and how its members sign in; whoever comes next sees it. */
@ExtendWith(Journey.class)
class SettingsJourneyIT {

    private static final String FOLDER = "/administration/settings/";

    private final PortalWithDatabase both;
    private final String demo;
    private final Browser browser;

    SettingsJourneyIT(PortalWithDatabase both, Browser browser) {
        this.both = both;
        this.demo = both.portal().demo();
        this.browser = browser;
    }

    /** For the others, who know it as it was. */
    @AfterEach
    void theInsurerIsAsItWas() {
        InsurerAsItWas.in(both);
    }

    @ParameterizedTest
    @ValueSource(ints = {BrowserWindow.DESKTOP, BrowserWindow.PHONE})
    void managersDecideHowTheInsurerShowsItself(int width) {
        try (BrowserWindow desk = BrowserWindow.open(browser, width);
                BrowserWindow other = BrowserWindow.open(browser, width)) {
            Colleague.invitedAtDemo(both, "MANAGER").begin(desk, both);
            desk.page()
                    .locator("nav.staff-menu a[href='" + FOLDER + "overview.xhtml']")
                    .click();
            assertThat(desk.heading()).isEqualTo("設定");
            assertThat(desk.text()).contains("デモ健康保険組合", "03-0000-0000", "30分", "生体認証とOTP認証");
            desk.look("M6");
            desk.follow("名前と色を変更する");
            desk.look("M6-brand");
            desk.type("健保の名前", "");
            desk.type("ブランドカラー", "#ffd43d");
            desk.press("保存する");
            assertThat(desk.refusals()).hasSize(2).contains("「健保の名前」を入力してください。");
            assertThat(desk.text()).contains("この色は、白い背景では見分けにくい色です（コントラスト比1.4:1。");
            desk.look("M6-brand-errors");
            desk.type("健保の名前", "みらい健康保険組合");
            desk.type("ブランドカラー", "#A8325E");
            desk.press("保存する");
            assertThat(desk.text()).contains("設定を保存しました。", "みらい健康保険組合", "#a8325e");
            desk.look("M6-saved");

            other.go(demo + "/");
            assertThat(other.page().locator(".insurer").innerText()).contains("みらい健康保険組合");
            assertThat(other.page().locator(".band").evaluate("band => getComputedStyle(band).borderTopColor"))
                    .isEqualTo("rgb(168, 50, 94)");
        }
    }

    @Test
    void membersAreToldTheNewContact() {
        try (BrowserWindow desk = BrowserWindow.open(browser, BrowserWindow.PHONE);
                BrowserWindow other = BrowserWindow.open(browser, BrowserWindow.PHONE)) {
            Colleague.invitedAtDemo(both, "MANAGER").begin(desk, both);
            desk.go(demo + FOLDER + "contact.xhtml");
            desk.look("M6-contact");
            desk.type("電話番号", "");
            desk.type("差出人のメールアドレス", "nobody");
            desk.type("受付時間（英語）", "x".repeat(201));
            desk.press("保存する");
            assertThat(desk.refusals()).hasSize(3);
            desk.look("M6-contact-errors");
            desk.type("電話番号", "03−0000−0000（代表）");
            desk.press("保存する");
            assertThat(desk.refusals()).contains("電話番号を、数字とハイフンだけで入力してください（例：03-0000-0000）。");
            desk.type("電話番号", "０１２０－１１１－２２２");
            desk.type("差出人のメールアドレス", "portal@mirai-kenpo.example");
            desk.type("受付時間（英語）", "Always");
            desk.type("通報を受け取るメールアドレス", "");
            desk.press("保存する");
            assertThat(desk.text()).contains("portal@mirai-kenpo.example", "なし（電話での連絡を案内します）");

            other.go(demo + "/information/contact.xhtml");
            assertThat(other.text()).contains("0120-111-222");
        }
    }

    @Test
    void managersBringALogo() throws IOException {
        try (BrowserWindow desk = BrowserWindow.open(browser, BrowserWindow.DESKTOP)) {
            Colleague.invitedAtDemo(both, "MANAGER").begin(desk, both);
            desk.go(demo + FOLDER + "logo.xhtml");
            desk.look("M6-logo");
            PageTurn.by(desk.button("保存する"));
            assertThat(desk.refusals()).containsExactly("画像を選んでください。");
            bring(
                    desk,
                    "logo.svg",
                    "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'><script>alert(1)</script></svg>"
                            .getBytes(UTF_8));
            assertThat(desk.text()).contains("「script」");
            desk.look("M6-logo-errors");
            PageTurn.by(desk.button("English").first());
            assertThat(desk.heading()).isEqualTo("Logo");
            PageTurn.by(desk.button("日本語").first());

            bring(desk, "logo.png", picture());
            assertThat(desk.heading()).isEqualTo("設定");
            assertThat(desk.page().locator(".insurer img").evaluate("one => one.complete && one.naturalWidth > 0"))
                    .isEqualTo(true);
            desk.look("M6-logo-picture");
            desk.go(demo + FOLDER + "logo.xhtml");
            bring(
                    desk,
                    "logo.svg",
                    ("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 90 40'><style>.a{fill:#a8325e}</style>"
                                    + "<rect class='a' width='90' height='40'/></svg>")
                            .getBytes(UTF_8));
            desk.look("M6-logo-drawing");
        }
    }

    private static void bring(BrowserWindow desk, String name, byte[] file) {
        desk.page().locator("input[type=file]").setInputFiles(new FilePayload(name, "", file));
        PageTurn.by(desk.button("保存する"));
    }

    private static byte[] picture() throws IOException {
        BufferedImage picture = new BufferedImage(300, 200, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = picture.createGraphics();
        pen.setColor(new Color(0x0e7c66));
        pen.fillRect(0, 0, 300, 200);
        pen.setColor(Color.WHITE);
        pen.fillOval(100, 50, 100, 100);
        pen.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", bytes);
        return bytes.toByteArray();
    }

    @Test
    void anotherPolicyHoldsFromTheNextRequestOn() {
        Newcomer chosen = Newcomer.at("demo", demo, both, "PASSKEY").asFarAs("/mfa-setup/passkey.xhtml");
        Newcomer choosing = Newcomer.atDemo(both).asFarAs("/first-login/user-id-and-method.xhtml");
        try (BrowserWindow desk = BrowserWindow.open(browser, BrowserWindow.DESKTOP)) {
            Colleague.invitedAtDemo(both, "MANAGER").begin(desk, both);
            desk.go(demo + FOLDER + "policy.xhtml");
            desk.look("M6-policy");
            desk.type("操作がないときの自動ログアウト（分）", "61");
            desk.type("最初の待ち時間（秒）", "");
            desk.type("待たずに間違えられる回数", "三");
            desk.press("保存する");
            assertThat(desk.refusals())
                    .containsExactlyInAnyOrder(
                            "「操作がないときの自動ログアウト（分）」は、5から60までの数字で入力してください。",
                            "「最初の待ち時間（秒）」は、10から300までの数字で入力してください。",
                            "「待たずに間違えられる回数」は、3から10までの数字で入力してください。");
            desk.look("M6-policy-errors");
            desk.type("操作がないときの自動ログアウト（分）", "２０");
            desk.type("最初の待ち時間（秒）", "30");
            desk.type("待たずに間違えられる回数", "5");
            desk.type("本人に知らせる回数", "50");
            desk.type("ログインしたことのない端末からの受付を止める回数", "50");
            desk.press("保存する");
            assertThat(desk.refusals()).containsExactly("ログインしたことのない端末からの受付を止める回数より、少なくしてください。");
            desk.type("本人に知らせる回数", "10");
            desk.choose("OTP認証だけ");
            desk.choose("日本語だけ");
            desk.type("1か所からの間違いの上限", "100,000");
            desk.press("保存する");
            assertThat(desk.text()).contains("設定を保存しました。", "20分", "OTP認証だけ", "日本語だけ");
            assertThat(desk.button("English").count()).isZero();
            desk.look("M6-policy-saved");
        }

        assertThat(chosen.visitor().step()).isEqualTo("/mfa-setup/one-time-password.xhtml");
        assertThat(choosing.visitor()
                        .get("/first-login/user-id-and-method.xhtml")
                        .body())
                .contains("OTP認証")
                .doesNotContain("生体認証で");
        assertThat(new Visitor(demo).get("/sign-in/password.xhtml").body()).doesNotContain("English");
    }

    @Test
    void whoSetUpWhatIsNotOfferedAnyMoreStillSignsIn() {
        Newcomer member = Newcomer.atDemo(both).asFarAs("/member/home.xhtml").signOut();
        try (BrowserWindow desk = BrowserWindow.open(browser, BrowserWindow.PHONE)) {
            Colleague.invitedAtDemo(both, "MANAGER").begin(desk, both);
            desk.go(demo + FOLDER + "policy.xhtml");
            desk.choose("生体認証だけ");
            desk.press("保存する");
            assertThat(desk.text()).contains("生体認証だけ");
        }

        assertThat(member.asFarAs("/member/home.xhtml").visitor().step()).isEqualTo("/member/home.xhtml");
    }

    @Test
    void whatWasChangedIsPutBack() {
        try (BrowserWindow desk = BrowserWindow.open(browser, BrowserWindow.DESKTOP)) {
            Colleague.invitedAtDemo(both, "MANAGER").begin(desk, both);
            desk.go(demo + FOLDER + "history.xhtml");
            assertThat(desk.text()).contains("まだ変更はありません。");
            desk.go(demo + FOLDER + "policy.xhtml");
            desk.type("ログインしていられる時間（時間）", "8");
            desk.type("初期パスワードの有効日数", "90");
            desk.press("保存する");
            desk.go(demo + FOLDER + "brand.xhtml");
            desk.type("健保の名前", "みらい健康保険組合");
            desk.press("保存する");
            desk.follow("変更の履歴を見る");
            assertThat(desk.page().locator("ins").allTextContents())
                    .containsExactly("変更後：みらい健康保険組合", "変更後：90日", "変更後：8時間");
            desk.look("M6-history");
            desk.page().locator("a[href^='" + FOLDER + "revert.xhtml']").nth(1).click();
            assertThat(desk.heading()).isEqualTo("前の設定に戻す");
            desk.look("M6-revert");
            desk.press("この設定に戻す");
            assertThat(desk.text()).contains("設定を保存しました。", "12時間", "初回ログインまで", "みらい健康保険組合");
            PageTurn.by(desk.button("English").first());
            desk.look("M6-english");
            desk.follow("See who changed what");
            assertThat(desk.page().locator(".card h2").count()).isEqualTo(3);
            desk.look("M6-history-english");
            desk.go(demo + FOLDER + "policy.xhtml");
            desk.look("M6-policy-english");
        }
    }

    @Test
    void whatWasTypedIsStillThereWhenTheSessionWasOver() {
        try (BrowserWindow desk = BrowserWindow.open(browser, BrowserWindow.DESKTOP)) {
            Colleague manager = Colleague.invitedAtDemo(both, "MANAGER");
            String key = manager.begin(desk, both);
            desk.go(demo + FOLDER + "policy.xhtml");
            desk.type("最も長い待ち時間（分）", "33");
            desk.choose("OTP認証だけ");
            both.time().moveBy(Duration.ofMinutes(31));
            desk.press("保存する");
            desk.press("Login with OpenID Connect");
            desk.type("ユーザID", manager.userId());
            desk.type("パスワード", Walk.PASSWORD);
            desk.press("ログイン");
            desk.type("ワンタイムパスワード", both.app().another(key));
            desk.press("実行");
            assertThat(desk.heading()).isEqualTo("ログインの方針");
            assertThat(desk.field("最も長い待ち時間（分）").inputValue()).isEqualTo("33");
            desk.press("保存する");
            assertThat(desk.text()).contains("33分", "OTP認証だけ");
        }
    }

    @Test
    void theHelpDeskDecidesNothing() {
        try (BrowserWindow desk = BrowserWindow.open(browser, BrowserWindow.DESKTOP)) {
            Colleague.invitedAtDemo(both, "HELP_DESK").begin(desk, both);
            desk.go(demo + FOLDER + "overview.xhtml");
            assertThat(desk.heading()).isEqualTo("窓口");
        }
    }
}
