package jp.kenpo.portal.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each page says of a mistake: at its field, in words that help, and nothing typed is lost. */
@ExtendWith(Journey.class)
class RefusalsJourneyIT {

    private final PortalProcess portal;
    private final Browser browser;

    RefusalsJourneyIT(PortalProcess portal, Browser browser) {
        this.portal = portal;
        this.browser = browser;
    }

    @ParameterizedTest
    @Tag("ASVS-6.2.7")
    @CsvSource({"1280, 3", "390, 4"})
    void everyPageSaysWhatIsWrong(int width, int number) {
        try (BrowserWindow window = BrowserWindow.open(browser, width)) {
            Walk walk = new Walk(window, portal.demo());
            signIn(window, walk, number);
            birthDate(window, number);
            terms(window);
            userIdAndMethod(window);
            password(window, number);
            email(window);
            otp(window, walk);
        }
    }

    private void signIn(BrowserWindow window, Walk walk, int number) {
        walk.logIn("", "");
        assertThat(window.refusals()).containsExactly("ユーザIDを入力してください。", "パスワードを入力してください。");
        assertThat(window.page().title()).startsWith("エラー：");
        window.look("P1-empty");

        walk.logIn(Walk.userId(number), "wrong password");
        assertThat(window.refusals()).containsExactly("ユーザIDまたはパスワードが違います。");
        window.look("P1-wrong");
        assertThat(window.field("ユーザID").inputValue()).isEqualTo(Walk.userId(number));
        assertThat(window.field("パスワード").inputValue()).isEmpty();

        walk.logIn(Walk.userId(number), Walk.initialPassword(number));
    }

    private void birthDate(BrowserWindow window, int number) {
        refused(window, "生年月日", "", "生年月日を入力してください。");
        refused(window, "生年月日", "1963", "生年月日は数字8桁で入力してください（例：19790822）。");
        refused(window, "生年月日", "19630230", "存在しない日付です。生年月日を確認してください。");
        refused(window, "生年月日", "29630101", "未来の日付です。生年月日を確認してください。");
        refused(window, "生年月日", "19000101", "生年月日が登録内容と一致しません。あと4回入力できます。");
        window.look("P2-wrong");

        window.type("生年月日", "昭和" + (35 + number) + "年１月１日");
        window.press("実行");
    }

    private void terms(BrowserWindow window) {
        window.press("同意しない");
        assertThat(window.heading()).isEqualTo("利用規約に同意されませんでした");
        window.look("P3-declined");

        window.press("規約に戻る");
        window.press("同意する");
    }

    private void userIdAndMethod(BrowserWindow window) {
        window.type("ユーザID", "taro1");
        window.press("実行");
        assertThat(window.refusals()).containsExactly("ユーザIDは8文字以上13文字以下で入力してください。", "認証方法を選択してください。");
        assertThat(window.field("ユーザID").inputValue()).isEqualTo("taro1");
        window.look("P4-wrong");

        window.choose("OTP認証");
        refused(window, "ユーザID", "taro#2026!", "ユーザIDに使えない文字があります：# !");
        refused(window, "ユーザID", "tarotarotaro", "ユーザIDは英字と数字を最低1文字ずつ使ってください。");
        refused(window, "ユーザID", "ＭＥＭＢＥＲ１９", "このユーザIDはほかの方が使っています。別のユーザIDを入力してください。");
        window.type("ユーザID", "taro-" + System.nanoTime() % 100_000_000);
        window.press("実行");
    }

    private void password(BrowserWindow window, int number) {
        passwordRefused(window, "", "パスワードを入力してください。");
        passwordRefused(window, "abc123", "パスワードは8文字以上で入力してください。");
        passwordRefused(window, "abcdefgh!1", "パスワードに使えない文字があります：!　半角英数字で入力してください。");
        passwordRefused(window, "abcdefghij", "パスワードに数字を最低1文字使ってください。");
        passwordRefused(window, "password1", "よく使われているパスワードのため、推測されやすく使えません。別のパスワードを入力してください。");
        passwordRefused(window, "a" + (1960 + number) + "0101b", "生年月日を含むパスワードは使えません。");
        window.look("P5-wrong");

        strengthIs(window, "password1", "パスワードの強さ：とても弱い。すぐに推測されます。");
        assertThat(rulesMet(window))
                .contains("ユーザIDを含まない", "記号・番号を含まない", "生年月日を含まない")
                .doesNotContain("よく使われるパスワードではない", "確認用と同じ");
        strengthIs(window, Walk.initialPassword(number), "パスワードの強さ：とても弱い。すぐに推測されます。");
        assertThat(rulesMet(window))
                .contains("よく使われるパスワードではない")
                .doesNotContain("リセットされたパスワードと同じではない", "記号・番号を含まない", "生年月日を含まない");
        strengthIs(window, Walk.userId(number) + "a", "パスワードの強さ：弱い。推測されやすいパスワードです。");
        strengthIs(window, Walk.PASSWORD, "パスワードの強さ：とても強い。推測するのはとても困難です。");
        window.look("P5-strong");
        noTickStaysWithoutAnAnswer(window);

        window.type("パスワード確認用", Walk.PASSWORD + "x");
        window.press("実行");
        assertThat(window.refusals()).containsExactly("パスワードと確認用が一致しません。もう一度入力してください。");
        window.type("パスワード", Walk.PASSWORD);
        window.type("パスワード確認用", Walk.PASSWORD);
        window.press("実行");
    }

    private void strengthIs(BrowserWindow window, String typed, String words) {
        window.type("パスワード", typed);
        window.page().getByText(words).waitFor();
    }

    private static void noTickStaysWithoutAnAnswer(BrowserWindow window) {
        window.page().route("**/password-strength", Route::abort);
        window.type("パスワード", Walk.PASSWORD + "y");
        window.page()
                .getByRole(AriaRole.LISTITEM)
                .filter(new Locator.FilterOptions().setHasText("生年月日を含まない（まだ満たしていません）"))
                .waitFor();
        window.page().unroute("**/password-strength");
    }

    /** The lines of the check list that are ticked, as a screen reader reads them. */
    private static List<String> rulesMet(BrowserWindow window) {
        return window.page().getByRole(AriaRole.LISTITEM).allInnerTexts().stream()
                .filter(line -> line.contains("（満たしています）"))
                .map(line -> line.replace("（満たしています）", "").strip())
                .toList();
    }

    private void email(BrowserWindow window) {
        refused(window, "メールアドレス", "", "メールアドレスを入力してください。");
        refused(window, "メールアドレス", "taro@", "メールアドレスを正しい形で入力してください（例：taro@example.jp）。");
        window.look("P6-wrong");
        window.type("メールアドレス", "a..b.@docomo.ne.jp");
        window.press("実行");

        refused(window, "確認コード", "12", "確認コードは数字6桁で入力してください。");
        refused(window, "確認コード", "", "確認コードを入力してください。");
        // Before the minute is over in which none is sent again, so before the pictures.
        window.press("コードを再送する");
        assertThat(window.refusals()).singleElement().asString().startsWith("コードの再送は、あと");
        assertThat(window.field("確認コード").getAttribute("aria-invalid")).isNull();
        window.look("P6b-wrong");
        // One time in a million it is the right one.
        refused(window, "確認コード", "０００-０００", "確認コードが違います。一番新しいメールのコードを入力してください。");
        window.look("P6b-wrong-code");
        window.press("アドレスを直す");
        assertThat(window.field("メールアドレス").inputValue()).isEqualTo("a..b.@docomo.ne.jp");
        window.press("実行");
        window.press("あとで確認する");
        window.press("このまま認証の登録に進む");
    }

    private void otp(BrowserWindow window, Walk walk) {
        String key = walk.readKey();
        refused(window, "ワンタイムパスワード", "", "ワンタイムパスワードを入力してください。");
        refused(window, "ワンタイムパスワード", "12345", "ワンタイムパスワードは数字6桁で入力してください。");
        refused(
                window,
                "ワンタイムパスワード",
                OneTimePasswords.at(key, "now + 4 minutes"),
                "お使いのスマホの時計が約4分進んでいます。日付と時刻を「自動設定」にしてから、新しい番号を入力してください。");
        window.look("P8-wrong");
        window.type("デバイス名", "あ".repeat(31));
        window.press("実行");
        assertThat(window.refusals()).contains("デバイス名は30文字以下で入力してください。");
        window.type("デバイス名", "<b>太郎</b>の電話");

        assertThat(walk.setUpOtp()).as("the key stays the same after mistakes").isEqualTo(key);
        assertThat(window.text()).contains("<b>太郎</b>の電話");
    }

    private static void refused(BrowserWindow window, String field, String typed, String why) {
        window.type(field, typed);
        window.press("実行");
        assertThat(window.refusals()).contains(why);
        assertThat(window.field(field).getAttribute("aria-invalid")).isEqualTo("true");
        assertThat(window.field(field).inputValue()).isEqualTo(typed);
    }

    private static void passwordRefused(BrowserWindow window, String typed, String why) {
        window.type("パスワード", typed);
        window.type("パスワード確認用", typed);
        window.press("実行");
        assertThat(window.refusals()).containsExactly(why);
    }

    @Test
    void nobodyIsToldTheStrengthOfAPasswordBeforeHisOwnIsRight() {
        try (BrowserWindow window = BrowserWindow.open(browser, BrowserWindow.DESKTOP)) {
            RequestOptions form = RequestOptions.create()
                    .setHeader("Sec-Fetch-Site", "same-origin")
                    .setForm(FormData.create().set("password", "password1"));
            assertThat(window.context()
                            .request()
                            .post(portal.demo() + "/password-strength", form)
                            .status())
                    .isEqualTo(404);
        }
    }

    @Test
    @Tag("ASVS-6.2.6")
    void aPasswordIsHiddenUntilTheMemberWantsToSeeIt() {
        try (BrowserWindow window = BrowserWindow.open(browser, BrowserWindow.PHONE)) {
            window.go(portal.demo() + "/");
            window.type("パスワード", "Hokenjo2026sho");
            assertThat(window.field("パスワード").getAttribute("type")).isEqualTo("password");

            window.press("パスワードを表示");
            assertThat(window.field("パスワード").getAttribute("type")).isEqualTo("text");
            window.press("パスワードを隠す");
            assertThat(window.field("パスワード").getAttribute("type")).isEqualTo("password");
            assertThat(window.field("パスワード").inputValue()).isEqualTo("Hokenjo2026sho");
        }
    }

    /** A stranger must not learn who has an account here (ASVS 6.3.8): neither from a refusal nor from the wait. */
    @Test
    @Tag("ASVS-6.3.8")
    void ofAKnownAndAnUnknownUserIdTheSameIsAnswered() {
        try (BrowserWindow window = BrowserWindow.open(browser, BrowserWindow.DESKTOP)) {
            for (int guess = 1; guess <= 6; guess++) {
                APIResponse known = guessAt(window, Walk.userId(19));
                APIResponse unknown = guessAt(window, "member99");

                assertThat(unknown.status()).as("guess %s", guess).isEqualTo(known.status());
                assertThat(comparable(unknown)).as("guess %s", guess).isEqualTo(comparable(known));
                assertThat(unknown.headers().keySet())
                        .as("guess %s", guess)
                        .isEqualTo(known.headers().keySet());
            }
            new Walk(window, portal.demo()).logIn("member99", "Machigai2026da");
            assertThat(window.refusals()).singleElement().asString().contains("あと");
            window.look("P1-wait");
        }
    }

    private APIResponse guessAt(BrowserWindow window, String userId) {
        FormData form = FormData.create()
                .set("form", "form")
                .set("jakarta.faces.ViewState", "stateless")
                .set("button-sign-in", "")
                .set("user-id", userId)
                .set("password", "Machigai2026da");
        return window.context()
                .request()
                .post(
                        portal.demo() + "/sign-in/password.xhtml",
                        RequestOptions.create()
                                .setHeader("Sec-Fetch-Site", "same-origin")
                                .setForm(form));
    }

    /** Without what was typed, and the seconds that go by between two guesses. */
    private static String comparable(APIResponse answer) {
        return answer.text().replaceAll("member[0-9]{2}", "…").replaceAll("[0-9]+秒", "…秒");
    }
}
