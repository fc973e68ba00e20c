package jp.kenpo.portal.bench;

import java.io.IOException;

/**
 * One unit: a member who was there before logs in: login page, password, code, home page, five requests in
 * all, from a device that the portal knows.
 */
final class ReturningLogin {

    static final String LOGIN = "/sign-in/password.xhtml";
    static final String HOME = "/member/home.xhtml";

    static final String CODE = "/sign-in/second-factor.xhtml";

    private final Browser browser;
    private final int member;

    ReturningLogin(Wire wire, int member) {
        this.browser =
                new Browser(wire).with("device", Population.device(member).value());
        this.member = member;
    }

    /** Goes the whole way; the session that it ends with, as a cookie. */
    String run() throws IOException {
        return logIn(HOME).cookies();
    }

    /** The same for whoever's first page is another one. */
    Browser logIn(String home) throws IOException {
        browser.open(LOGIN);
        Browser.expect(CODE, pressLogin());
        browser.open(CODE);
        Browser.expect(
                home,
                browser.press(CODE, "submit", "one-time-password", AuthenticatorApp.code(Population.KEY.base32())));
        browser.open(home);
        return browser;
    }

    /** The form with the password alone; where it leads to. */
    String pressLogin() throws IOException {
        return browser.press(LOGIN, "sign-in", "user-id", Population.userId(member), "password", Population.PASSWORD);
    }
}
