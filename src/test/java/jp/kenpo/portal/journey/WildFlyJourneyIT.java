package jp.kenpo.portal.journey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** The same WAR on WildFly: what the servers might do differently, and the way in. */
@ExtendWith(Journey.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WildFlyJourneyIT {

    /** What an answer says of its transport, in each server's way. */
    private static final Set<String> OF_TRANSPORT =
            Set.of("connection", "content-length", "date", "keep-alive", "transfer-encoding");

    private final PortalProcess payaraMicro;
    private final PortalProcess portal;
    private final Browser browser;

    WildFlyJourneyIT(PortalProcess payaraMicro, Browser browser) {
        this.payaraMicro = payaraMicro;
        this.portal = PortalProcess.start(
                PortalServer.WILDFLY,
                Path.of(
                        "target",
                        "journeys",
                        "wildfly-" + ProcessHandle.current().pid()));
        this.browser = browser;
    }

    @AfterAll
    void stop() {
        portal.close();
    }

    @Test
    void aMemberLogsInForTheFirstTimeAndLaterWithHisOneTimePassword() {
        try (BrowserWindow window = open()) {
            CookiesSet cookies = new CookiesSet(window);
            // Which brings one of the cookies.
            window.page().waitForResponse("**/sign-in/passkey-options", () -> window.go(portal.demo() + "/"));
            Walk walk = new Walk(window, portal.demo());
            String key = walk.whole(1);
            assertThat(window.heading()).isEqualTo("以上で設定が完了しました");
            window.press("ポータルへ");
            assertThat(window.heading()).isEqualTo("ポータル");
            assertThat(window.text()).contains("見本 1", "mihon@example.jp");
            cookies.areEachSafe("sign-in", "JSESSIONID", "browser", "device");

            walk.signOut("見本 1");
            walk.logIn(Walk.userId(1), Walk.PASSWORD);
            assertThat(window.heading()).isEqualTo("ワンタイムパスワードの入力");
            window.type("ワンタイムパスワード", OneTimePasswords.next(key));
            window.press("実行");
            assertThat(window.heading()).isEqualTo("ポータル");
        }
    }

    /** Parts of a form, work in the background, and a file to be printed. */
    @Test
    void aManagerImportsMembersAndWritesToThem() throws IOException {
        byte[] file = "記号,番号,氏名,カナ,生年月日,ユーザID,資格取得日\n6996,1,取込 花子,トリコミ ハナコ,S30.1.2,wildfly01,R2.4.1\n".getBytes(UTF_8);
        try (BrowserWindow window = open()) {
            Colleague.invitedAtTheFirstStart(portal).begin(window, portal);
            window.follow("加入者取込");
            RosterJourneyIT.bring(window, "変更分", "加入者.csv", file);
            RosterJourneyIT.waitForState(window, "内容を確認しました。");
            assertThat(window.text()).contains("加入者.csv");
            window.press("取り込みへ進む");
            window.press("取り込む");
            RosterJourneyIT.waitForState(window, "加入者の登録に取り込みました。");
            window.follow("お知らせ状");
            window.press("お知らせ状を作成する");
            window.choose("まだお送りしていない方");
            window.type("記号", "6996");
            window.press("作成する");
            assertThat(LettersJourneyIT.print(window, "a[href*='batch=']").pages())
                    .singleElement()
                    .asString()
                    .contains("wildfly01", "取込花子様");
        }
        try (BrowserWindow window = open()) {
            new Walk(window, portal.demo()).logIn("wildfly01", "6996119550102");
            assertThat(window.heading()).isEqualTo("生年月日の入力");
        }
    }

    @Test
    void aMemberSetsUpAPasskeyAndSignsInWithIt() {
        try (BrowserWindow window = open()) {
            VirtualAuthenticator.ofAnOlderBrowser(window.page());
            Walk walk = new Walk(window, portal.demo());
            walk.asFarAsTheMethod(2).makePasskey();
            window.press("OK");
            walk.signOut("見本 2");
            window.press("生体認証でログイン");
            window.waitForHeading("ポータル");
            assertThat(window.text()).contains("見本 2");
        }
    }

    @Test
    void eachHostShowsItsOwnInsurer() {
        try (BrowserWindow window = open()) {
            window.go(portal.sakura() + "/");
            assertThat(window.heading()).isEqualTo("ログイン");
            assertThat(window.page().content()).contains("さくら健康保険組合").doesNotContain("デモ健康保険組合");
            window.go(portal.sakura() + "/demo/mail");
            window.press("English");
            assertThat(window.heading()).isEqualTo("Mail of the demo");
        }
    }

    @Test
    void anyOtherHostIsNobodys() {
        try (BrowserWindow window = open()) {
            assertThat(window.go("http://other.localhost:" + portal.port() + "/")
                            .status())
                    .isEqualTo(404);
            assertThat(window.page().content()).contains("404 Not Found").doesNotContain("健康保険");
        }
    }

    @Test
    void aFormThatIsTooLargeIsRefusedInWords() {
        new LargeForms(portal.demo()).areRefusedInWords();
    }

    @Test
    void aMembersPagesLeadToTheLogin() {
        try (BrowserWindow window = open()) {
            for (String page : new String[] {"/member/home.xhtml", "/member/", "/member"}) {
                assertThat(window.go(portal.demo() + page).status()).as(page).isEqualTo(200);
                assertThat(window.heading()).as(page).isEqualTo("ログイン");
            }
            assertThat(window.isNobodyRemembered()).isTrue();
        }
    }

    @Test
    void eachAnswerSaysTheSameToTheBrowserAsOnPayaraMicro() {
        for (String page : new String[] {"/sign-in/password.xhtml", "/nowhere.xhtml"}) {
            assertThat(headers(portal, page)).as(page).isEqualTo(headers(payaraMicro, page));
        }
    }

    @Test
    @Tag("ASVS-3.4.3")
    void whatTheServerAnswersByItselfSaysTheSame() {
        Visitor visitor = new Visitor(portal.demo());
        for (String inner : new String[] {"/WEB-INF/web.xml", "/META-INF/MANIFEST.MF", "/WEB-INF"}) {
            Answer answer = visitor.get(inner);

            assertThat(answer.status()).as(inner).isEqualTo(404);
            assertThat(SafeAnswer.faults(inner, answer)).as(inner).isEmpty();
        }
    }

    private Map<String, String> headers(PortalProcess asked, String page) {
        try (BrowserWindow window = open()) {
            Map<String, String> headers =
                    new TreeMap<>(window.go(asked.demo() + page).headers());
            headers.keySet().removeAll(OF_TRANSPORT);
            return headers;
        }
    }

    private BrowserWindow open() {
        return BrowserWindow.open(browser, BrowserWindow.DESKTOP);
    }
}
