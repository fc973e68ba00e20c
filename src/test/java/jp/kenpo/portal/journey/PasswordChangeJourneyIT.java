package jp.kenpo.portal.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import java.time.Duration;
import jp.kenpo.portal.container.Await;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A signed-in member takes another password, and another user ID. */
@ExtendWith(Journey.class)
class PasswordChangeJourneyIT {

    private static final String NEW = "Betsunokotoba77";

    private final PortalWithDatabase both;
    private final String demo;
    private final Browser browser;

    PasswordChangeJourneyIT(PortalWithDatabase both, Browser browser) {
        this.both = both;
        this.demo = both.portal().demo();
        this.browser = browser;
    }

    @ParameterizedTest
    @ValueSource(ints = {BrowserWindow.DESKTOP, BrowserWindow.PHONE})
    void whoTakesAnotherPasswordSignsInWithIt(int width) {
        Newcomer member = aMember();
        try (BrowserWindow window = BrowserWindow.open(browser, width)) {
            Walk walk = signIn(window, member);
            window.follow("アカウントの設定");
            window.look("A1-links");
            window.follow("パスワードを変更する");
            assertThat(window.heading()).isEqualTo("パスワードの変更");
            window.look("A1-password");

            window.press("変更する");
            assertThat(window.refusals()).containsExactly("今のパスワードを入力してください。", "パスワードを入力してください。");
            window.look("A1-password-empty");
            type(window, Walk.PASSWORD, Walk.PASSWORD);
            window.press("変更する");
            assertThat(window.refusals()).containsExactly("新しいパスワードが今のパスワードと同じです。別のパスワードを入力してください。");
            type(window, "wrong password", NEW);
            window.field("全てのデバイスからサインアウトする").check();
            window.press("変更する");
            assertThat(window.refusals()).containsExactly("今のパスワードが違います。");
            assertThat(window.field("全てのデバイスからサインアウトする").isChecked()).isTrue();
            assertThat(window.field("今のパスワード").inputValue()).isEmpty();
            window.look("A1-password-wrong");

            type(window, Walk.PASSWORD, NEW);
            Await.until(
                    "what the server says of the password",
                    () -> window.page()
                            .locator(".password-strength")
                            .innerText()
                            .contains("強い"));
            window.look("A1-password-strong");
            window.press("変更する");
            assertThat(window.heading()).isEqualTo("アカウント");
            assertThat(window.text()).contains("パスワードを変更しました。");
            window.look("A1-password-changed");

            walk.signOut(member.name());
            walk.logIn(member.userId(), NEW);
            assertThat(window.heading()).isEqualTo("ワンタイムパスワードの入力");
        }
        Await.until("the mail about it", () -> isToldOf(member, "パスワードが設定されました"));
    }

    @ParameterizedTest
    @ValueSource(ints = {BrowserWindow.DESKTOP, BrowserWindow.PHONE})
    void whoTakesAnotherUserIdSignsInWithIt(int width) {
        Newcomer member = aMember();
        String wanted = "taro-" + member.number();
        try (BrowserWindow window = BrowserWindow.open(browser, width)) {
            Walk walk = signIn(window, member);
            window.follow("アカウントの設定");
            window.follow("ユーザIDを変更する");
            assertThat(window.heading()).isEqualTo("ユーザIDの変更");
            assertThat(window.field("ユーザID").inputValue()).isEqualTo(member.userId());
            window.unfold("利用不可文字一覧を見る");
            window.look("A1-user-id");

            window.type("ユーザID", "member19");
            window.press("変更する");
            assertThat(window.refusals()).containsExactly("このユーザIDはほかの方が使っています。別のユーザIDを入力してください。");
            assertThat(window.field("ユーザID").inputValue()).isEqualTo("member19");
            window.look("A1-user-id-taken");

            window.type("ユーザID", wanted);
            window.press("変更する");
            assertThat(window.heading()).isEqualTo("アカウント");
            assertThat(window.text()).contains("ユーザIDを保存しました。", wanted).doesNotContain(member.userId() + "\n");
            window.look("A1-user-id-saved");

            walk.signOut(member.name());
            walk.logIn(wanted, Walk.PASSWORD);
            assertThat(window.heading()).isEqualTo("ワンタイムパスワードの入力");
        }
        Await.until("the mail about it", () -> isToldOf(member, "ユーザIDが変更されました"));
    }

    @ParameterizedTest
    @ValueSource(ints = BrowserWindow.PHONE)
    void whoReadsNoJapaneseReadsWhatIsWrong(int width) {
        Newcomer member = aMember();
        try (BrowserWindow window = BrowserWindow.open(browser, width)) {
            signIn(window, member);
            PageTurn.by(window.button("English").first());
            window.follow("Account settings");
            window.follow("Change your password");
            window.type("Current password", "wrong password");
            window.type("New password", NEW);
            window.type("New password (again)", NEW);
            window.press("Change");
            assertThat(window.refusals()).containsExactly("The current password is wrong.");
            window.look("A1-password-en");

            window.follow("Back to your account");
            window.follow("Change your user ID");
            window.type("User ID", "taro");
            window.press("Change");
            assertThat(window.refusals()).containsExactly("The user ID must have 8 to 13 characters.");
            window.look("A1-user-id-en");
        }
    }

    /** The second factor was shown too long ago: he shows it once more, and need not type his user ID again. */
    @ParameterizedTest
    @ValueSource(ints = BrowserWindow.DESKTOP)
    void whoThinksOverHisUserIdForLongProvesHimselfAgainAndFindsItAsHeTypedIt(int width) {
        Newcomer member = aMember();
        try (BrowserWindow window = BrowserWindow.open(browser, width)) {
            signIn(window, member);
            window.follow("アカウントの設定");
            window.follow("ユーザIDを変更する");
            both.time().moveBy(Duration.ofMinutes(5));
            window.type("ユーザID", "hanako-2026");
            window.press("変更する");
            assertThat(window.text()).contains("この操作の前に、ご本人であることをもう一度確認します。");
            window.type("ワンタイムパスワード", member.nextCode());
            window.press("実行");
            assertThat(window.heading()).isEqualTo("ユーザIDの変更");
            assertThat(window.field("ユーザID").inputValue()).isEqualTo("hanako-2026");
        }
    }

    private static void type(BrowserWindow window, String current, String chosen) {
        window.type("今のパスワード", current);
        window.type("新しいパスワード", chosen);
        window.type("新しいパスワード（確認用）", chosen);
    }

    private static boolean isToldOf(Newcomer member, String what) {
        return member.visitor().get("/demo/mail").body().contains(what);
    }

    private Newcomer aMember() {
        return Newcomer.atDemo(both)
                .asFarAs("/member/home.xhtml")
                .confirmsHisAddress(both.database())
                .signOut();
    }

    private Walk signIn(BrowserWindow window, Newcomer member) {
        Walk walk = new Walk(window, both).logIn(member.userId(), Walk.PASSWORD);
        window.type("ワンタイムパスワード", member.nextCode());
        window.press("実行");
        return walk;
    }
}
