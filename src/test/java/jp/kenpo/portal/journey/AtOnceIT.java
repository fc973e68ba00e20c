package jp.kenpo.portal.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two hundred at the same moment: each try counts, each code works once, each user ID is one member's. */
@ExtendWith(Journey.class)
class AtOnceIT {

    private static final int MANY = 200;

    private final PortalProcess portal;
    private final Browser browser;

    AtOnceIT(PortalProcess portal, Browser browser) {
        this.portal = portal;
        this.browser = browser;
    }

    @Test
    @Tag("ASVS-6.5.1")
    void ofTwoHundredEqualCodesFromTwoHundredVisitsOneIsAccepted() {
        String key = setUp(15);
        List<Visitor> visitors = Stream.generate(() -> new Visitor(portal.demo()))
                .limit(MANY)
                .peek(visitor -> visitor.logIn(Walk.userId(15), Walk.PASSWORD))
                .toList();
        String code = OneTimePasswords.next(key);

        List<String> pages = atOnce(visitors.stream()
                .map(visitor ->
                        visitor.send("/sign-in/second-factor.xhtml", "button-submit", "one-time-password", code))
                .toList());

        assertThat(pages.stream().filter(page -> page.equals("/member/home.xhtml")))
                .hasSize(1);
    }

    @Test
    @Tag("ASVS-6.3.1")
    void twoHundredGuessesAtOnceCountAsTwoHundred(PortalWithDatabase both) {
        String userId = Newcomer.atDemo(both).userId();
        List<String> pages;
        letFirstWaitBe(600, both.database());
        try {
            pages = atOnce(IntStream.range(0, MANY)
                    .mapToObj(guess -> new Visitor(both.portal().demo())
                            .send(
                                    "/sign-in/password.xhtml",
                                    "button-sign-in",
                                    "user-id",
                                    userId,
                                    "password",
                                    "guess" + guess))
                    .toList());
        } finally {
            letFirstWaitBe(30, both.database());
        }

        assertThat(pages.stream().filter(page -> page.contains("ユーザIDまたはパスワードが違います。")))
                .hasSize(5);
        assertThat(pages.stream().filter(page -> page.contains("お待ちください"))).hasSize(MANY - 5);
    }

    /** Longer than it takes a slow machine to answer all of them: a guess after the wait would be a free one again. */
    private static void letFirstWaitBe(int seconds, DatabaseServer database) {
        database.run("update insurer_policy set first_wait_seconds = " + seconds
                + " where insurer_id = (select id from insurer where code = 'demo')");
        database.run("update insurer set revision = revision + 1 where code = 'demo'");
    }

    @Test
    void whomOneManagerWritesToNoOtherDoes(PortalWithDatabase both) {
        String members = Stream.generate(() -> "'" + Newcomer.atDemo(both).userId() + "'")
                .limit(20)
                .collect(Collectors.joining(","));
        List<Visitor> managers = Stream.generate(() -> Newcomer.atDemo(both)
                        .asFarAs("/member/home.xhtml")
                        .isOfTheStaff(both.database(), "MANAGER")
                        .visitor())
                .limit(6)
                .toList();

        atOnce(managers.stream()
                .map(manager -> manager.send("/administration/letters/new.xhtml", "button-make", "selection", "first"))
                .toList());

        assertThat(both.database()
                        .number("select count(*) from letter where account_id in (select id from account"
                                + " where user_id in (" + members + "))"))
                .isEqualTo(20);
    }

    @Test
    @Tag("ASVS-2.3.4")
    void ofTwoWhoWantTheSameUserIdAtOnceOneGetsIt() {
        List<Visitor> visitors = IntStream.of(17, 18).mapToObj(this::atUserId).toList();

        List<String> pages = atOnce(visitors.stream()
                .map(visitor -> visitor.send(
                        "/first-login/user-id-and-method.xhtml",
                        "button-submit",
                        "user-id",
                        "wanted-2026",
                        "method",
                        "OTP"))
                .toList());

        assertThat(pages).containsOnlyOnce("/first-login/new-password.xhtml");
        assertThat(pages.stream().filter(page -> page.contains("このユーザIDはほかの方が使っています。")))
                .hasSize(1);
    }

    private String setUp(int memberNumber) {
        try (BrowserWindow window = BrowserWindow.open(browser, BrowserWindow.DESKTOP)) {
            return new Walk(window, portal.demo()).whole(memberNumber);
        }
    }

    private Visitor atUserId(int memberNumber) {
        Visitor visitor = new Visitor(portal.demo());
        visitor.logIn(Walk.userId(memberNumber), Walk.initialPassword(memberNumber));
        visitor.send("/first-login/birth-date.xhtml", "button-submit", "birth-date", (1960 + memberNumber) + "0101")
                .join();
        visitor.send("/first-login/terms.xhtml", "button-agree", "version", "1").join();
        return visitor;
    }

    private static List<String> atOnce(List<CompletableFuture<String>> answers) {
        return answers.stream().map(CompletableFuture::join).toList();
    }

    @Test
    void ofTwoRightLoginsAtOnceNoneIsTakenForAFailure() {
        for (int i = 0; i < 20; i++) {
            List<String> pages = atOnce(Stream.generate(() -> new Visitor(portal.demo())
                            .send(
                                    "/sign-in/password.xhtml",
                                    "button-sign-in",
                                    "user-id",
                                    "testuser",
                                    "password",
                                    "99994321019801201"))
                    .limit(2)
                    .toList());

            assertThat(pages).containsOnly("/sign-in/cookie");
        }
    }
}
