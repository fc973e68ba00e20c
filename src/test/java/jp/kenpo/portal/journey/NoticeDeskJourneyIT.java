package jp.kenpo.portal.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.BoundingBox;
import java.time.Duration;
import java.time.LocalDate;
import jp.kenpo.portal.platform.Clocks;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A manager tells members something, and they find it on their home page. */
@ExtendWith(Journey.class)
class NoticeDeskJourneyIT {

    private final PortalWithDatabase both;
    private final String demo;
    private final Browser browser;

    NoticeDeskJourneyIT(PortalWithDatabase both, Browser browser) {
        this.both = both;
        this.demo = both.portal().demo();
        this.browser = browser;
    }

    /** Others count what the home page shows. */
    @AfterEach
    void membersAreToldNothingMore() {
        both.database().run("delete from notice where title_en like 'Holidays%'");
        both.database().run("delete from notice_draft");
    }

    private String day(int ahead) {
        return LocalDate.ofInstant(both.time().now(), Clocks.JAPAN)
                .plusDays(ahead)
                .toString();
    }

    @ParameterizedTest
    @ValueSource(ints = {BrowserWindow.DESKTOP, BrowserWindow.PHONE})
    void membersAreToldFromADayOnAndUntilAnother(int width) {
        String title = "年末年始の休業について";
        try (BrowserWindow desk = BrowserWindow.open(browser, width);
                BrowserWindow own = BrowserWindow.open(browser, width)) {
            Colleague.invitedAtDemo(both, "MANAGER").begin(desk, both);
            desk.page()
                    .locator("nav.staff-menu a[href='/administration/notices/list.xhtml']")
                    .click();
            assertThat(desk.heading()).isEqualTo("お知らせの管理");
            desk.look("M4");
            desk.press("お知らせを書く");
            desk.look("M4-draft");
            desk.type("題名（日本語）", "長".repeat(101));
            desk.type("記号", "誰でもない記号");
            desk.press("保存してプレビュー");
            assertThat(desk.refusals()).containsExactly("100文字以下で入力してください。", "この記号の加入者はいません。");
            desk.look("M4-draft-errors");
            desk.type("題名（日本語）", title);
            desk.type("記号", "９９９９");
            desk.press("保存してプレビュー");
            assertThat(desk.text()).contains("題名を、表示する言語のすべてで入力してください。", "本文を、表示する言語のすべてで入力してください。");
            desk.look("M4-preview-unfinished");
            desk.press("下書きを編集する");
            desk.type(
                    "本文（日本語）", "窓口は、次の期間お休みします。\n\n- 12月29日から1月3日まで\n\n## お急ぎの方\n\n<script>alert(1)</script>お電話ください。");
            desk.type("題名（英語）", "Holidays");
            desk.type("本文（英語）", "Our desk is closed from 29 December until 3 January.");
            desk.type("掲載の最初の日", day(1));
            desk.type("掲載の最後の日", day(1));
            desk.tick("重要なお知らせ");
            desk.press("保存してプレビュー");
            assertThat(desk.text()).contains("記号 9999 の方", "<script>alert(1)</script>お電話ください。");
            BoundingBox phone = desk.page().locator(".preview-phone").boundingBox();
            assertThat(phone.width).isLessThanOrEqualTo(390);
            desk.look("M4-preview");
            desk.follow("英語の本文を見る");
            assertThat(desk.text()).contains("Our desk is closed");
            desk.press("公開へ進む");
            desk.look("M4-publish");
            desk.press("公開する");
            assertThat(desk.text()).contains("お知らせを公開しました。", title, "掲載予定");
            desk.look("M4-published");

            Newcomer member =
                    Newcomer.atDemo(both).asFarAs("/member/home.xhtml").signOut();
            signIn(own, member);
            assertThat(own.text()).doesNotContain(title);
            new Walk(own, both).signOut(member.name());
            both.time().moveBy(Duration.ofDays(1));
            signIn(own, member);
            assertThat(own.text()).containsSubsequence("重要", title);
            own.follow(title);
            own.press("読みました");
            new Walk(own, both).signOut(member.name());
            both.time().moveBy(Duration.ofDays(1));
            signIn(own, member);
            assertThat(own.text()).doesNotContain(title);
        }
    }

    private void signIn(BrowserWindow own, Newcomer member) {
        own.go(demo + "/");
        new Walk(own, both).logIn(member.userId(), Walk.PASSWORD);
        own.type("ワンタイムパスワード", member.nextCode());
        own.press("実行");
        assertThat(own.heading()).isEqualTo("ポータル");
    }

    @Test
    void whatIsPublishedIsTakenBackAndWrittenAnew() {
        try (BrowserWindow desk = BrowserWindow.open(browser, BrowserWindow.PHONE)) {
            Colleague.invitedAtDemo(both, "MANAGER").begin(desk, both);
            desk.go(demo + "/administration/notices/draft.xhtml");
            desk.type("題名（日本語）", "休業のお知らせ");
            desk.type("本文（日本語）", "お休みします。");
            desk.type("題名（英語）", "Holidays taken back");
            desk.type("本文（英語）", "We are closed.");
            desk.press("保存してプレビュー");
            desk.press("公開へ進む");
            desk.press("公開する");
            desk.follow("休業のお知らせ");
            assertThat(desk.text()).contains("掲載中", "決めていません", "全員", "0人");
            desk.look("M4-notice");
            desk.follow("取り下げて書き直す");
            desk.look("M4-take-back");
            desk.press("取り下げる");
            assertThat(desk.text()).contains("お知らせを取り下げ、下書きに戻しました。");
            desk.look("M4-taken-back");
            desk.follow("休業のお知らせ");
            PageTurn.by(desk.button("English").first());
            assertThat(desk.heading()).isEqualTo("Preview of a notice");
            desk.look("M4-preview-english");
            desk.press("Edit the draft");
            desk.look("M4-draft-english");
            desk.follow("Back");
            assertThat(desk.text()).contains("Holidays taken back");
            desk.look("M4-english");
            desk.follow("Holidays taken back");
            desk.press("Delete the draft");
            assertThat(desk.text()).contains("The draft is deleted.").doesNotContain("Holidays taken back");
        }
    }

    @Test
    void whatSomebodyWritesIsNotLostWhenAColleagueWasQuicker() {
        try (BrowserWindow desk = BrowserWindow.open(browser, BrowserWindow.DESKTOP)) {
            Colleague.invitedAtDemo(both, "MANAGER").begin(desk, both);
            desk.go(demo + "/administration/notices/draft.xhtml");
            desk.type("題名（日本語）", "取り合い");
            desk.press("保存してプレビュー");
            desk.press("下書きを編集する");
            both.database().run("delete from notice_draft");
            desk.type("本文（日本語）", "消えてはいけない本文。");
            desk.press("保存してプレビュー");
            assertThat(desk.refusals()).hasSize(1);
            assertThat(desk.page().getByLabel("本文（日本語）").inputValue()).isEqualTo("消えてはいけない本文。");
        }
    }

    @Test
    void whatWasTypedIsStillThereWhenTheSessionWasOver() {
        try (BrowserWindow desk = BrowserWindow.open(browser, BrowserWindow.DESKTOP)) {
            Colleague manager = Colleague.invitedAtDemo(both, "MANAGER");
            String key = manager.begin(desk, both);
            desk.go(demo + "/administration/notices/draft.xhtml");
            desk.type("題名（日本語）", "書きかけ");
            desk.press("保存してプレビュー");
            desk.press("下書きを編集する");
            desk.type("本文（日本語）", "続きを書きました。");
            desk.tick("重要なお知らせ");
            both.time().moveBy(Duration.ofMinutes(31));
            desk.press("保存してプレビュー");
            desk.press("Login with OpenID Connect");
            desk.type("ユーザID", manager.userId());
            desk.type("パスワード", Walk.PASSWORD);
            desk.press("ログイン");
            desk.type("ワンタイムパスワード", both.app().another(key));
            desk.press("実行");
            assertThat(desk.heading()).isEqualTo("お知らせの下書き");
            assertThat(desk.page().getByLabel("本文（日本語）").inputValue()).isEqualTo("続きを書きました。");
            assertThat(desk.field("重要なお知らせ").isChecked()).isTrue();
            desk.press("保存してプレビュー");
            assertThat(desk.text()).contains("書きかけ", "続きを書きました。", "重要");
            desk.follow("お知らせの管理へ戻る");
            assertThat(desk.link("書きかけ").count()).as("the same draft").isEqualTo(1);
        }
    }
}
