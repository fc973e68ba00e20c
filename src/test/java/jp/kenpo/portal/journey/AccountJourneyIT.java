package jp.kenpo.portal.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import java.time.Duration;
import java.util.List;
import jp.kenpo.portal.container.Await;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A signed-in member sees to his devices: the new phone is added, the old one named and removed. */
@ExtendWith(Journey.class)
class AccountJourneyIT {

    private final PortalWithDatabase both;
    private final String demo;
    private final Browser browser;

    AccountJourneyIT(PortalWithDatabase both, Browser browser) {
        this.both = both;
        this.demo = both.portal().demo();
        this.browser = browser;
    }

    @ParameterizedTest
    @ValueSource(ints = {BrowserWindow.DESKTOP, BrowserWindow.PHONE})
    void whoHasANewPhoneAddsItAndRemovesTheOldOne(int width) {
        Newcomer member = aMember();
        try (BrowserWindow window = BrowserWindow.open(browser, width)) {
            Walk walk = signIn(window, member);
            window.follow("アカウントの設定");
            assertThat(window.heading()).isEqualTo("アカウント");
            window.look("A1-one");
            window.follow("ワンタイムパスワード：" + onlyDevice(window));
            assertThat(window.text()).contains("最後の認証方法のため、削除できません。");
            window.look("A1-device-last");

            window.follow("もう1つ認証方法を追加する");
            window.choose("OTP認証");
            window.press("実行");
            window.type("デバイス名", "新しいスマホ");
            walk.setUpOtp();
            window.press("ポータルへ");
            window.follow("アカウントの設定");
            window.look("A1");
            String old = onlyDevice(window, "新しいスマホ");

            window.follow("ワンタイムパスワード：" + old);
            window.look("A1-device");
            window.type("新しいデバイス名", "新しいスマホ");
            window.press("名前を変える");
            assertThat(window.refusals()).containsExactly("この名前はほかのデバイスに付いています。見分けられるように、「新しいスマホ 2」など別の名前にしてください。");
            window.look("A1-device-errors");
            PageTurn.by(window.button("English").first());
            assertThat(window.heading()).isEqualTo("Device");
            assertThat(window.text()).contains(old);
            PageTurn.by(window.button("日本語").first());
            window.type("新しいデバイス名", "古いスマホ");
            window.press("名前を変える");
            assertThat(window.text()).contains("デバイスの名前を変えました。");

            window.follow("ワンタイムパスワード：古いスマホ");
            window.follow("このデバイスを削除する");
            assertThat(window.text()).contains("「古いスマホ」");
            window.look("A1-device-removal");
            window.press("削除する");
            assertThat(window.heading()).isEqualTo("アカウント");
            assertThat(window.text()).contains("デバイスを削除しました。").doesNotContain("古いスマホ");
            window.look("A1-removed");
            PageTurn.by(window.button("English").first());
            assertThat(window.heading()).isEqualTo("Account");
            window.look("A1-en");
        }
        Await.until("the mail about it", () -> isToldOf(member, "認証方法が削除されました"));
    }

    /** Else the phone goes on offering a key with which nobody is let in. */
    @ParameterizedTest
    @ValueSource(ints = {BrowserWindow.DESKTOP, BrowserWindow.PHONE})
    void aPasskeyThatIsRemovedIsGoneFromItsDeviceToo(int width) {
        Newcomer member = aMember();
        try (BrowserWindow window = BrowserWindow.open(browser, width)) {
            VirtualAuthenticator authenticator = VirtualAuthenticator.ofAnOlderBrowser(window.page());
            signIn(window, member);
            addPasskey(window);
            assertThat(authenticator.passkeys()).isEqualTo(1);

            window.follow("生体認証：新しいスマホ");
            assertThat(window.text()).contains("登録した端末でだけ使えます");
            window.look("A1-device-passkey");
            window.follow("このデバイスを削除する");
            window.press("削除する");
            assertThat(window.text()).contains("デバイスを削除しました。");
            Await.until("the key to be taken away", () -> authenticator.passkeys() == 0);
        }
    }

    /** Else the phone goes on showing a user ID with which nobody logs in any more. */
    @Test
    void anotherUserIdIsKnownToThePasskeysDeviceToo() {
        Newcomer member = aMember();
        String wanted = "hanako-" + member.number();
        try (BrowserWindow window = BrowserWindow.open(browser, BrowserWindow.PHONE)) {
            VirtualAuthenticator authenticator = VirtualAuthenticator.ofAnOlderBrowser(window.page());
            signIn(window, member);
            addPasskey(window);
            assertThat(authenticator.userNames()).containsExactly(member.userId());

            window.follow("ユーザIDを変更する");
            window.type("ユーザID", wanted);
            window.press("変更する");
            assertThat(window.text()).contains("ユーザIDを保存しました。");
            Await.until(
                    "the device to know the user ID",
                    () -> authenticator.userNames().equals(List.of(wanted)));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {BrowserWindow.DESKTOP, BrowserWindow.PHONE})
    void whoHasBothKindsSaysWhichHeIsAskedForFirst(int width) {
        Newcomer member = aMember();
        try (BrowserWindow window = BrowserWindow.open(browser, width)) {
            VirtualAuthenticator.ofAnOlderBrowser(window.page());
            Walk walk = signIn(window, member);
            window.follow("アカウントの設定");
            assertThat(window.link("先に使う認証方法を選ぶ").count()).isZero();
            window.go(demo + "/member/preferred-method.xhtml");
            assertThat(window.text()).contains("登録済みの認証方法は1種類です。");
            window.look("A1-preferred-method-one");
            addPasskey(window);
            window.follow("先に使う認証方法を選ぶ");
            assertThat(window.heading()).isEqualTo("先に使う認証方法");
            assertThat(window.text()).contains("新しいスマホ");
            window.look("A1-preferred-method");
            PageTurn.by(window.button("English").first());
            assertThat(window.heading()).isEqualTo("Which way to use first");
            window.look("A1-preferred-method-en");
            PageTurn.by(window.button("日本語").first());

            window.choose("生体認証");
            window.press("変更する");
            assertThat(window.heading()).isEqualTo("アカウント");
            assertThat(window.text()).contains("先に使う認証方法を保存しました。");
            window.look("A1-preferred-method-saved");
            walk.signOut(member.name());
            walk.logIn(member.userId(), Walk.PASSWORD);
            assertThat(window.heading()).isEqualTo("生体認証でログイン");
            window.press("続ける");
            window.waitForHeading("ポータル");

            window.follow("アカウントの設定");
            window.follow("先に使う認証方法を選ぶ");
            window.choose("OTP認証");
            window.press("変更する");
            walk.signOut(member.name());
            walk.logIn(member.userId(), Walk.PASSWORD);
            assertThat(window.heading()).isEqualTo("ワンタイムパスワードの入力");
        }
    }

    /** What is open in another tab may be gone by the time it is used; that tab still has a way on. */
    @ParameterizedTest
    @ValueSource(ints = BrowserWindow.PHONE)
    void aPageOfADeviceThatIsGoneSaysSo(int width) {
        Newcomer member = aMember();
        try (BrowserWindow window = BrowserWindow.open(browser, width)) {
            signIn(window, member);
            for (String page : new String[] {"device", "device-removal"}) {
                window.go(demo + "/member/" + page + ".xhtml?device=otp-1");
                assertThat(window.text()).contains("このデバイスは登録されていません。");
                window.look("A1-" + page + "-gone");
                window.follow("アカウントへ戻る");
                assertThat(window.heading()).isEqualTo("アカウント");
            }
        }
    }

    /** Whoever finds an unlocked computer removes nothing (ASVS 7.5.1). */
    @ParameterizedTest
    @ValueSource(ints = BrowserWindow.DESKTOP)
    void whoComesToADeviceLaterProvesHimselfAgainAndIsBackAtThatDevice(int width) {
        Newcomer member = aMember();
        try (BrowserWindow window = BrowserWindow.open(browser, width)) {
            signIn(window, member);
            window.follow("アカウントの設定");
            String device = onlyDevice(window);
            both.time().moveBy(Duration.ofMinutes(5));
            window.follow("ワンタイムパスワード：" + device);
            assertThat(window.text()).contains("この操作の前に、ご本人であることをもう一度確認します。");
            window.type("ワンタイムパスワード", member.nextCode());
            window.press("実行");
            assertThat(window.heading()).isEqualTo("登録済みのデバイス");
            assertThat(window.text()).contains(device);
        }
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

    private static String onlyDevice(BrowserWindow window) {
        return onlyDevice(window, "none");
    }

    /** The name of the only device beside that one. */
    private static String onlyDevice(BrowserWindow window, String butNot) {
        return window.page().locator(".methods a").allInnerTexts().stream()
                .map(text -> text.replace("ワンタイムパスワード：", "").trim())
                .filter(name -> !name.equals(butNot))
                .findFirst()
                .orElseThrow();
    }

    /** Beside the device that he has, from the account's page and back to it. */
    private static void addPasskey(BrowserWindow window) {
        window.follow("もう1つ認証方法を追加する");
        window.choose("生体認証");
        window.press("実行");
        window.press("続ける");
        window.waitForHeading("デバイスの名前");
        window.type("デバイス名", "新しいスマホ");
        window.press("OK");
        window.press("ポータルへ");
        window.follow("アカウントの設定");
    }
}
