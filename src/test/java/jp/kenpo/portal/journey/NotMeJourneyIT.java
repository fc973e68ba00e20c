package jp.kenpo.portal.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.kenpo.portal.container.Await;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A member finds in the history what was not he: three clicks, and his account is his alone again. */
@ExtendWith(Journey.class)
class NotMeJourneyIT {

    private static final String NOT_ME = "/member/not-me.xhtml";
    private static final String REPORTED = "/member/password.xhtml?reported";
    private static final String NEW = "Betsunokotoba77";
    private static final String TOLD = "ほかの端末をすべてログアウトし、健康保険組合へ連絡を送りました。";
    private static final String NO_ANSWER = "健康保険組合から連絡がないときは、お電話で受付番号をお伝えください。";
    private static final Pattern NUMBER = Pattern.compile("[2-9A-Z]{4}-[2-9A-Z]{4}");

    private final PortalWithDatabase both;
    private final String demo;
    private final Browser browser;

    NotMeJourneyIT(PortalWithDatabase both, Browser browser) {
        this.both = both;
        this.demo = both.portal().demo();
        this.browser = browser;
    }

    @ParameterizedTest
    @ValueSource(ints = {BrowserWindow.DESKTOP, BrowserWindow.PHONE})
    void whoeverIsWorriedSecuresHisAccountInThreeClicks(int width) {
        Newcomer member = aMember();
        try (BrowserWindow stranger = BrowserWindow.open(browser, BrowserWindow.DESKTOP);
                BrowserWindow window = BrowserWindow.open(browser, width)) {
            signIn(stranger, member);
            signIn(window, member);
            window.go(demo + "/member/history.xhtml");
            window.look("A4-not-me-link");

            window.follow("心当たりがない");
            assertThat(window.heading()).isEqualTo("心当たりがない");
            window.look("A4-not-me");
            window.press("アカウントを守る");
            assertThat(window.heading()).isEqualTo("パスワードの変更");
            assertThat(window.text()).contains(TOLD, "受付番号", "03-0000-0000", NO_ANSWER);
            String reference = reference(window.text());
            window.look("A4-reported");
            type(window, "wrong password", NEW);
            window.press("変更する");
            assertThat(window.text()).contains("今のパスワードが違います。", TOLD, reference);
            window.look("A4-reported-wrong");
            type(window, Walk.PASSWORD, NEW);
            window.press("変更する");
            assertThat(window.text()).contains("パスワードを変更しました。").doesNotContain(TOLD);

            stranger.follow("アカウントの設定");
            assertThat(stranger.heading()).isEqualTo("ログイン");
            Await.until("the mail to the insurer", () -> mails(member).contains("受付番号：" + reference));
            assertThat(mails(member)).contains("anzen@demo-kenpo.example", "アカウントを守る操作を行いました");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {BrowserWindow.DESKTOP, BrowserWindow.PHONE})
    void whoReadsNoJapaneseReadsWhatHappens(int width) {
        Newcomer member = aMember();
        try (BrowserWindow window = BrowserWindow.open(browser, width)) {
            signIn(window, member);
            PageTurn.by(window.button("English").first());
            window.go(demo + "/member/history.xhtml");
            window.follow("That was not me");
            window.look("A4-not-me-en");
            window.press("Secure my account");
            assertThat(window.text())
                    .contains("All other devices were logged out and a message was sent to your insurer.");
            window.look("A4-reported-en");
        }
    }

    /** He shows his second factor first, and then reads what was done all the same. */
    @ParameterizedTest
    @ValueSource(ints = BrowserWindow.PHONE)
    void whoReadsTheHistoryForLongProvesHimselfBeforeTheNewPassword(int width) {
        Newcomer member = aMember();
        try (BrowserWindow window = BrowserWindow.open(browser, width)) {
            signIn(window, member);
            both.time().moveBy(Duration.ofMinutes(5));
            window.go(demo + NOT_ME);
            window.press("アカウントを守る");
            assertThat(window.text()).contains("この操作の前に、ご本人であることをもう一度確認します。");
            assertThat(both.database()
                            .number("select count(*) from audit_entry where event = 'REPORTED_BY_MEMBER' and "
                                    + member.isAccount()))
                    .isOne();
            window.type("ワンタイムパスワード", member.nextCode());
            window.press("実行");
            assertThat(window.heading()).isEqualTo("パスワードの変更");
            assertThat(window.text()).contains(TOLD, "受付番号");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {BrowserWindow.DESKTOP, BrowserWindow.PHONE})
    void whereTheInsurerHasNoAlarmAddressThePageSaysToCall(int width) {
        both.database().run("update insurer set alarm_address = null, revision = revision + 1 where code = 'sakura'");
        String sakura = both.portal().sakura();
        Newcomer member = Newcomer.at("sakura", sakura, both, "OTP")
                .asFarAs("/member/home.xhtml")
                .signOut();
        try (BrowserWindow window = BrowserWindow.open(browser, width)) {
            new Walk(window, sakura).logIn(member.userId(), Walk.PASSWORD);
            window.type("ワンタイムパスワード", member.nextCode());
            window.press("実行");
            window.go(sakura + NOT_ME);
            assertThat(window.text())
                    .contains("健康保険組合へは自動で連絡されません。", "06-0000-0000")
                    .doesNotContain("お名前や番号は送りません。");
            window.look("A4-not-me-call");
            window.press("アカウントを守る");
            assertThat(window.text()).contains("健康保険組合へお電話のうえ、受付番号をお伝えください。", "06-0000-0000");
            window.look("A4-reported-call");
        }
    }

    /** The second press finds what the first one told, and a link that somebody made up tells nothing. */
    @Test
    void aSecondPressReadsTheSameNumberAndAnAddressAloneSaysNothing() {
        Newcomer member = Newcomer.atDemo(both).asFarAs("/member/home.xhtml");
        member.visitor().get(NOT_ME);
        assertThat(member.visitor().get(REPORTED).body()).doesNotContain(TOLD);
        WireRequest secure = member.filled(NOT_ME, "button-secure");

        assertThat(member.visitor().ask(secure).location()).isEqualTo(REPORTED);
        String reference = reference(member.visitor().get(REPORTED).body());
        assertThat(member.visitor().ask(secure).location()).isEqualTo(REPORTED);

        assertThat(reference(member.visitor().get(REPORTED).body())).isEqualTo(reference);
        assertThat(member.visitor().get("/member/password.xhtml").body()).doesNotContain(reference);
    }

    private static String reference(String text) {
        Matcher number = NUMBER.matcher(text);
        assertThat(number.find()).isTrue();
        return number.group();
    }

    private static String mails(Newcomer member) {
        return member.visitor().get("/demo/mail").body();
    }

    private static void type(BrowserWindow window, String current, String chosen) {
        window.type("今のパスワード", current);
        window.type("新しいパスワード", chosen);
        window.type("新しいパスワード（確認用）", chosen);
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
