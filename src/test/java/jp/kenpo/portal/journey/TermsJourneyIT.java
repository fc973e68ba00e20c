package jp.kenpo.portal.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import jp.kenpo.portal.platform.Clocks;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A manager writes new terms, and members are asked for them from their day on. */
@ExtendWith(Journey.class)
class TermsJourneyIT {

    private static final String LIST = "/administration/terms/list.xhtml";
    private static final String DRAFT = "/administration/terms/draft.xhtml";

    private final PortalWithDatabase both;
    private final String demo;
    private final Browser browser;

    TermsJourneyIT(PortalWithDatabase both, Browser browser) {
        this.both = both;
        this.demo = both.portal().demo();
        this.browser = browser;
    }

    /** There is one draft, and one announced version, at a time. */
    @AfterEach
    void nothingIsLeftHalfDone() {
        both.database().run("delete from terms_draft");
        both.database()
                .run("delete from terms_version where effective_on > date '"
                        + tomorrow().minusDays(1) + "'");
        both.database().run("update insurer set revision = revision + 1");
    }

    private LocalDate tomorrow() {
        return LocalDate.ofInstant(both.time().now(), Clocks.JAPAN).plusDays(1);
    }

    private static void write(BrowserWindow desk, String label, String before, String after) {
        desk.type(label, desk.page().getByLabel(label).inputValue().replace(before, after));
    }

    private static List<String> shownAsAdded(BrowserWindow window) {
        return window.page().locator("ins").allTextContents();
    }

    @ParameterizedTest
    @ValueSource(ints = {BrowserWindow.DESKTOP, BrowserWindow.PHONE})
    void newTermsAreAnnouncedAndThenAcceptedByWhoHasLongSignedIn(int width) {
        String added = "この条項は" + width + "の窓で加えました。";
        Newcomer member = Newcomer.atDemo(both).asFarAs("/member/home.xhtml").signOut();
        try (BrowserWindow desk = BrowserWindow.open(browser, width);
                BrowserWindow own = BrowserWindow.open(browser, width)) {
            Colleague.invitedAtDemo(both, "MANAGER").begin(desk, both);
            desk.follow("規約");
            desk.look("M3");
            desk.press("新しい版を作成する");
            desk.look("M3-draft");
            String changes = "第2条を改めました。";
            desk.choose("同意を求め直す");
            desk.type("変更点の説明（日本語）", "長".repeat(1_001));
            desk.press("保存してプレビュー");
            assertThat(desk.refusals()).containsExactly("1,000文字以下で入力してください。");
            desk.look("M3-draft-errors");
            desk.type("変更点の説明（日本語）", changes);
            write(desk, "本文（日本語）", "## 第1条", added + "\n\n## 第1条");
            desk.press("保存してプレビュー");
            assertThat(desk.heading()).isEqualTo("次の利用規約のプレビュー");
            assertThat(desk.text()).contains("施行日を入力してください。", "同意を求め直すときは、変更点の説明を、表示する言語のすべてで入力してください。");
            assertThat(shownAsAdded(desk)).containsExactly("追加：" + added);
            desk.look("M3-preview-unfinished");
            desk.press("下書きを編集する");
            desk.type("施行日", tomorrow().toString());
            desk.type("変更点の説明（英語）", "Section 2 was changed.");
            write(desk, "本文（英語）", "## Article 1", "Added at " + width + ".\n\n## Article 1");
            desk.press("保存してプレビュー");
            desk.look("M3-preview");
            desk.follow("英語の本文を見る");
            assertThat(desk.text()).contains("Section 2 was changed.", "Added at " + width + ".");
            desk.press("公開へ進む");
            desk.look("M3-publish");
            desk.press("公開する");
            assertThat(desk.text()).contains("新しい利用規約をお知らせしました。");
            desk.look("M3-announced");
            desk.follow("お知らせしている版を見る");
            desk.look("M3-version");

            own.go(demo + "/information/terms.xhtml");
            assertThat(own.text()).doesNotContain(added);
            own.look("terms-announced");
            own.follow("新しい利用規約を見る");
            assertThat(own.text()).contains(changes);
            assertThat(shownAsAdded(own)).containsExactly("追加：" + added);
            own.look("terms-new");
            new Walk(own, both).logIn(member.userId(), Walk.PASSWORD);
            own.type("ワンタイムパスワード", member.nextCode());
            own.press("実行");
            assertThat(own.heading()).as("before its day").isEqualTo("ポータル");
            new Walk(own, both).signOut(member.name());

            both.time().moveBy(Duration.ofDays(1));
            new Walk(own, both).logIn(member.userId(), Walk.PASSWORD);
            own.type("ワンタイムパスワード", member.nextCode());
            own.press("実行");
            assertThat(own.heading()).isEqualTo("健保ポータル 利用規約");
            assertThat(own.text()).contains(changes).doesNotContain("ステップ");
            assertThat(shownAsAdded(own)).containsExactly("追加：" + added);
            own.look("P3-again");
            own.press("同意する");
            assertThat(own.heading()).isEqualTo("ポータル");
            readWhatWasAccepted(own, added);
        }
        try (BrowserWindow desk = BrowserWindow.open(browser, width)) {
            Colleague.invitedAtDemo(both, "MANAGER").begin(desk, both);
            desk.go(demo + LIST);
            assertThat(desk.page().locator("ul.methods li").first().innerText()).endsWith("同意 1人");
            desk.look("M3-accepted");
            PageTurn.by(desk.page().locator("ul.methods a").first());
            String file = (String) desk.page().evaluate("document.querySelector('a[download]').href");
            assertThat(desk.page().request().get(file).text()).contains("9999," + member.number() + ",01,");
            PageTurn.by(desk.button("English").first());
            desk.look("M3-version-english");
            desk.go(demo + DRAFT);
            desk.look("M3-draft-english");
        }
    }

    /** Both texts, each as it was. */
    private void readWhatWasAccepted(BrowserWindow own, String added) {
        own.follow("アカウントの設定");
        own.follow("同意した利用規約");
        own.look("A5");
        assertThat(own.page().locator("ul.methods li").count()).isEqualTo(2);
        PageTurn.by(own.page().locator("ul.methods a").first());
        assertThat(own.text()).contains(added);
        own.look("A5-version");
        own.follow("同意した利用規約の一覧へ戻る");
        PageTurn.by(own.page().locator("ul.methods a").last());
        assertThat(own.text()).contains("この文面に同意されました").doesNotContain(added);
        own.go(demo + "/member/accepted-terms.xhtml?version=999");
        assertThat(own.text()).contains("この版には同意されていません。");
    }

    @Test
    void whatIsAnnouncedIsTakenBackBeforeItsDay() {
        try (BrowserWindow desk = BrowserWindow.open(browser, BrowserWindow.PHONE);
                BrowserWindow own = BrowserWindow.open(browser, BrowserWindow.PHONE)) {
            Colleague.invitedAtDemo(both, "MANAGER").begin(desk, both);
            desk.go(demo + DRAFT);
            desk.type("施行日", tomorrow().toString());
            write(desk, "本文（日本語）", "## 第1条", "取り下げる条項。\n\n## 第1条");
            desk.press("保存してプレビュー");
            desk.press("公開へ進む");
            desk.press("公開する");
            desk.follow("お知らせしている版を見る");
            desk.follow("取り下げへ進む");
            desk.look("M3-take-back");
            desk.press("取り下げる");
            assertThat(desk.text()).contains("お知らせした利用規約を取り下げ、下書きに戻しました。");
            desk.look("M3-taken-back");
            own.go(demo + "/information/new-terms.xhtml");
            assertThat(own.text()).contains("お知らせしている新しい利用規約はありません。").doesNotContain("取り下げる条項");
            own.look("terms-none-new");
            desk.press("プレビュー");
            assertThat(shownAsAdded(desk)).containsExactly("追加：取り下げる条項。");
            desk.press("下書きを削除する");
            assertThat(desk.text()).contains("下書きを削除しました。", "準備中の利用規約はありません。");
        }
    }

    /** Terms are not written in half an hour. */
    @Test
    void whatWasTypedIsStillThereWhenTheSessionWasOver() {
        try (BrowserWindow desk = BrowserWindow.open(browser, BrowserWindow.DESKTOP)) {
            Colleague manager = Colleague.invitedAtDemo(both, "MANAGER");
            String key = manager.begin(desk, both);
            desk.go(demo + DRAFT);
            String longText = "## 第1条\n\n" + "とても長い条文です。".repeat(500);
            desk.type("本文（日本語）", longText);
            both.time().moveBy(Duration.ofMinutes(31));
            desk.press("保存してプレビュー");
            assertThat(desk.text()).contains("入力の途中だった内容も残っています");
            desk.press("Login with OpenID Connect");
            desk.type("ユーザID", manager.userId());
            desk.type("パスワード", Walk.PASSWORD);
            desk.press("ログイン");
            desk.type("ワンタイムパスワード", both.app().another(key));
            desk.press("実行");
            assertThat(desk.heading()).isEqualTo("利用規約の下書き");
            assertThat(desk.page().getByLabel("本文（日本語）").inputValue()).isEqualTo(longText);
            desk.type("施行日", tomorrow().toString());
            desk.press("保存してプレビュー");
            desk.press("公開へ進む");
            assertThat(desk.heading()).isEqualTo("利用規約の公開");
        }
    }

    @Test
    void whoHasWrittenForLongProvesHimselfAgainAndPublishes() {
        try (BrowserWindow desk = BrowserWindow.open(browser, BrowserWindow.PHONE)) {
            String key = Colleague.invitedAtDemo(both, "MANAGER").begin(desk, both);
            desk.go(demo + DRAFT);
            both.time().moveBy(Duration.ofMinutes(10));
            desk.type("施行日", tomorrow().toString());
            write(desk, "本文（日本語）", "## 第1条", "ゆっくり書いた条項。\n\n## 第1条");
            desk.press("保存してプレビュー");
            desk.press("公開へ進む");
            desk.type("ワンタイムパスワード", both.app().another(key));
            desk.press("実行");
            assertThat(desk.heading()).isEqualTo("利用規約の公開");
            desk.press("公開する");
            desk.follow("お知らせしている版を見る");
            both.time().moveBy(Duration.ofMinutes(6));
            desk.follow("取り下げへ進む");
            desk.type("ワンタイムパスワード", both.app().another(key));
            desk.press("実行");
            desk.press("取り下げる");
            assertThat(desk.text()).contains("お知らせした利用規約を取り下げ、下書きに戻しました。");
        }
    }

    @Test
    void whatAColleagueSavedFirstStays() {
        try (BrowserWindow desk = BrowserWindow.open(browser, BrowserWindow.DESKTOP)) {
            Colleague.invitedAtDemo(both, "MANAGER").begin(desk, both);
            Page second = desk.context().newPage();
            desk.go(demo + DRAFT);
            second.navigate(demo + DRAFT);
            second.getByLabel("変更点の説明（日本語）").fill("先に保存しました。");
            PageTurn.by(second.locator("#button-save-and-preview"));
            desk.type("変更点の説明（日本語）", "後から書きました。");
            desk.press("保存してプレビュー");
            assertThat(desk.refusals()).containsExactly("ほかの担当者が先に保存または公開したため、保存できません。入力した文面を控えてから、このページを開き直してください。");
            assertThat(desk.page().getByLabel("変更点の説明（日本語）").inputValue()).isEqualTo("後から書きました。");
            desk.look("M3-draft-overtaken");
            desk.go(demo + DRAFT);
            assertThat(desk.page().getByLabel("変更点の説明（日本語）").inputValue()).isEqualTo("先に保存しました。");
        }
    }
}
