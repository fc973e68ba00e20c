package jp.kenpo.portal.bench;

import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One unit: a member's first login with an authenticator app: initial password, birth date, terms, user ID and method,
 * password, e-mail address (confirmed later), set-up and first code, each page looked at before its form is sent.
 */
final class FirstLogin {

    private static final String BIRTH_DATE = "/first-login/birth-date.xhtml";
    private static final String TERMS = "/first-login/terms.xhtml";
    private static final String USER_ID = "/first-login/user-id-and-method.xhtml";
    private static final String PASSWORD = "/first-login/new-password.xhtml";
    private static final String EMAIL = "/first-login/email.xhtml";
    private static final String EMAIL_CODE = "/first-login/email-code.xhtml";
    private static final String DONE = "/first-login/done.xhtml";
    private static final String APP = "/mfa-setup/one-time-password.xhtml";
    private static final String MFA_DONE = "/mfa-setup/done.xhtml";

    private static final Pattern KEY = Pattern.compile("id=\"key\" data-copy=\"([A-Z2-7]+)\"");
    private static final Pattern VERSION = Pattern.compile("name=\"version\" value=\"([0-9]+)\"");

    /** Where a browser that brought no cookie yet is asked whether it keeps them. */
    private static final String COOKIE = "/sign-in/cookie";

    private final Browser browser;
    private final int newcomer;

    FirstLogin(Wire wire, int newcomer) {
        this.browser = new Browser(wire);
        this.newcomer = newcomer;
    }

    void run() throws IOException {
        String userId = Population.newcomersUserId(newcomer);
        browser.open(ReturningLogin.LOGIN);
        Browser.expect(
                COOKIE,
                browser.press(
                        ReturningLogin.LOGIN,
                        "sign-in",
                        "user-id",
                        userId,
                        "password",
                        Population.initialPassword(newcomer)));
        Browser.expect(BIRTH_DATE, browser.follow(COOKIE));
        take(BIRTH_DATE, TERMS, "submit", "birth-date", Population.BIRTH_DATE);
        Browser.expect(USER_ID, browser.press(TERMS, "agree", "version", shown(TERMS, VERSION)));
        take(USER_ID, PASSWORD, "submit", "user-id", userId, "method", "OTP");
        take(
                PASSWORD,
                EMAIL,
                "submit",
                "new-password",
                Population.PASSWORD,
                "password-confirmation",
                Population.PASSWORD);
        take(EMAIL, EMAIL_CODE, "submit", "email", userId + "@example.jp");
        take(EMAIL_CODE, DONE, "later");
        browser.open(DONE);
        Browser.expect(APP, browser.pressIn("go", DONE, "set-up-now"));
        Browser.expect(
                MFA_DONE, browser.press(APP, "submit", "one-time-password", AuthenticatorApp.code(shown(APP, KEY))));
        browser.open(MFA_DONE);
    }

    private void take(String page, String next, String button, String... namesAndValues) throws IOException {
        browser.open(page);
        Browser.expect(next, browser.press(page, button, namesAndValues));
    }

    private String shown(String page, Pattern value) throws IOException {
        Matcher shown = value.matcher(browser.read(page));
        if (!shown.find()) {
            throw new IOException("No " + value + " on " + page);
        }
        return shown.group(1);
    }
}
