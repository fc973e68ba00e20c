package jp.kenpo.portal.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Members whose address somebody else changed, and who have it back by the link that was sent to the former one. */
@ExtendWith(Journey.class)
class FormerAddressJourneyIT {

    private final PortalWithDatabase both;
    private final String demo;
    private final Browser browser;

    FormerAddressJourneyIT(PortalWithDatabase both, Browser browser) {
        this.both = both;
        this.demo = both.portal().demo();
        this.browser = browser;
    }

    @Test
    void whoseAddressSomebodyChangedHasItBack() {
        Newcomer thief = aMember();
        String link = thief.changesHisAddress();
        try (BrowserWindow window = BrowserWindow.open(browser, BrowserWindow.DESKTOP);
                BrowserWindow other = BrowserWindow.open(browser, BrowserWindow.DESKTOP)) {
            other.go(demo + link);
            window.go(demo + link);
            assertThat(window.heading()).isEqualTo("元のメールアドレスに戻す");
            assertThat(window.text()).contains(thief.email(), thief.userId());
            assertThat(window.isNobodyRemembered()).isTrue();
            window.look("F3-former-address");
            assertThat(thief.visitor().step()).as("by GET nothing has changed").isEqualTo("/member/home.xhtml");

            window.press("元のメールアドレスに戻す");
            assertThat(window.heading()).isEqualTo("元のメールアドレスに戻しました");
            assertThat(window.text()).contains("パスワードを設定し直して", "リカバリーコード", "03-0000-0000");
            window.look("F3-address-restored");
            assertThat(thief.visitor().step()).as("whoever was signed in").isEqualTo("/sign-in/password.xhtml");
            other.press("元のメールアドレスに戻す");
            assertThat(other.heading()).as("the second press").isEqualTo("元のメールアドレスに戻しました");

            window.go(demo + link);
            assertThat(window.text()).contains("すでに元に戻っています。");
            window.look("F3-former-address-restored");
            window.press("次にしていただくことを見る");
            window.press("パスワードを設定し直す");
            assertThat(window.heading()).isEqualTo("パスワードを忘れた方");
        }
        assertThat(both.database()
                        .number("select count(*) from account where user_id = '" + thief.userId() + "' and email = '"
                                + thief.email() + "' and email_state = 'CONFIRMED'"))
                .isOne();
    }

    @Test
    void whoReadsEnglishHasItBackToo() {
        Newcomer thief = aMember();
        String link = thief.changesHisAddress();
        try (BrowserWindow phone = BrowserWindow.open(browser, BrowserWindow.PHONE)) {
            phone.go(demo + link);
            phone.look("F3-former-address");
            PageTurn.by(phone.button("English").first());
            assertThat(phone.heading()).isEqualTo("Put your former address back");
            assertThat(phone.text()).contains(thief.email());
            phone.look("F3-former-address-en");
            phone.press("Put my former address back");
            assertThat(phone.heading()).isEqualTo("Your former address was put back");
            phone.look("F3-address-restored-en");
            phone.go(demo + link);
            phone.look("F3-former-address-restored-en");
            phone.press("See what to do next");
            phone.press("Set a new password");
            assertThat(phone.heading()).isEqualTo("Forgot your password?");
        }
    }

    @Test
    void whoComesTooLateOrWithALinkOfNobodysIsToldWhomToCall() {
        Newcomer member = aMember();
        String link = member.changesHisAddress();
        try (BrowserWindow window = BrowserWindow.open(browser, BrowserWindow.DESKTOP);
                BrowserWindow phone = BrowserWindow.open(browser, BrowserWindow.PHONE)) {
            phone.go(demo + link.replaceAll("token=.*", "token=" + "x".repeat(43)));
            isOver(phone);
            PageTurn.by(phone.button("English").first());
            assertThat(phone.text()).contains("This link cannot be used.");
            phone.look("F3-former-address-over-en");
            phone.press("To the login page");
            assertThat(phone.heading()).isEqualTo("Log in");
            assertThat(phone.go(both.portal().sakura() + link).status()).isEqualTo(200);
            isOver(phone);
            assertThat(member.visitor().step()).as("he stays signed in").isEqualTo("/member/home.xhtml");

            window.go(demo + link);
            both.time().moveBy(Duration.ofDays(7));
            window.press("元のメールアドレスに戻す");
            isOver(window);
            window.look("F3-former-address-over");
            window.press("ログイン画面へ");
            assertThat(window.heading()).isEqualTo("ログイン");
        }
    }

    private static void isOver(BrowserWindow window) {
        assertThat(window.heading()).isEqualTo("元のメールアドレスに戻す");
        assertThat(window.text()).contains("このリンクは使えません。", "0000-0000");
    }

    private Newcomer aMember() {
        return Newcomer.atDemo(both).asFarAs("/member/home.xhtml").confirmsHisAddress(both.database());
    }
}
