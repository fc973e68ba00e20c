package jp.kenpo.portal.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import java.util.concurrent.atomic.AtomicReference;
import jp.kenpo.portal.container.Await;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A member who put the confirmation of his address off does it now, and has another one later. */
@ExtendWith(Journey.class)
class EmailChangeJourneyIT {

    private final PortalWithDatabase both;
    private final String demo;
    private final Browser browser;

    EmailChangeJourneyIT(PortalWithDatabase both, Browser browser) {
        this.both = both;
        this.demo = both.portal().demo();
        this.browser = browser;
    }

    @ParameterizedTest
    @ValueSource(ints = {BrowserWindow.DESKTOP, BrowserWindow.PHONE})
    void aMemberConfirmsHisAddressAndLaterChangesIt(int width) {
        Newcomer member = Newcomer.atDemo(both).asFarAs("/member/home.xhtml").signOut();
        // The first login's code, of less than a minute ago, would do here, too.
        both.database().run("delete from email_confirmation where " + member.isAccount());
        try (BrowserWindow window = BrowserWindow.open(browser, width)) {
            Walk walk = new Walk(window, both).logIn(member.userId(), Walk.PASSWORD);
            window.type("ワンタイムパスワード", member.nextCode());
            window.press("実行");
            assertThat(window.text()).contains("メールアドレスの確認がまだ済んでいません。");
            window.look("H-unconfirmed");
            window.follow("メールアドレスを確認する");
            assertThat(window.field("メールアドレス").inputValue()).isEqualTo(member.email());
            window.look("A1-email");
            String before = walk.emailCode(member.email());
            window.press("実行");
            assertThat(window.heading()).isEqualTo("確認コードの入力");
            window.look("A1-email-code");
            window.press("コードを再送する");
            assertThat(window.refusals()).singleElement().asString().startsWith("コードの再送は、あと");
            window.type("確認コード", "000000");
            window.press("実行");
            assertThat(window.refusals()).containsExactly("確認コードが違います。一番新しいメールのコードを入力してください。");
            window.look("A1-email-code-errors");
            window.type("確認コード", newerThan(before, walk, member.email()));
            window.press("実行");
            assertThat(window.heading()).isEqualTo("アカウント");
            assertThat(window.text()).contains("メールアドレスを確認しました。", "確認済み");

            window.follow("メールアドレスを確認・変更する");
            window.type("メールアドレス", "taro@@example");
            window.press("実行");
            assertThat(window.refusals()).containsExactly("メールアドレスを正しい形で入力してください（例：taro@example.jp）。");
            window.look("A1-email-errors");
            String another = "another-" + member.email();
            window.type("メールアドレス", another);
            window.press("実行");
            window.press("アドレスを直す");
            window.press("実行");
            window.go(demo + "/member/account.xhtml");
            assertThat(window.text()).contains(member.email()).doesNotContain(another);
            window.go(demo + "/member/email.xhtml");
            window.type("メールアドレス", another);
            window.press("実行");
            PageTurn.by(window.button("English").first());
            window.look("A1-email-code-en");
            PageTurn.by(window.button("日本語").first());
            window.type("確認コード", walk.emailCode(another));
            window.press("実行");
            assertThat(window.text()).contains(another);
            window.go(demo + "/member/email-code.xhtml");
            assertThat(window.text()).contains("入力をお待ちしている確認コードはありません。");
            window.look("A1-email-code-none");
        }
    }

    private static String newerThan(String before, Walk walk, String address) {
        AtomicReference<String> code = new AtomicReference<>();
        Await.until("another code at " + address, () -> {
            code.set(walk.emailCode(address));
            return !code.get().equals(before);
        });
        return code.get();
    }
}
