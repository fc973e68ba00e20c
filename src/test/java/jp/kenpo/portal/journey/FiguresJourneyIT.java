package jp.kenpo.portal.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever decides for an insurer, or checks it, sees how the first login goes. */
@ExtendWith(Journey.class)
class FiguresJourneyIT {

    private final PortalWithDatabase both;
    private final Browser browser;

    FiguresJourneyIT(PortalWithDatabase both, Browser browser) {
        this.both = both;
        this.browser = browser;
    }

    @ParameterizedTest
    @ValueSource(ints = {BrowserWindow.DESKTOP, BrowserWindow.PHONE})
    void managersAndAuditorsSeeHowTheFirstLoginGoes(int width) {
        Newcomer.atDemo(both).asFarAs("/first-login/terms.xhtml");
        Newcomer.atDemo(both).asFarAs("/member/home.xhtml");
        try (BrowserWindow desk = BrowserWindow.open(browser, width)) {
            Colleague.invitedAtDemo(both, "AUDITOR").begin(desk, both);
            desk.follow("状況");
            assertThat(desk.heading()).isEqualTo("状況");
            assertThat(desk.page().locator("nav.staff-menu a").allInnerTexts()).containsExactly("状況", "監査ログ");
            assertThat(row(desk, "生年月日の確認")).matches("生年月日の確認[0-9,]+人[0-9]+%");
            assertThat(row(desk, "利用規約への同意")).startsWith("利用規約への同意");
            assertThat(row(desk, "9999")).startsWith("9999");
            desk.look("M8");
            String file = (String) desk.page().evaluate("document.querySelector('a[download]').href");
            assertThat(desk.page().request().get(file).text())
                    .startsWith("\uFEFF記号,加入者,お知らせ状の作成,生年月日の確認")
                    .contains("9999,");
            PageTurn.by(desk.button("English").first());
            assertThat(desk.heading()).isEqualTo("Figures");
            desk.look("M8-english");
        }
    }

    private static String row(BrowserWindow desk, String name) {
        return desk.page()
                .locator("tr:has(th:text-is('" + name + "'))")
                .first()
                .innerText()
                .replaceAll("\\s", "");
    }
}
