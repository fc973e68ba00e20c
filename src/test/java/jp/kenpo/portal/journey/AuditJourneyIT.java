package jp.kenpo.portal.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.SelectOption;
import jp.kenpo.portal.container.Await;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A manager and an auditor read what happened at their insurer. */
@ExtendWith(Journey.class)
class AuditJourneyIT {

    private static final String AUDIT = "/administration/audit.xhtml";

    private final PortalWithDatabase both;
    private final String demo;
    private final Browser browser;

    AuditJourneyIT(PortalWithDatabase both, Browser browser) {
        this.both = both;
        this.demo = both.portal().demo();
        this.browser = browser;
    }

    @ParameterizedTest
    @ValueSource(ints = {BrowserWindow.DESKTOP, BrowserWindow.PHONE})
    void aManagerFindsWhatHeDidAndTakesItAway(int width) {
        try (BrowserWindow desk = BrowserWindow.open(browser, width)) {
            Colleague manager = Colleague.invitedAtDemo(both, "MANAGER");
            manager.begin(desk, both);
            desk.follow("監査ログ");
            assertThat(desk.text()).contains("OTP認証の登録", "対象：" + manager.userId(), "接続元：127.0.0.1");
            desk.look("M5");

            desk.type("この日から", "2026-11-30");
            desk.type("この日まで", "2026-11-01");
            desk.type("ユーザID", "nobody-at-all");
            desk.type("受付番号", "12");
            desk.press("絞り込む");
            assertThat(desk.refusals()).hasSize(3);
            desk.look("M5-errors");

            desk.type("この日から", "");
            desk.type("この日まで", "");
            desk.type("ユーザID", manager.userId());
            desk.type("受付番号", "");
            desk.page().getByLabel("できごと").selectOption(new SelectOption().setLabel("パスワードの変更"));
            desk.press("絞り込む");
            assertThat(desk.page().locator(".history > li").count()).isEqualTo(1);
            desk.look("M5-filtered");
            assertThat(csvOf(desk)).startsWith("\uFEFF日時,できごと,対象のユーザID").contains("パスワードの変更," + manager.userId() + ",");

            desk.press("いま検査する");
            assertThat(desk.text()).contains("検査を始めました。");
            Await.until("the seals are looked at", () -> {
                desk.go(demo + AUDIT);
                return desk.text().contains("異常はありませんでした。") && !desk.text().contains("検査中です。");
            });
            PageTurn.by(desk.button("English").first());
            assertThat(desk.text()).contains("nothing was wrong", "Audit log exported");
            desk.look("M5-english");
        }
    }

    @Test
    void anAuditorSeesNothingElse() {
        try (BrowserWindow desk = BrowserWindow.open(browser, BrowserWindow.DESKTOP)) {
            Colleague.invitedAtDemo(both, "AUDITOR").begin(desk, both);
            assertThat(desk.heading()).isEqualTo("監査ログ");
            assertThat(desk.page().locator("nav.staff-menu a").allInnerTexts()).containsExactly("状況", "監査ログ");
            desk.go(demo + "/administration/help-desk.xhtml");
            assertThat(desk.heading()).isEqualTo("監査ログ");
            desk.look("M5-auditor");
        }
    }

    private static String csvOf(BrowserWindow desk) {
        String file = (String) desk.page().evaluate("document.querySelector('a[download]').href");
        return desk.page().request().get(file).text();
    }
}
