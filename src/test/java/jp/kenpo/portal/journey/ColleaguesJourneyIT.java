package jp.kenpo.portal.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A manager invites one more of the staff by mail, makes him a manager, and has him stop. */
@ExtendWith(Journey.class)
class ColleaguesJourneyIT {

    private static final String INVITATION = "/recovery/invitation\\.xhtml\\?token=[A-Za-z0-9_-]+";
    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private final PortalWithDatabase both;
    private final String demo;
    private final Browser browser;

    ColleaguesJourneyIT(PortalWithDatabase both, Browser browser) {
        this.both = both;
        this.demo = both.portal().demo();
        this.browser = browser;
    }

    @ParameterizedTest
    @ValueSource(ints = {BrowserWindow.DESKTOP, BrowserWindow.PHONE})
    void whoIsInvitedByMailIsAtWork(int width) {
        int number = NUMBERS.incrementAndGet();
        String userId = "invited-" + number;
        String email = userId + "@staff.example";
        String name = "招待 花子" + number;
        try (BrowserWindow desk = BrowserWindow.open(browser, width);
                BrowserWindow own = BrowserWindow.open(browser, width)) {
            Colleague manager = Colleague.invitedAtDemo(both, "MANAGER");
            manager.begin(desk, both);
            desk.follow("担当者");
            assertThat(desk.text()).contains(manager.name());
            desk.look("M7");
            desk.press("担当者を招待する");
            desk.look("M7-invitation");
            desk.press("招待のメールを送る");
            assertThat(desk.refusals()).hasSize(4);
            desk.look("M7-invitation-errors");
            desk.type("氏名", name);
            desk.type("ユーザID", manager.userId());
            desk.type("メールアドレス", email);
            desk.choose("窓口");
            desk.press("招待のメールを送る");
            assertThat(desk.refusals()).hasSize(1);
            desk.type("ユーザID", userId);
            desk.press("招待のメールを送る");
            assertThat(desk.text()).contains("招待のメールを送りました。", name, "招待中");
            desk.look("M7-invited");

            String link = new DemoMail(new Visitor(demo)).await(email, INVITATION);
            own.go(demo + link);
            assertThat(own.heading()).isEqualTo("担当者としての招待");
            own.look("M7-link");
            own.press("続ける");
            own.type("パスワード", Walk.PASSWORD);
            own.type("パスワード確認用", Walk.PASSWORD);
            own.press("実行");
            new Walk(own, both).setUpOtp();
            own.press("ポータルへ");
            assertThat(own.heading()).isEqualTo("窓口");
            assertThat(own.page().locator("nav").allInnerTexts().toString()).doesNotContain("加入者取込");

            desk.follow(name);
            desk.look("M7-colleague");
            desk.choose("管理者");
            desk.press("役割を変更する");
            assertThat(desk.text()).contains("役割を変更しました。");
            own.go(demo + "/administration/help-desk.xhtml");
            assertThat(own.heading()).isEqualTo("ログイン");

            desk.follow(name);
            desk.press("利用を停止する");
            assertThat(desk.text()).contains("利用を停止しました。", "利用停止中");
            new Walk(own, both).logIn(userId, Walk.PASSWORD);
            assertThat(own.refusals()).containsExactly("ユーザIDまたはパスワードが違います。");

            desk.follow(manager.name());
            assertThat(desk.text()).contains("ご自身の役割の変更や停止はできません。");
            desk.look("M7-oneself");
            PageTurn.by(desk.button("English").first());
            desk.follow("Staff");
            desk.look("M7-english");
            desk.follow(name);
            desk.look("M7-colleague-english");
        }
    }

    @Test
    void anInvitationThatIsOverSaysSo() {
        try (BrowserWindow own = BrowserWindow.open(browser, BrowserWindow.PHONE)) {
            own.go(demo + "/recovery/invitation.xhtml?token=" + "A".repeat(43));
            assertThat(own.text()).contains("この招待は使えません。", "管理者に、もう一度招待を依頼してください。");
            own.look("M7-link-over");
            own.press("ログイン画面へ");
            assertThat(own.heading()).isEqualTo("ログイン");
        }
    }
}
