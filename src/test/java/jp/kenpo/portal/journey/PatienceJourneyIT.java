package jp.kenpo.portal.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import jp.kenpo.portal.container.Await;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What costs a member patience, and how he gets on: too many tries, a code too late, a code used once already. */
@ExtendWith(Journey.class)
class PatienceJourneyIT {

    private static final String WRONG = "ワンタイムパスワードが違います。認証アプリに今表示されている番号を入力してください。";

    private final PortalWithDatabase both;
    private final Browser browser;

    PatienceJourneyIT(PortalWithDatabase both, Browser browser) {
        this.both = both;
        this.browser = browser;
    }

    @ParameterizedTest
    @CsvSource({"1280, 11", "390, 12"})
    void whoeverErrsIsToldHowLongToWaitAndGetsOnAfterwards(int width, int number) {
        try (BrowserWindow window = BrowserWindow.open(browser, width)) {
            Walk walk = new Walk(window, both).logIn(Walk.userId(number), Walk.initialPassword(number));
            wrongBirthDates(window, (1960 + number) + "0101");
            walk.acceptTerms().chooseOtp().setPassword();
            emailCodeTooLate(window, walk, "patience" + number + "@example.jp");
            walk.goOn();

            String key = walk.readKey();
            String used = both.app().first(key);
            enter(window, "ワンタイムパスワード", used);
            assertThat(window.heading()).isEqualTo("以上で設定が完了しました");
            walk.signOut("見本 " + number);
            walk.logIn(Walk.userId(number), Walk.PASSWORD);
            wrongOneTimePasswords(window, key, used);
        }
    }

    private void wrongBirthDates(BrowserWindow window, String right) {
        for (int left = 4; left > 0; left--) {
            enter(window, "生年月日", "19000101");
            assertThat(window.refusals()).containsExactly("生年月日が登録内容と一致しません。あと" + left + "回入力できます。");
        }
        enter(window, "生年月日", "19000101");
        assertThat(window.refusals()).containsExactly("生年月日が登録内容と一致しません。次の入力まで30秒お待ちください。");

        enter(window, "生年月日", right);
        waits(window);
        assertThat(window.text()).contains("健康保険組合へお問い合わせください。");
        window.look("P2-wait");

        endTheWait();
        enter(window, "生年月日", right);
        assertThat(window.heading()).isEqualTo("健保ポータル 利用規約");
    }

    private void emailCodeTooLate(BrowserWindow window, Walk walk, String address) {
        enter(window, "メールアドレス", address);
        String late = walk.emailCode(address);
        both.time().moveBy(Duration.ofMinutes(10));

        enter(window, "確認コード", late);
        assertThat(window.refusals()).containsExactly("確認コードの有効時間（10分）が過ぎました。「コードを再送する」で新しいコードをお受け取りください。");
        window.look("P6b-expired");

        window.press("コードを再送する");
        assertThat(window.text()).contains("新しい確認コードを送りました。");
        AtomicReference<String> fresh = new AtomicReference<>(late);
        // One time in a million the new one is like the old one, and this waits in vain.
        Await.until(
                "another mail",
                () -> !fresh.updateAndGet(code -> walk.emailCode(address)).equals(late));
        enter(window, "確認コード", fresh.get());
        assertThat(window.heading()).isEqualTo("初回ログインが完了しました");
    }

    private void wrongOneTimePasswords(BrowserWindow window, String key, String used) {
        enter(window, "ワンタイムパスワード", used);
        assertThat(window.refusals()).containsExactly("同じ番号は一度しか使えません。次の番号が表示されるまで待って入力してください。");
        window.look("L2-used");

        enter(window, "ワンタイムパスワード", "000000");
        assertThat(window.refusals()).containsExactly(WRONG);
        window.look("L2-wrong");

        // Still about four minutes when the next step begins before it is read.
        enter(
                window,
                "ワンタイムパスワード",
                OneTimePasswords.at(
                        key, "@" + both.time().now().minusSeconds(210).getEpochSecond()));
        assertThat(window.refusals()).containsExactly("お使いのスマホの時計が約4分遅れています。日付と時刻を「自動設定」にしてから、新しい番号を入力してください。");
        window.look("L2-clock");

        for (int guess = 3; guess <= 5; guess++) {
            enter(window, "ワンタイムパスワード", "000000");
            assertThat(window.refusals()).as("guess %s", guess).containsExactly(WRONG);
        }
        enter(window, "ワンタイムパスワード", both.app().another(key));
        waits(window);
        window.look("L2-wait");

        endTheWait();
        enter(window, "ワンタイムパスワード", both.app().another(key));
        assertThat(window.heading()).isEqualTo("ポータル");
    }

    private static void enter(BrowserWindow window, String field, String text) {
        window.type(field, text);
        window.press("実行");
    }

    private static void waits(BrowserWindow window) {
        assertThat(window.refusals()).singleElement().asString().containsPattern("^入力の間違いが続いたため、あと[0-9]+秒お待ちください。");
    }

    private void endTheWait() {
        both.time().moveBy(Duration.ofMinutes(1));
    }
}
