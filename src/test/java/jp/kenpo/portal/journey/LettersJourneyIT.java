package jp.kenpo.portal.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Download;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.kenpo.portal.letters.PrintedLetters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An insurer writes to those who have not logged in for the first time, and a letter leads into the portal. */
@ExtendWith(Journey.class)
class LettersJourneyIT {

    private static final String LIST = "/administration/letters/list.xhtml";

    private static final Pattern PRINTED_PASSWORD = Pattern.compile("[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}");

    private final PortalWithDatabase both;
    private final String demo;
    private final Browser browser;

    LettersJourneyIT(PortalWithDatabase both, Browser browser) {
        this.both = both;
        this.demo = both.portal().demo();
        this.browser = browser;
    }

    @ParameterizedTest
    @ValueSource(ints = {BrowserWindow.DESKTOP, BrowserWindow.PHONE})
    void managersWriteToThoseWhoHaveNotLoggedIn(int width) throws IOException {
        Newcomer newcomer = Newcomer.atDemo(both);
        try (BrowserWindow desk = BrowserWindow.open(browser, width);
                BrowserWindow own = BrowserWindow.open(browser, width)) {
            Colleague.invitedAtDemo(both, "MANAGER").begin(desk, both);
            desk.follow("お知らせ状");
            desk.look("letters");
            desk.press("お知らせ状を作成する");
            desk.look("letters-new");
            desk.press("作成する");
            assertThat(desk.refusals()).containsExactly("お送りする方を選んでください。");
            desk.choose("まだお送りしていない方");
            desk.type("記号", "誰でもない記号");
            desk.press("作成する");
            assertThat(desk.refusals()).containsExactly("お送りする方はいません。");
            desk.look("letters-new-errors");
            desk.type("記号", "9999");
            desk.press("作成する");
            assertThat(desk.text()).contains("お知らせ状を作成しました。");
            desk.look("letters-made");

            PrintedLetters printed = print(desk, "a[href*='batch=']");
            assertThat(String.join("", printed.pages())).contains(newcomer.userId());
            assertThat(printed.qr()).isEqualTo(demo + "/");
            PageTurn.by(desk.button("English").first());
            assertThat(desk.heading()).isEqualTo("Letters about user ID and initial password");
            desk.look("letters-english");

            own.go(printed.qr());
            new Walk(own, both).logIn(newcomer.userId(), newcomer.password());
            assertThat(own.heading()).isEqualTo("生年月日の入力");
        }
    }

    @Test
    void managersSayWhatLettersSay() throws IOException {
        try (BrowserWindow desk = BrowserWindow.open(browser, BrowserWindow.PHONE)) {
            Colleague.invitedAtDemo(both, "MANAGER").begin(desk, both);
            desk.go(demo + LIST);
            desk.follow("文面を変更する");
            desk.look("letters-words");
            desk.type("はじめの文面", "一\n二\n三\n四\n五\n六");
            desk.type("おわりの文面", " ");
            desk.press("保存する");
            assertThat(desk.refusals()).containsExactly("お知らせ状の5行に収まりません。短くしてください。", "文面を入力してください。");
            assertThat(desk.page().getByLabel("はじめの文面").inputValue()).isEqualTo("一\n二\n三\n四\n五\n六");
            desk.look("letters-words-errors");
            desk.type("はじめの文面", "拝啓　時下ますますご清栄のことと存じます。\n二行目です。");
            desk.type("おわりの文面", "敬具");
            desk.press("保存する");
            assertThat(desk.text()).contains("文面を保存しました。");

            assertThat(print(desk, "a[href$='letters.pdf']").pages().get(0))
                    .contains("拝啓時下ますますご清栄のことと存じます。", "二行目です。", "敬具", "見本花子様");
            desk.follow("文面を変更する");
            PageTurn.by(desk.button("English").first());
            desk.look("letters-words-english");
        }
    }

    @Test
    void theHelpDeskWritesOnceMore() throws IOException {
        Newcomer newcomer = Newcomer.atDemo(both);
        try (BrowserWindow desk = BrowserWindow.open(browser, BrowserWindow.DESKTOP)) {
            Colleague.invitedAtDemo(both, "HELP_DESK").begin(desk, both);
            desk.type("ユーザID", newcomer.userId());
            desk.press("検索する");
            PageTurn.by(desk.page().locator("ul.methods a").first());
            Colleague.saysWhy(desk);
            desk.follow("お知らせ状を作成する");
            desk.look("letter");
            desk.press("作成する");
            assertThat(desk.refusals()).hasSize(2);
            desk.look("letter-errors");
            desk.choose("お知らせ状がない");
            desk.tick("氏名と生年月日を確認した", "登録済みの電話番号へ折り返して確認した");
            desk.press("作成する");
            assertThat(desk.text()).contains("お知らせ状を作成しました。1日以内に印刷してください。", "健康保険組合の担当者が、お知らせ状を作成しました");
            assertThat(milestone(desk, "お知らせ状の作成")).doesNotContain("まだです");
            assertThat(milestone(desk, "生年月日の確認")).contains("まだです");
            desk.look("letter-made");
            assertThat(print(desk, "a[href*='letter.pdf']").pages())
                    .singleElement()
                    .asString()
                    .contains(newcomer.userId());
        }
    }

    @Test
    void aPrintedPasswordLetsInAndTheUsualOneDoesNot() throws IOException {
        Newcomer newcomer = Newcomer.atDemo(both);
        initialPasswords("LETTER");
        try (BrowserWindow desk = BrowserWindow.open(browser, BrowserWindow.PHONE);
                BrowserWindow own = BrowserWindow.open(browser, BrowserWindow.PHONE)) {
            Colleague.invitedAtDemo(both, "HELP_DESK").begin(desk, both);
            desk.type("ユーザID", newcomer.userId());
            desk.press("検索する");
            PageTurn.by(desk.page().locator("ul.methods a").first());
            Colleague.saysWhy(desk);
            desk.follow("お知らせ状を作成する");
            assertThat(desk.text()).contains("初期パスワードが印刷されます。");
            desk.look("letter-printed");
            desk.choose("お知らせ状がない");
            desk.tick("氏名と生年月日を確認した", "登録済みの電話番号へ折り返して確認した");
            desk.press("作成する");
            Matcher printed = PRINTED_PASSWORD.matcher(
                    print(desk, "a[href*='letter.pdf']").pages().get(0));
            assertThat(printed.find()).isTrue();

            own.go(demo + "/");
            assertThat(own.text()).contains("「ID・初期パスワードのお知らせ」に記載しています。").doesNotContain("記号+番号+生年月日");
            own.look("P1-printed");
            Walk walk = new Walk(own, both);
            walk.logIn(newcomer.userId(), newcomer.password());
            assertThat(own.refusals()).hasSize(1);
            walk.logIn(newcomer.userId(), printed.group().toLowerCase(Locale.ROOT));
            assertThat(own.heading()).isEqualTo("生年月日の入力");
            walk.confirmBirthDate(Newcomer.BIRTH_DATE).acceptTerms().chooseOtp();
            String same = printed.group().toLowerCase(Locale.ROOT).replace("-", "");
            own.type("パスワード", same);
            own.type("パスワード確認用", same);
            own.press("実行");
            assertThat(own.refusals()).containsExactly("リセットされたパスワードと同じものは使えません。");
            walk.setPassword();
            assertThat(own.heading()).isEqualTo("メールアドレスの更新");
        } finally {
            initialPasswords("DERIVED");
        }
    }

    /** A secret is printed in it, and whoever finds the desk unattended is not to have it. */
    @Test
    void whoPrintsALetterLaterProvesHimselfAgain() {
        Newcomer member = Newcomer.atDemo(both).asFarAs("/member/home.xhtml").signOut();
        initialPasswords("LETTER");
        try (BrowserWindow desk = BrowserWindow.open(browser, BrowserWindow.DESKTOP)) {
            String key = Colleague.invitedAtDemo(both, "HELP_DESK").begin(desk, both);
            desk.type("ユーザID", member.userId());
            desk.press("検索する");
            desk.follow(member.name());
            Colleague.saysWhy(desk);
            desk.follow("初期パスワードに戻す");
            assertThat(desk.text()).contains("お知らせ状を作成します。");
            desk.look("M2-password-reset-printed");
            desk.choose("パスワードを忘れた");
            desk.tick("氏名と生年月日を確認した", "登録済みの電話番号へ折り返して確認した");
            desk.press("初期パスワードに戻す");
            assertThat(desk.text()).contains("初期パスワードに戻しました。", "お知らせ状");
            both.time().moveBy(Duration.ofMinutes(6));

            PageTurn.by(desk.page().locator("a[href*='letter.pdf']"));
            desk.type("ワンタイムパスワード", both.app().another(key));
            desk.press("実行");

            assertThat(desk.heading()).isEqualTo("加入者の登録状況");
            Download letter = desk.page()
                    .waitForDownload(
                            () -> desk.page().locator("a[href*='letter.pdf']").click());
            assertThat(letter.suggestedFilename()).isEqualTo("letter.pdf");
        } finally {
            initialPasswords("DERIVED");
        }
    }

    /** Whoever approved may be the only one left who can take a code from the member's screen. */
    @Test
    void whoAskedForALetterPrintsItOnceAnotherHasApproved() {
        Newcomer member = Newcomer.atDemo(both)
                .asFarAs("/member/home.xhtml")
                .confirmsHisAddress(both.database())
                .signOut();
        both.database().run("update insurer_policy set help_approval = 'TWO'");
        initialPasswords("LETTER");
        try (BrowserWindow first = BrowserWindow.open(browser, BrowserWindow.PHONE);
                BrowserWindow second = BrowserWindow.open(browser, BrowserWindow.PHONE)) {
            Colleague.invitedAtDemo(both, "HELP_DESK").begin(first, both);
            first.type("ユーザID", member.userId());
            first.press("検索する");
            first.follow(member.name());
            Colleague.saysWhy(first);
            first.follow("初期パスワードに戻す");
            first.choose("パスワードを忘れた");
            first.tick("氏名と生年月日を確認した", "登録済みの電話番号へ折り返して確認した");
            first.press("初期パスワードに戻す");
            assertThat(first.text()).contains("操作を依頼しました。");

            Colleague.invitedAtDemo(both, "HELP_DESK").begin(second, both);
            second.go(demo + "/administration/approvals.xhtml");
            PageTurn.by(second.page().locator("main ul a").last());
            second.press("承認する");
            assertThat(second.text()).contains("依頼した担当者が、加入者の登録状況の画面から1日以内にお知らせ状を印刷してください。");
            second.look("M2-approved-with-letter");

            first.go(first.page().url());
            assertThat(first.page().locator("a[href*='letter.pdf']").count()).isEqualTo(1);
        } finally {
            both.database().run("update insurer_policy set help_approval = 'ONE'");
            initialPasswords("DERIVED");
        }
        member.awaitMailAbout("新しい初期パスワードをお送りします");
    }

    private void initialPasswords(String kind) {
        both.database().run("update insurer_policy set initial_password = '" + kind + "'");
        both.database().run("update insurer set revision = revision + 1");
    }

    private static String milestone(BrowserWindow desk, String stage) {
        return desk.page()
                .locator("ol.history li:has(p:text-is('" + stage + "'))")
                .first()
                .innerText();
    }

    static PrintedLetters print(BrowserWindow desk, String link) throws IOException {
        String file = (String) desk.page().locator(link).first().evaluate("link => link.href");
        return PrintedLetters.of(desk.page().request().get(file).body());
    }
}
