package jp.kenpo.portal.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The portal for who reads no Japanese: the whole way on his phone and his PC, and every page beside it. */
@ExtendWith(Journey.class)
class EnglishJourneyIT {

    private static final String OTP = "One-time password";
    private static final String MAIL = "thirteen@example.jp";

    private static final Pattern JAPANESE = Pattern.compile("[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}]+");

    /** The button to the other language, the member's own data, and words as he finds or writes them on papers. */
    private static final Pattern STAYS = Pattern.compile("日本語|見本 13|ミホン 13|記号|番号|資格情報のお知らせ|昭和54年8月22日");

    private final PortalProcess portal;
    private final Browser browser;

    EnglishJourneyIT(PortalProcess portal, Browser browser) {
        this.portal = portal;
        this.browser = browser;
    }

    @Test
    void whoReadsNoJapaneseIsOfferedEnglishAndKeepsIt() {
        try (BrowserWindow phone = open(BrowserWindow.PHONE)) {
            phone.go(portal.demo() + "/");
            assertThat(phone.heading()).isEqualTo("ログイン");
            assertThat(phone.page()
                            .getByText("This site is also available in English.")
                            .isVisible())
                    .isTrue();
            phone.look("P1-offer");
            chooseEnglish(phone);
            logIn(phone, Walk.initialPassword(13));
            firstLogin(phone);

            // As the page says, it is easiest with both side by side.
            String key = setUpOnPc();

            phone.go(portal.demo() + "/");
            signInWith(phone, key);
        }
    }

    private void firstLogin(BrowserWindow phone) {
        isEnglish(phone, "Enter your date of birth", "P2");
        enter(phone, "Date of birth", "1973/1/1");
        isEnglish(phone, "Kenpo Portal terms of use", "P3");
        phone.press("I agree");
        isEnglish(phone, "Change your user ID and choose how to confirm", "P4");
        phone.choose("One-time password (OTP)");
        phone.press("Submit");
        phone.press("Submit");
        assertThat(phone.refusals()).containsExactly("Enter your password.");
        assertThat(phone.page().title()).startsWith("Error: ");
        isEnglish(phone, "Set a new password", "P5");
        phone.type("Password", Walk.PASSWORD);
        enter(phone, "Password (again)", Walk.PASSWORD);
        isEnglish(phone, "Set your e-mail address", "P6");
        enter(phone, "E-mail address", MAIL);
        isEnglish(phone, "Enter the confirmation code", "P6b");
        enter(phone, "Confirmation code", new Walk(phone, portal.demo()).emailCode(MAIL));
        isEnglish(phone, "Your first login is complete", "P7");
        phone.press("Go on and set up now");
        isEnglish(phone, "Set up one-time passwords", "P8");
    }

    private String setUpOnPc() {
        try (BrowserWindow pc = open(BrowserWindow.DESKTOP)) {
            pc.go(portal.demo() + "/");
            chooseEnglish(pc);
            logIn(pc, Walk.PASSWORD);
            isEnglish(pc, "Set up one-time passwords", "P8");
            String key = OneTimePasswords.keyFrom(pc.picture("qr-english"));
            enter(pc, OTP, OneTimePasswords.now(key));
            isEnglish(pc, "Everything is set up", "P10");
            pc.press("Go to the portal");
            isEnglish(pc, "Portal", "H");
            pc.unfold("見本 13");
            PageTurn.by(pc.page()
                    .locator("header")
                    .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Log out")));
            assertThat(pc.text()).contains("You are logged out.");
            return key;
        }
    }

    private void signInWith(BrowserWindow phone, String key) {
        isEnglish(phone, "Enter the one-time password", "L2");
        phone.press("Confirm another way");
        isEnglish(phone, "Choose another way", "L4");
        phone.follow("One-time password: Smartphone");
        enter(phone, OTP, OneTimePasswords.next(key));
        isEnglish(phone, "Portal", "H");
    }

    @Test
    void thePagesBesideTheWayAreInEnglishToo() {
        try (BrowserWindow phone = open(BrowserWindow.PHONE)) {
            phone.go(portal.demo() + "/");
            chooseEnglish(phone);
            Map<String, String> headings = Map.of(
                    "information/contact", "Contact",
                    "information/terms", "Terms of use",
                    "information/privacy", "Privacy",
                    "information/accessibility", "Accessibility",
                    "information/cookies", "Cookies are switched off",
                    "recovery/forgotten-password", "Forgot your password?",
                    "recovery/forgotten-user-id", "Forgot your user ID?",
                    "recovery/sent", "We have received your request",
                    "recovery/link", "Set a new password");
            headings.forEach((page, heading) -> {
                phone.go(portal.demo() + "/" + page + ".xhtml");
                isEnglish(phone, heading, page.replace('/', '-'));
            });
            phone.go(portal.demo() + "/demo/mail");
            assertThat(phone.heading()).isEqualTo("Mail of the demo");
            phone.look("demo-mail-en");
            assertThat(phone.go(portal.demo() + "/nowhere.xhtml").status()).isEqualTo(404);
            isEnglish(phone, "Page not found", "E-404");
        }
    }

    private BrowserWindow open(int width) {
        return BrowserWindow.open(browser, width, new Browser.NewContextOptions().setLocale("en-US"));
    }

    /** By the first of the two buttons: the one of the offer. */
    private static void chooseEnglish(BrowserWindow window) {
        PageTurn.by(window.button("English").first());
        isEnglish(window, "Log in", "P1");
    }

    private static void logIn(BrowserWindow window, String password) {
        window.type("User ID", Walk.userId(13));
        window.type("Password", password);
        window.press("Log in");
    }

    private static void enter(BrowserWindow window, String field, String text) {
        window.type(field, text);
        window.press("Submit");
    }

    /** Nothing of the page is Japanese, be it seen, heard or folded away, but what stays so. */
    private static void isEnglish(BrowserWindow window, String heading, String name) {
        assertThat(window.heading()).isEqualTo(heading);
        assertThat(window.page().locator("html").getAttribute("lang")).isEqualTo("en");
        assertThat(STAYS.matcher(window.page().content()).replaceAll(""))
                .as(name)
                .doesNotContainPattern(JAPANESE);
        window.look(name + "-en");
    }
}
