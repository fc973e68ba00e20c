package jp.kenpo.portal.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A signed-in member sees where he is signed in and what happened on his account, and signs other devices out. */
@ExtendWith(Journey.class)
class SessionsJourneyIT {

    private static final String WINDOWS = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36"
            + " (KHTML, like Gecko) Chrome/137.0.0.0 Safari/537.36";
    private static final String ENDED = "ほかの端末での操作、またはパスワードの変更により、ログアウトしました。";

    private final PortalWithDatabase both;
    private final String demo;
    private final Browser browser;

    SessionsJourneyIT(PortalWithDatabase both, Browser browser) {
        this.both = both;
        this.demo = both.portal().demo();
        this.browser = browser;
    }

    @ParameterizedTest
    @ValueSource(ints = {BrowserWindow.DESKTOP, BrowserWindow.PHONE})
    void whoIsSignedOutFromAnotherDeviceIsToldSo(int width) {
        Newcomer member = aMember();
        try (BrowserWindow office = atAnOffice();
                BrowserWindow window = BrowserWindow.open(browser, width)) {
            signIn(office, member);
            signIn(window, member);
            goToSessions(window);
            assertThat(window.heading()).isEqualTo("ログイン中の端末");
            String here = window.isPhone() ? "iPhone の Safari" : "Linux の Chrome";
            assertThat(window.text()).containsSubsequence("この端末", here, "ほかの端末", "Windows の Chrome");
            window.look("A3");

            window.press("Windows の Chrome をログアウトする");
            assertThat(window.heading()).isEqualTo("ログイン中の端末");
            assertThat(window.text()).contains("選んだ端末をログアウトしました。", "ほかにログイン中の端末はありません。");
            assertThat(window.button("Windows の Chrome をログアウトする").count()).isZero();
            assertThat(window.button("Windows の Chrome の記憶を消す").count())
                    .as("still known")
                    .isEqualTo(1);
            window.look("A3-alone");

            office.follow("アカウントの設定");
            assertThat(office.heading()).isEqualTo("ログイン");
            assertThat(office.text()).contains(ENDED);
            window.follow("アカウントへ戻る");
            assertThat(window.heading()).isEqualTo("アカウント");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {BrowserWindow.DESKTOP, BrowserWindow.PHONE})
    void whoeverIsWorriedSignsAllOthersOut(int width) {
        Newcomer member = aMember();
        try (BrowserWindow office = atAnOffice();
                BrowserWindow half = BrowserWindow.open(browser, BrowserWindow.PHONE);
                BrowserWindow window = BrowserWindow.open(browser, width)) {
            signIn(office, member);
            new Walk(half, both).logIn(member.userId(), Walk.PASSWORD);
            signIn(window, member);
            both.database()
                    .run("update sign_in_session set device = null where device like '% windows' and "
                            + member.isAccount());
            goToSessions(window);
            assertThat(window.text()).contains("ログインの途中です（本人確認が済んでいません）。", "不明な端末");
            window.unfoldAll();
            window.look("A3-worried");

            window.press("ほかの端末をすべてログアウトする");
            assertThat(window.text()).contains("ほかの端末をすべてログアウトしました。", "ほかにログイン中の端末はありません。");
            office.follow("アカウントの設定");
            assertThat(office.text()).contains(ENDED);
        }
    }

    /** What another window ended meanwhile can be ended once more. */
    @ParameterizedTest
    @ValueSource(ints = BrowserWindow.PHONE)
    void aPageThatIsOldEndsWhatIsOverAndSaysSo(int width) {
        Newcomer member = aMember();
        try (BrowserWindow office = atAnOffice();
                BrowserWindow window = BrowserWindow.open(browser, width)) {
            signIn(office, member);
            signIn(window, member);
            goToSessions(window);
            new Walk(office, both).signOut(member.name());

            window.press("Windows の Chrome をログアウトする");

            assertThat(window.heading()).isEqualTo("ログイン中の端末");
            assertThat(window.text()).contains("ほかにログイン中の端末はありません。");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {BrowserWindow.DESKTOP, BrowserWindow.PHONE})
    void whatIsNotUsedAnyMoreIsForgotten(int width) {
        Newcomer member = aMember();
        try (BrowserWindow office = atAnOffice();
                BrowserWindow window = BrowserWindow.open(browser, width)) {
            signIn(office, member);
            new Walk(office, both).signOut(member.name());
            signIn(window, member);
            goToSessions(window);
            String here = window.isPhone() ? "iPhone の Safari" : "Linux の Chrome";
            assertThat(window.text())
                    .containsSubsequence("ログインしたことのある端末", here, "この端末", "最後のログイン：", "Windows の Chrome", "不明な端末");
            window.look("A3-known");

            window.press("Windows の Chrome の記憶を消す");
            assertThat(window.text()).contains("選んだ端末の記憶を消しました。").doesNotContain("Windows の Chrome");
            window.press("ほかの端末の記憶をすべて消す");
            assertThat(window.text()).contains("ほかの端末の記憶をすべて消しました。").doesNotContain("不明な端末");
            assertThat(window.button("ほかの端末の記憶をすべて消す").count()).isZero();
            window.look("A3-known-one");
            PageTurn.by(window.button("English").first());
            assertThat(window.text()).contains("Devices you have logged in with", "This device");
            window.look("A3-known-en");
            PageTurn.by(window.button("日本語").first());
            window.press("この端末（" + here + "）の記憶を消す");
            assertThat(window.heading()).isEqualTo("ログイン中の端末");
            assertThat(window.text()).contains("記憶している端末はありません。");
            window.look("A3-known-none");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {BrowserWindow.DESKTOP, BrowserWindow.PHONE})
    void aMemberReadsWhatHappenedOnHisAccount(int width) {
        Newcomer member = aMember();
        try (BrowserWindow window = BrowserWindow.open(browser, width)) {
            new Walk(window, both).logIn(member.userId(), "wrong");
            both.database()
                    .run("update audit_entry set address = '203.0.113.77' where event = 'PASSWORD_REFUSED' and "
                            + member.isAccount());
            both.database()
                    .run("update audit_entry set at = at - interval '400' day where event = 'TERMS_ACCEPTED' and "
                            + member.isAccount());
            signIn(window, member);
            window.follow("アカウントの設定");
            window.follow("利用履歴");
            assertThat(window.heading()).isEqualTo("利用履歴");
            assertThat(window.text())
                    .containsSubsequence(
                            "お心当たりのないものがあるとき",
                            "登録済みのデバイスで本人確認をしました",
                            "この端末と同じネットワーク",
                            "正しいパスワードが入力されました",
                            "パスワードの確認ができませんでした",
                            "別のネットワーク",
                            "ワンタイムパスワードのデバイスを追加しました")
                    .doesNotContain("203.0.113.77", "127.0.0.1", "利用規約に同意しました");
            window.look("A4");

            PageTurn.by(window.button("English").first());
            assertThat(window.text()).contains("The password could not be confirmed", "Another network");
            window.look("A4-en");
        }
    }

    private BrowserWindow atAnOffice() {
        return BrowserWindow.open(
                browser, BrowserWindow.DESKTOP, new Browser.NewContextOptions().setUserAgent(WINDOWS));
    }

    private void goToSessions(BrowserWindow window) {
        window.go(demo + "/member/account.xhtml");
        window.follow("ログイン中の端末");
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
        assertThat(window.heading()).isEqualTo("ポータル");
    }
}
