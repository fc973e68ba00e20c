package jp.kenpo.portal.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A member keeps recovery codes, loses his phone, and is back with a new one. */
@ExtendWith(Journey.class)
class RecoveryCodesJourneyIT {

    private final PortalWithDatabase both;
    private final String demo;
    private final Browser browser;

    RecoveryCodesJourneyIT(PortalWithDatabase both, Browser browser) {
        this.both = both;
        this.demo = both.portal().demo();
        this.browser = browser;
    }

    @ParameterizedTest
    @ValueSource(ints = {BrowserWindow.DESKTOP, BrowserWindow.PHONE})
    void whoLosesHisPhoneIsBackWithANewOneByARecoveryCode(int width) throws IOException {
        Newcomer member = aMember();
        List<String> codes;
        try (BrowserWindow window = BrowserWindow.open(browser, width)) {
            signIn(window, member);
            window.follow("アカウントの設定");
            window.follow("リカバリーコードを作る");
            assertThat(window.heading()).isEqualTo("リカバリーコードを作る");
            window.look("A2-new");
            window.press("作る");
            assertThat(window.heading()).isEqualTo("リカバリーコード");
            codes = codes(window);
            assertThat(codes)
                    .hasSize(10)
                    .allMatch(code -> code.matches("([2-9A-HJKMNP-TV-Z]{4}-){2}[2-9A-HJKMNP-TV-Z]{4}"));
            window.look("A2");
            assertThat(saved(window)).contains(codes);
            window.page().reload();
            assertThat(codes(window)).isEqualTo(codes);

            window.press("OK");
            assertThat(window.refusals()).containsExactly("印刷するか書き写してから、「保管しました」にチェックを入れてください。");
            window.look("A2-errors");
            window.page().getByLabel("保管しました").check();
            window.press("OK");
            assertThat(window.heading()).isEqualTo("アカウント");
            assertThat(window.text()).contains("リカバリーコードを作りました。", "残り10個");
            window.go(demo + "/member/recovery-codes.xhtml");
            assertThat(window.text()).contains("一度だけ表示されます").doesNotContain(codes.get(0));
            window.look("A2-over");
        }
        try (BrowserWindow window = BrowserWindow.open(browser, width)) {
            Walk walk = new Walk(window, both).logIn(member.userId(), Walk.PASSWORD);
            window.press("別の方法で確認する");
            window.look("L4");
            window.follow("リカバリーコードを使う");
            assertThat(window.heading()).isEqualTo("リカバリーコードの入力");
            assertThat(window.text()).contains("残り10個").doesNotContain(member.name());
            window.look("L5");
            window.type("リカバリーコード", "AAAA-BBBB");
            window.press("実行");
            assertThat(window.refusals()).containsExactly("リカバリーコードは英数字12文字です（0・1・I・L・O・Uは使われていません）。もう一度確認してください。");
            window.look("L5-errors");
            window.type("リカバリーコード", codes.get(0).toLowerCase(Locale.ROOT).replace("-", " "));
            window.press("実行");
            assertThat(window.heading()).isEqualTo("ポータル");
            assertThat(window.text()).contains("リカバリーコードを1つ使いました。");
            window.look("H-recovered");

            window.follow("もう1つ認証方法を追加する");
            window.choose("OTP認証");
            window.press("実行");
            window.type("デバイス名", "新しいスマホ");
            String key = walk.setUpOtp();
            window.press("ポータルへ");
            window.follow("アカウントの設定");
            window.page()
                    .locator(".methods a")
                    .filter(new Locator.FilterOptions().setHasNotText("新しいスマホ"))
                    .click();
            window.follow("このデバイスを削除する");
            window.press("削除する");
            walk.signOut(member.name());

            walk.logIn(member.userId(), Walk.PASSWORD);
            window.press("別の方法で確認する");
            window.follow("リカバリーコードを使う");
            window.type("リカバリーコード", codes.get(0));
            window.press("実行");
            assertThat(window.refusals()).containsExactly("このリカバリーコードは使用済みです。別のコードを入力してください。");
            window.press("別の方法で確認する");
            window.follow("ワンタイムパスワード：新しいスマホ");
            window.type("ワンタイムパスワード", both.app().another(key));
            window.press("実行");
            assertThat(window.heading()).isEqualTo("ポータル");
        }
        assertThat(member.visitor().get("/demo/mail").body())
                .contains("リカバリーコードが作られました", "リカバリーコードが使われました", "認証方法が削除されました");
    }

    /** Whoever has few is told so where he sees it. */
    @Test
    void whoHasTwoLeftIsWarnedAndSoIsWhoReadsEnglish() {
        Newcomer member = aMember();
        try (BrowserWindow window = BrowserWindow.open(browser, BrowserWindow.PHONE)) {
            signIn(window, member);
            window.go(demo + "/member/new-recovery-codes.xhtml");
            window.press("作る");
            both.database()
                    .run("update recovery_code set used_at = timestamp with time zone '2026-01-01 00:00:00+09' where "
                            + member.isAccount() + " and id in (select id from recovery_code where "
                            + member.isAccount()
                            + " order by id limit 8)");
            window.go(demo + "/member/home.xhtml");
            assertThat(window.text()).contains("リカバリーコードが残り少なくなっています。", "残り2個");
            window.look("H-few-codes");
            PageTurn.by(window.button("English").first());
            assertThat(window.text()).contains("You are running out of recovery codes.");
            window.follow("Make recovery codes");
            assertThat(window.text()).contains("(2 left) will no longer work");
            window.look("A2-new-en");
            window.press("Make them");
            window.look("A2-en");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {BrowserWindow.DESKTOP, BrowserWindow.PHONE})
    void whoHasNeitherDeviceNorCodesReadsWhatToDo(int width) {
        Newcomer member = aMember();
        try (BrowserWindow window = BrowserWindow.open(browser, width)) {
            new Walk(window, both).logIn(member.userId(), Walk.PASSWORD);
            window.press("別の方法で確認する");
            window.follow("リカバリーコードを使う");
            assertThat(window.text()).contains("使えるリカバリーコードがありません。");
            window.look("L5-none");
            window.press("別の方法で確認する");
            window.follow("どれも使えない");
            assertThat(window.heading()).isEqualTo("機種変更・紛失");
            assertThat(window.text()).contains("アカウントを作り直す必要はありません。", "03-0000-0000");
            window.look("D1");
            window.follow("リカバリーコードを使う");
            assertThat(window.heading()).isEqualTo("リカバリーコードの入力");
            PageTurn.by(window.button("English").first());
            window.look("L5-en");
            window.go(demo + "/information/new-phone.xhtml");
            window.look("D1-en");
        }
    }

    private Newcomer aMember() {
        return Newcomer.atDemo(both)
                .asFarAs("/member/home.xhtml")
                .confirmsHisAddress(both.database())
                .signOut();
    }

    private void signIn(BrowserWindow window, Newcomer member) {
        new Walk(window, both).logIn(member.userId(), Walk.PASSWORD);
        window.type("ワンタイムパスワード", member.nextCode());
        window.press("実行");
    }

    private static List<String> codes(BrowserWindow window) {
        return window.page().locator("#codes code").allInnerTexts();
    }

    private static String saved(BrowserWindow window) throws IOException {
        Download file = window.page()
                .waitForDownload(() -> window.page().getByText("ファイルに保存する").click());
        return Files.readString(file.path());
    }
}
