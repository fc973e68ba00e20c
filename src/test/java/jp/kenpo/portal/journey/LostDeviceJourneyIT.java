package jp.kenpo.portal.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import java.time.Duration;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Members who have neither a device nor a recovery code any more. */
@ExtendWith(Journey.class)
class LostDeviceJourneyIT {

    private static final String TITLE = "認証に使うデバイスがどれも使えないとき";

    private final PortalWithDatabase both;
    private final String demo;
    private final Browser browser;

    LostDeviceJourneyIT(PortalWithDatabase both, Browser browser) {
        this.both = both;
        this.demo = both.portal().demo();
        this.browser = browser;
    }

    @ParameterizedTest
    @ValueSource(ints = {BrowserWindow.DESKTOP, BrowserWindow.PHONE})
    void whoHasLostAllIsBackAfterTheWaitWithANewPhone(int width) {
        Newcomer member = aMember();
        String code;
        try (BrowserWindow window = BrowserWindow.open(browser, width)) {
            window.go(demo + "/information/new-phone.xhtml");
            window.look("D1");
            window.follow("手続きを始める");
            logIn(window, member);
            assertThat(window.heading())
                    .as("where he wanted to go before he logged in")
                    .isEqualTo(TITLE);
            assertThat(window.text()).contains("24時間", masked(member)).doesNotContain(member.email(), member.name());
            window.look("D1-begin");
            window.press("確認コードを送る");
            assertThat(window.heading()).isEqualTo("確認コードの入力");
            window.look("D1-code");
            window.press("実行");
            assertThat(window.refusals()).containsExactly("確認コードを入力してください。");
            window.look("D1-code-errors");
            code = member.awaitEmailCode();
            window.type("確認コード", code);
            window.press("実行");

            assertThat(window.heading()).isEqualTo(TITLE);
            assertThat(window.text()).contains("手続きを受け付けています。", "ログインできる日時");
            window.look("D1-wait");
        }
        member.awaitMailAbout("デバイスを使わずにログインする手続きを受け付けました");
        both.time().moveBy(Duration.ofHours(24));
        try (BrowserWindow window = BrowserWindow.open(browser, width)) {
            Walk walk = new Walk(window, both).logIn(member.userId(), Walk.PASSWORD);
            assertThat(window.heading()).isEqualTo(TITLE);
            assertThat(window.text()).contains("待ち時間が終わりました。");
            window.look("D1-enter");
            window.press("確認コードを送る");
            window.type("確認コード", member.awaitEmailCodeAfter(code));
            window.press("実行");
            assertThat(window.heading()).isEqualTo("アカウント");
            assertThat(window.text()).contains("なくしたデバイスを削除してください。");
            window.look("D1-back");

            window.follow("もう1つ認証方法を追加する");
            window.choose("OTP認証");
            window.press("実行");
            window.type("デバイス名", "新しいスマホ");
            walk.setUpOtp();
            assertThat(window.heading()).isEqualTo("以上で設定が完了しました");
        }
        member.awaitMailAbout("デバイスを使わずにログインされました");
    }

    /** Somebody who knows the password and reads the mail began it: the member has his device, and sees it. */
    @ParameterizedTest
    @ValueSource(ints = {BrowserWindow.DESKTOP, BrowserWindow.PHONE})
    void whoIsLoggedInIsToldOnEveryPageAndStopsIt(int width) {
        Newcomer member = aMember();
        try (BrowserWindow own = BrowserWindow.open(browser, width)) {
            new Walk(own, both).logIn(member.userId(), Walk.PASSWORD);
            own.type("ワンタイムパスワード", member.nextCode());
            own.press("実行");
            member.losesAllDevices();

            own.go(demo + "/member/home.xhtml");
            assertThat(own.text()).contains("登録済みのデバイスを使わずにログインするための手続きが、このアカウントで行われています。");
            own.look("H-told");
            own.follow("内容を見る・取りやめる");
            own.look("D1-told");
            PageTurn.by(own.button("English").first());
            assertThat(own.heading()).isEqualTo("Logging in without any device");
            own.look("D1-told-en");
            own.press("Stop the procedure");
            assertThat(own.text()).contains("The procedure is stopped.");
            assertThat(own.text()).doesNotContain("Somebody has asked to log in");
        }
        member.awaitMailAbout("logging in without any device was stopped");
    }

    @ParameterizedTest
    @ValueSource(ints = {BrowserWindow.DESKTOP, BrowserWindow.PHONE})
    void whoReadsOfItInHisMailStopsItByTheLink(int width) {
        Newcomer member = aMember().losesAllDevices();
        try (BrowserWindow own = BrowserWindow.open(browser, width)) {
            String link = member.awaitStopLink();

            own.go(demo + link);
            assertThat(own.heading()).isEqualTo("手続きの取りやめ");
            own.look("D1-stop");
            own.press("手続きを取りやめる");
            assertThat(own.heading()).isEqualTo("手続きを取りやめました");
            own.look("D1-stopped");
            own.go(demo + link);
            assertThat(own.text()).contains("取りやめる手続きはありません。");
            own.look("D1-stop-over");
            own.press("ログイン画面へ");
            assertThat(own.heading()).isEqualTo("ログイン");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {BrowserWindow.DESKTOP, BrowserWindow.PHONE})
    void whoHasNoAddressThatCountsGetsANumberForTheTelephone(int width) {
        Newcomer member = Newcomer.atDemo(both).asFarAs("/member/home.xhtml").signOut();
        try (BrowserWindow window = BrowserWindow.open(browser, width)) {
            new Walk(window, both).logIn(member.userId(), Walk.PASSWORD);
            window.press("別の方法で確認する");
            window.follow("どれも使えない");
            window.follow("手続きを始める");
            assertThat(window.text()).contains("確認が済んでから7日以上たったアドレスが必要です。", "03-0000-0000");
            window.look("D1-no-address");
            PageTurn.by(window.button("English").first());
            window.look("D1-no-address-en");
            window.press("Get a reference number");
            assertThat(window.text()).containsPattern("Reference number for your inquiry\\s+[2-9A-Z]{4}-[2-9A-Z]{4}");
            window.look("D1-reference-en");
        }
    }

    private Newcomer aMember() {
        return Newcomer.atDemo(both)
                .asFarAs("/member/home.xhtml")
                .confirmsHisAddress(both.database())
                .signOut();
    }

    private static void logIn(BrowserWindow window, Newcomer member) {
        window.type("ユーザID", member.userId());
        window.type("パスワード", Walk.PASSWORD);
        window.press("ログイン");
    }

    private static String masked(Newcomer member) {
        return member.email().charAt(0) + "***@e***.jp";
    }
}
