package jp.kenpo.portal.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.kenpo.portal.container.Await;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What no member of the demo comes upon by himself: an ended membership, a reset too old, faults of the portal. */
@ExtendWith(Journey.class)
class AdversityJourneyIT {

    private static final Pattern REFERENCE = Pattern.compile("[A-Z0-9]{4}-[A-Z0-9]{4}");

    private final PortalWithDatabase both;
    private final PortalProcess portal;
    private final DatabaseServer database;
    private final Browser browser;

    AdversityJourneyIT(PortalWithDatabase both, Browser browser) {
        this.both = both;
        this.portal = both.portal();
        this.database = both.database();
        this.browser = browser;
    }

    @ParameterizedTest
    @ValueSource(ints = {BrowserWindow.DESKTOP, BrowserWindow.PHONE})
    void whoseMembershipHasEndedIsToldSoAfterTheRightPassword(int width) {
        database.run("update member set disqualified_on = date '2020-03-31' where number = '43212'");
        try (BrowserWindow window = BrowserWindow.open(browser, width)) {
            Walk walk = new Walk(window, both).logIn(Walk.userId(2), "wrong password");
            assertThat(window.refusals()).containsExactly("ユーザIDまたはパスワードが違います。");

            walk.logIn(Walk.userId(2), Walk.initialPassword(2));
            assertThat(window.heading()).isEqualTo("ご利用いただけません");
            assertThat(window.text()).contains("03-").doesNotContain("見本 ");
            window.look("P1-membership-ended");

            leaves(window);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {BrowserWindow.DESKTOP, BrowserWindow.PHONE})
    void whoseInitialPasswordIsTooOldIsToldSoAfterTheRightPassword(int width) {
        database.run(
                "update account set initial_password_expires_at = timestamp with time zone '2020-01-01 00:00:00+09'"
                        + " where user_id = 'member03'");
        try (BrowserWindow window = BrowserWindow.open(browser, width)) {
            Walk walk = new Walk(window, both).logIn(Walk.userId(3), "wrong password");
            assertThat(window.refusals()).containsExactly("ユーザIDまたはパスワードが違います。");

            walk.logIn(Walk.userId(3), Walk.initialPassword(3));
            assertThat(window.heading()).isEqualTo("パスワードの有効期限が切れています");
            assertThat(window.text()).contains("03-").doesNotContain("見本 ");
            window.look("P1-initial-password-expired");

            leaves(window);
        }
    }

    /** The page has a way on: the button on it, and behind it the login page. */
    private void leaves(BrowserWindow window) {
        PageTurn.by(window.page()
                .getByRole(AriaRole.MAIN)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("ログアウト")));
        assertThat(window.heading()).isEqualTo("ログイン");
    }

    @ParameterizedTest
    @ValueSource(ints = {BrowserWindow.DESKTOP, BrowserWindow.PHONE})
    void aFaultIsOwnedUpToAndFoundAgainInTheLog(int width) {
        try (BrowserWindow window = BrowserWindow.open(browser, width)) {
            database.run("alter table guess_budget rename to guess_budget_gone");
            try {
                new Walk(window, both).logIn(Walk.userId(4), Walk.initialPassword(4));
                assertThat(window.heading()).isEqualTo("エラーが発生しました");
                window.look("E-500");
            } finally {
                database.run("alter table guess_budget_gone rename to guess_budget");
            }
            Matcher reference = REFERENCE.matcher(window.text());
            assertThat(reference.find()).as(window.text()).isTrue();
            assertThat(portal.log()).contains(reference.group());

            window.press("English");
            assertThat(window.heading()).isEqualTo("Log in");
        }
    }

    @ParameterizedTest
    @CsvSource({"1280, 5", "390, 6"})
    void aDatabaseThatIsAwayIsOwnedUpToAndComesBackByItself(int width, int number) {
        try (BrowserWindow window = BrowserWindow.open(browser, width)) {
            Walk walk = new Walk(window, both).logIn(Walk.userId(number), Walk.initialPassword(number));
            String birthDate = (1960 + number) + "0101";
            database.goAway();
            try {
                window.type("生年月日", birthDate);
                window.press("実行");
                assertThat(window.heading()).isEqualTo("ただいまご利用いただけません");
                Response again = window.go(portal.demo() + "/sign-in/password.xhtml");
                assertThat(again.status()).isEqualTo(503);
                assertThat(again.headers()).containsKeys("retry-after", "content-security-policy");
                window.look("E-503");
            } finally {
                database.comeBack();
            }
            Await.until("the birth date is asked again", () -> {
                window.press("もう一度試す");
                return window.heading().equals("生年月日の入力");
            });
            walk.confirmBirthDate(birthDate);
            assertThat(window.heading()).isEqualTo("健保ポータル 利用規約");
        }
    }

    @Test
    void faultsAreOwnedUpToInEnglishToo() {
        try (BrowserWindow window = BrowserWindow.open(browser, BrowserWindow.PHONE)) {
            window.go(portal.demo() + "/");
            window.press("English");
            database.goAway();
            try {
                window.go(portal.demo() + "/");
                assertThat(window.heading()).isEqualTo("The site cannot be used at the moment");
                window.look("E-503-en");
                assertThat(new Visitor(portal.demo())
                                .ask(WireRequest.of("POST", "/assets/css/portal.css")
                                        .form(""))
                                .status())
                        .as("a form from nobody knows where")
                        .isEqualTo(303);
            } finally {
                database.comeBack();
            }
            Await.until("the login page is back", () -> {
                window.press("Try again");
                return window.heading().equals("Log in");
            });
            database.run("alter table guess_budget rename to guess_budget_gone");
            try {
                window.type("User ID", Walk.userId(7));
                window.type("Password", Walk.initialPassword(7));
                window.press("Log in");
                assertThat(window.heading()).isEqualTo("Something went wrong");
                window.look("E-500-en");
            } finally {
                database.run("alter table guess_budget_gone rename to guess_budget");
            }
        }
    }

    /** Somebody who finds an unlocked computer must not add a key of his own (ASVS 7.5.1). */
    @ParameterizedTest
    @CsvSource({"1280, 8", "390, 9"})
    void whoWantsAnotherSecondFactorLaterProvesThePresentOneAgain(int width, int number) {
        try (BrowserWindow window = BrowserWindow.open(browser, width)) {
            Walk walk = new Walk(window, both);
            String key = walk.whole(number);
            both.time().moveBy(Duration.ofMinutes(5));

            window.press("もう1つ認証方法を追加する");
            assertThat(window.heading()).isEqualTo("ワンタイムパスワードの入力");
            assertThat(window.text()).contains("この操作の前に、ご本人であることをもう一度確認します。");
            window.look("L2-again");
            window.go(portal.demo() + "/mfa-setup/one-time-password.xhtml");
            assertThat(window.heading()).isEqualTo("ワンタイムパスワードの入力");

            window.type("ワンタイムパスワード", both.app().another(key));
            window.press("実行");
            assertThat(window.page().url()).as(window.text()).endsWith("/mfa-setup/one-time-password.xhtml");
        }
    }
}
