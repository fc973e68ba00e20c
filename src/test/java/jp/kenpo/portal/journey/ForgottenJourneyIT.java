package jp.kenpo.portal.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import jp.kenpo.portal.container.Await;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Members who forgot their password or user ID, and get back in by their mail. */
@ExtendWith(Journey.class)
class ForgottenJourneyIT {

    private static final String NEW_PASSWORD = "TanpoponoHana27";

    private final PortalWithDatabase both;
    private final String demo;
    private final Browser browser;

    ForgottenJourneyIT(PortalWithDatabase both, Browser browser) {
        this.both = both;
        this.demo = both.portal().demo();
        this.browser = browser;
    }

    @ParameterizedTest
    @ValueSource(ints = {BrowserWindow.DESKTOP, BrowserWindow.PHONE})
    void aMemberWhoForgotHisPasswordSetsANewOneByTheLinkOfAMail(int width) {
        Newcomer member = aMember();
        try (BrowserWindow window = BrowserWindow.open(browser, width)) {
            window.go(demo + "/");
            window.follow("パスワードを忘れた方はこちら");
            assertThat(window.heading()).isEqualTo("パスワードを忘れた方");
            window.press("実行");
            assertThat(window.refusals()).containsExactly("ユーザIDを入力してください。", "生年月日を入力してください。");
            window.look("F1-errors");
            window.type("ユーザID", member.userId());
            window.type("生年月日", Newcomer.BIRTH_DATE);
            window.look("F1");
            window.press("実行");
            assertThat(window.heading()).isEqualTo("受け付けました");
            assertThat(window.text()).containsPattern("受付番号\\s+[2-9A-Z]{4}-[2-9A-Z]{4}");
            window.look("F1-sent");

            String link = member.awaitLink();
            window.go(demo + link);
            assertThat(window.heading()).isEqualTo("パスワードの再設定");
            window.look("F1-link");
            window.press("続ける");
            assertThat(window.heading()).isEqualTo("ワンタイムパスワードの入力");
            window.go(demo + link);
            assertThat(window.text()).contains("このリンクからの手続きの途中です。");
            window.look("F1-link-used-here");
            window.press("続きの画面へ");
            assertThat(window.heading()).isEqualTo("ワンタイムパスワードの入力");
            window.type("ワンタイムパスワード", member.nextCode());
            window.press("実行");
            setNewPassword(window);

            assertThat(window.heading()).isEqualTo("ポータル");
            assertThat(window.text()).contains("新しいパスワードを設定しました。");
            new Walk(window, both).signOut(member.name());
            new Walk(window, both).logIn(member.userId(), Walk.PASSWORD);
            assertThat(window.refusals()).containsExactly("ユーザIDまたはパスワードが違います。");
            new Walk(window, both).logIn(member.userId(), NEW_PASSWORD);
            assertThat(window.heading()).isEqualTo("ワンタイムパスワードの入力");
            isOver(window, link);
        }
    }

    private static void setNewPassword(BrowserWindow window) {
        assertThat(window.heading()).isEqualTo("新しいパスワードの設定");
        window.look("F1-new-password");
        PageTurn.by(window.button("English").first());
        assertThat(window.heading()).isEqualTo("Set a new password");
        window.look("F1-new-password-en");
        PageTurn.by(window.button("日本語").first());
        window.press("実行");
        assertThat(window.refusals()).isNotEmpty();
        window.look("F1-new-password-errors");
        window.type("パスワード", NEW_PASSWORD);
        window.type("パスワード確認用", NEW_PASSWORD);
        window.press("実行");
    }

    private void isOver(BrowserWindow window, String link) {
        window.go(demo + link);
        assertThat(window.text()).contains("このリンクは使えません。");
        window.look("F1-link-over");
        window.press("もう一度申し込む");
        assertThat(window.heading()).isEqualTo("パスワードを忘れた方");
    }

    @ParameterizedTest
    @ValueSource(ints = {BrowserWindow.DESKTOP, BrowserWindow.PHONE})
    void aMemberWhoForgotHisUserIdIsToldItByMail(int width) {
        Newcomer member = aMember();
        try (BrowserWindow window = BrowserWindow.open(browser, width)) {
            window.go(demo + "/");
            window.follow("ユーザIDを忘れた方はこちら");
            window.press("実行");
            assertThat(window.refusals()).containsExactly("生年月日を入力してください。", "メールアドレス、または記号と番号を入力してください。");
            window.look("F2-errors");
            window.type("生年月日", Newcomer.BIRTH_DATE);
            window.type("番号", member.number());
            window.press("実行");
            assertThat(window.refusals()).containsExactly("記号を入力してください。");
            window.type("記号", "9999");
            window.look("F2");
            window.press("実行");
            assertThat(window.heading()).isEqualTo("受け付けました");
        }
        Await.until(
                "the user ID", () -> member.visitor().get("/demo/mail").body().contains("ユーザID：" + member.userId()));
    }

    private Newcomer aMember() {
        return Newcomer.atDemo(both)
                .asFarAs("/member/home.xhtml")
                .confirmsHisAddress(both.database())
                .signOut();
    }
}
