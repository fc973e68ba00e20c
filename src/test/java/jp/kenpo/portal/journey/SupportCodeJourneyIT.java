package jp.kenpo.portal.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody is stuck and calls: he reads a code to the staff, who see where he is and nothing of who he is. */
@ExtendWith(Journey.class)
class SupportCodeJourneyIT {

    private static final String CONTACT = "/information/contact.xhtml";

    private final PortalWithDatabase both;
    private final String demo;
    private final Browser browser;

    SupportCodeJourneyIT(PortalWithDatabase both, Browser browser) {
        this.both = both;
        this.demo = both.portal().demo();
        this.browser = browser;
    }

    @ParameterizedTest
    @ValueSource(ints = {BrowserWindow.DESKTOP, BrowserWindow.PHONE})
    void staffSeeWhereSomebodyIsStuckAndHaveHimBeginAnew(int width) {
        Newcomer member = Newcomer.atDemo(both);
        try (BrowserWindow desk = BrowserWindow.open(browser, width);
                BrowserWindow own = BrowserWindow.open(browser, width)) {
            own.go(demo + "/");
            new Walk(own, both).logIn(member.userId(), member.password());
            own.type("生年月日", "19990101");
            own.press("実行");
            assertThat(own.refusals()).hasSize(1);
            own.follow("お問い合わせ");
            own.look("support-before");
            own.press("サポート番号を表示する");
            String code = own.page().locator(".desk-code").innerText();
            assertThat(code).matches("[0-9]{3} [0-9]{3}");
            own.look("support-code");

            Colleague.invitedAtDemo(both, "HELP_DESK").begin(desk, both);
            desk.follow("サポート番号で状況を見る");
            desk.look("support-desk");
            desk.type("サポート番号", "12345");
            desk.press("状況を見る");
            assertThat(desk.refusals()).hasSize(1);
            desk.type("サポート番号", code.equals("000 000") ? "111111" : "000000");
            desk.press("状況を見る");
            assertThat(desk.refusals()).hasSize(1);
            desk.look("support-desk-errors");
            desk.type("サポート番号", code);
            desk.press("状況を見る");
            assertThat(desk.text())
                    .contains("生年月日の確認", "端末", "ログインの開始", "生年月日の確認ができませんでした")
                    .doesNotContain(member.name(), member.userId(), member.number());
            desk.look("support-found");
            desk.press("ログインを終了する");
            assertThat(desk.heading()).isEqualTo("サポート番号");
            assertThat(desk.page().getByRole(AriaRole.STATUS).count()).isEqualTo(1);

            own.go(demo + "/member/home.xhtml");
            assertThat(own.page().url()).contains("/sign-in/password.xhtml");
        }
    }

    @Test
    void whoHasNotLoggedInHasNoCode() {
        try (BrowserWindow own = BrowserWindow.open(browser, BrowserWindow.DESKTOP)) {
            own.go(demo + CONTACT);
            assertThat(own.text()).contains("03-0000-0000").doesNotContain("サポート番号");
        }
    }

    @Test
    void anybodySignedInCanShowOneInEnglish() {
        Newcomer member = Newcomer.atDemo(both).asFarAs("/member/home.xhtml").signOut();
        try (BrowserWindow own = BrowserWindow.open(browser, BrowserWindow.PHONE)) {
            own.go(demo + "/");
            new Walk(own, both).logIn(member.userId(), Walk.PASSWORD);
            own.type("ワンタイムパスワード", member.nextCode());
            own.press("実行");
            own.go(demo + CONTACT);
            PageTurn.by(own.button("English").first());
            own.press("Show a support code");
            assertThat(own.page().locator(".desk-code").innerText()).matches("[0-9]{3} [0-9]{3}");
            own.look("support-code-english");
        }
    }
}
