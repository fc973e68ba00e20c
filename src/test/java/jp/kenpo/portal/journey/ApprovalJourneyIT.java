package jp.kenpo.portal.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the policy says so, one of the staff asks for what another approves. */
@ExtendWith(Journey.class)
class ApprovalJourneyIT {

    private final PortalWithDatabase both;
    private final String demo;
    private final Browser browser;

    ApprovalJourneyIT(PortalWithDatabase both, Browser browser) {
        this.both = both;
        this.demo = both.portal().demo();
        this.browser = browser;
    }

    @BeforeEach
    void itTakesTwo() {
        policy("TWO");
    }

    @AfterEach
    void itTakesOne() {
        policy("ONE");
    }

    private void policy(String approval) {
        both.database().run("update insurer_policy set help_approval = '" + approval + "'");
        both.database().run("update insurer set revision = revision + 1");
    }

    @ParameterizedTest
    @ValueSource(ints = {BrowserWindow.DESKTOP, BrowserWindow.PHONE})
    void aSecondPersonApprovesWhatTheFirstAskedFor(int width) {
        Newcomer member = Newcomer.atDemo(both)
                .asFarAs("/member/home.xhtml")
                .confirmsHisAddress(both.database())
                .signOut();
        try (BrowserWindow first = BrowserWindow.open(browser, width);
                BrowserWindow second = BrowserWindow.open(browser, width)) {
            Colleague.invitedAtDemo(both, "HELP_DESK").begin(first, both);
            first.type("ユーザID", member.userId());
            first.press("検索する");
            first.follow(member.name());
            Colleague.saysWhy(first);
            first.follow("認証方法をリセットする");
            first.look("M2-reset-asked");
            first.choose("紛失・故障");
            first.tick("氏名と生年月日を確認した", "登録済みの電話番号へ折り返して確認した");
            first.press("リセットする");
            assertThat(first.text()).contains("操作を依頼しました。", "登録が完了し、利用できます。");
            first.go(demo + "/administration/help-desk.xhtml");
            first.follow("承認待ちの操作を見る");
            first.page().locator("main ul a").last().click();
            assertThat(first.text()).contains("承認は、ほかの担当者が行います。");
            assertThat(first.button("承認する").count()).isZero();
            first.look("M2-approval-own");

            Colleague.invitedAtDemo(both, "HELP_DESK").begin(second, both);
            second.type("ユーザID", member.userId());
            second.press("検索する");
            second.follow(member.name());
            Colleague.saysWhy(second);
            assertThat(second.text()).contains("認証方法のリセットは、承認待ちです");
            second.look("M2-member-approval");
            second.go(demo + "/administration/help-desk.xhtml");
            second.follow("承認待ちの操作を見る");
            second.look("M2-approvals");
            second.page().locator("main ul a").last().click();
            assertThat(second.text()).contains(member.name(), "認証方法のリセット", "紛失・故障");
            second.look("M2-approval");
            second.press("承認する");
            assertThat(second.text()).contains("操作を承認し、行いました。");
        }
        member.awaitMailAbout("認証方法がリセットされました");
    }

    @Test
    void whatIsNotNeededAnyMoreIsTakenBackInEnglish() {
        Newcomer member = Newcomer.atDemo(both)
                .asFarAs("/member/home.xhtml")
                .confirmsHisAddress(both.database())
                .signOut();
        try (BrowserWindow desk = BrowserWindow.open(browser, BrowserWindow.PHONE)) {
            Colleague.invitedAtDemo(both, "HELP_DESK").begin(desk, both);
            desk.type("ユーザID", member.userId());
            desk.press("検索する");
            desk.follow(member.name());
            Colleague.saysWhy(desk);
            desk.follow("メールアドレスを訂正する");
            desk.type("新しいメールアドレス", "other-" + member.email());
            desk.choose("メールが届かない");
            desk.tick("氏名と生年月日を確認した", "登録済みの電話番号へ折り返して確認した");
            desk.press("訂正する");
            desk.go(demo + "/administration/approvals.xhtml");
            PageTurn.by(desk.button("English").first());
            desk.look("M2-approvals-english");
            desk.page().locator("main ul a").last().click();
            assertThat(desk.text()).contains("other-" + member.email());
            desk.look("M2-approval-english");
            desk.press("Decline");
            assertThat(desk.text()).contains("The request is declined.");
        }
    }
}
