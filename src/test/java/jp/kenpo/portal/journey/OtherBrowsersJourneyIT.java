package jp.kenpo.portal.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.LoadState;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Browsers that are not like the others: without script, without cookies, or no browsers at all. */
@ExtendWith(Journey.class)
class OtherBrowsersJourneyIT {

    private final PortalProcess portal;
    private final Browser browser;

    OtherBrowsersJourneyIT(PortalProcess portal, Browser browser) {
        this.portal = portal;
        this.browser = browser;
    }

    @Test
    void everythingWorksWithoutScript() {
        Browser.NewContextOptions noScript = new Browser.NewContextOptions().setJavaScriptEnabled(false);
        try (BrowserWindow window = BrowserWindow.open(browser, BrowserWindow.DESKTOP, noScript)) {
            Walk walk = new Walk(window, portal.demo());
            walk.whole(12);
            assertThat(window.heading()).isEqualTo("以上で設定が完了しました");
            assertThat(window.button("印刷する").isVisible())
                    .as("a button that needs script")
                    .isFalse();
        }
    }

    @Test
    void whoeverRefusesCookiesIsToldSoAfterTheRightPassword() throws Exception {
        HttpRequest form = HttpRequest.newBuilder(URI.create(portal.demo() + "/sign-in/password.xhtml"))
                .header("Sec-Fetch-Site", "same-origin")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "form=form&button-sign-in=&jakarta.faces.ViewState=stateless&user-id=" + Walk.userId(14)
                                + "&password=" + Walk.initialPassword(14)))
                .build();
        HttpClient withoutCookies = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();

        String page =
                withoutCookies.send(form, HttpResponse.BodyHandlers.ofString()).body();

        assertThat(page).contains("クッキーが使えません");
    }

    @Test
    void aFormFromElsewhereIsNotRead() throws Exception {
        for (String from : new String[] {"cross-site", "same-site", "none"}) {
            HttpRequest form = HttpRequest.newBuilder(URI.create(portal.demo() + "/sign-in/password.xhtml"))
                    .header("Sec-Fetch-Site", from)
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString("form=form&button-sign-in=&user-id=&password="))
                    .build();

            HttpResponse<String> answer = HttpClient.newHttpClient().send(form, HttpResponse.BodyHandlers.ofString());

            assertThat(answer.statusCode()).isEqualTo(303);
            assertThat(answer.headers().firstValue("Location")).contains("/");
            assertThat(answer.headers().allValues("Content-Security-Policy")).hasSize(1);
        }
    }

    @Test
    void theLoginPageIsLight() {
        try (BrowserWindow window = BrowserWindow.open(browser, BrowserWindow.PHONE)) {
            List<Response> answers = new ArrayList<>();
            window.page().onResponse(answers::add);
            window.go(portal.demo() + "/sign-in/password.xhtml");
            window.page().waitForLoadState(LoadState.NETWORKIDLE);

            // The icon is the logo once more, which the browser has by then.
            assertThat(answers.stream().map(Response::url).distinct()).hasSizeLessThanOrEqualTo(6);
            assertThat(answers.stream()
                            .mapToLong(answer -> answer.request().sizes().responseBodySize
                                    + answer.request().sizes().responseHeadersSize)
                            .sum())
                    .isLessThanOrEqualTo(40_000);
        }
    }

    @Test
    void flowParametersOnAnyPageAreHarmless() {
        try (BrowserWindow window = BrowserWindow.open(browser, BrowserWindow.DESKTOP)) {
            for (String page : new String[] {"sign-in/password", "information/contact", "first-login/terms"}) {
                Response answer = window.go(portal.demo() + "/" + page + ".xhtml?jffi=first-login&jftfdi=x&jfwid=y");
                assertThat(answer.status()).as(page).isEqualTo(200);
                assertThat(window.isNobodyRemembered()).as(page).isTrue();
            }
        }
    }

    @Test
    void errorsHaveAPageWithAWayOn() {
        for (int width : new int[] {BrowserWindow.DESKTOP, BrowserWindow.PHONE}) {
            try (BrowserWindow window = BrowserWindow.open(browser, width)) {
                assertThat(window.go(portal.demo() + "/nowhere.xhtml").status()).isEqualTo(404);
                assertThat(window.heading()).isEqualTo("ページが見つかりません");
                window.look("E-404");
                window.press("ログイン画面・続きの画面へ");
                assertThat(window.heading()).isEqualTo("ログイン");

                for (String page : new String[] {"contact", "terms", "privacy", "accessibility", "cookies"}) {
                    window.go(portal.demo() + "/information/" + page + ".xhtml");
                    window.look("information-" + page);
                }
                for (String forgotten : new String[] {"パスワード", "ユーザID"}) {
                    window.go(portal.demo() + "/");
                    window.follow(forgotten + "を忘れた方はこちら");
                    assertThat(window.heading()).isEqualTo(forgotten + "を忘れた方");
                    window.look("recovery-" + window.page().url().replaceAll(".*/|\\.xhtml", ""));
                }
            }
        }
    }
}
