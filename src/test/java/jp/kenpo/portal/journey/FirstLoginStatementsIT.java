package jp.kenpo.portal.journey;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** The same as {@link StatementsIT}, of the first login and of what a second factor is set up with. */
@ExtendWith(Journey.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FirstLoginStatementsIT {

    private static final String LOGIN = "/sign-in/password.xhtml";
    private static final String COOKIE = "/sign-in/cookie";
    private static final String BIRTH_DATE = "/first-login/birth-date.xhtml";
    private static final String TERMS = "/first-login/terms.xhtml";
    private static final String USER_ID_AND_METHOD = "/first-login/user-id-and-method.xhtml";
    private static final String FIRST_PASSWORD = "/first-login/new-password.xhtml";
    private static final String EMAIL = "/first-login/email.xhtml";
    private static final String EMAIL_CODE = "/first-login/email-code.xhtml";
    private static final String FIRST_LOGIN_DONE = "/first-login/done.xhtml";
    private static final String METHOD = "/mfa-setup/method.xhtml";
    private static final String SET_UP_APP = "/mfa-setup/one-time-password.xhtml";
    private static final String SET_UP_PASSKEY = "/mfa-setup/passkey.xhtml";
    private static final String SET_UP_FAILED = "/mfa-setup/passkey-failed.xhtml";
    private static final String PASSKEY_NAME = "/mfa-setup/passkey-name.xhtml";
    private static final String SET_UP_DONE = "/mfa-setup/done.xhtml";
    private static final String HOME = "/member/home.xhtml";

    private static final String[] CANCELLED = {"passkey-failure", "NotAllowedError"};

    private final PortalWithDatabase both;
    private final DatabaseServer database;
    private StatementTrace trace;

    FirstLoginStatementsIT(PortalWithDatabase both) {
        this.both = both;
        this.database = both.database();
    }

    /** What is kept in memory is there then, and so is the row by which those who come from one address are counted. */
    @BeforeAll
    void begin() {
        Newcomer.atDemo(both).asFarAs(USER_ID_AND_METHOD);
        trace = new StatementTrace(both);
    }

    @AfterAll
    void end() {
        trace.close();
    }

    @Test
    void aFirstLoginWithAnApp() throws IOException {
        Newcomer member = Newcomer.atDemo(both);
        Ledger ledger = new Ledger(trace, member);

        ledger.get("/");
        lookAndTake(ledger, LOGIN);
        ledger.get(COOKIE);
        lookAndTake(ledger, BIRTH_DATE, TERMS, USER_ID_AND_METHOD, FIRST_PASSWORD, EMAIL);
        ledger.get(EMAIL_CODE);
        ledger.press(EMAIL_CODE, "button-submit", "confirmation-code", member.awaitEmailCode());
        lookAndTake(ledger, FIRST_LOGIN_DONE);
        ledger.get(SET_UP_APP);
        ledger.when("again").get(SET_UP_APP);
        ledger.take(SET_UP_APP);
        ledger.get(SET_UP_DONE);
        ledger.get(HOME);
        ledger.post("/sign-out", "");

        ledger.hold("aFirstLoginWithAnApp");
    }

    private static void lookAndTake(Ledger ledger, String... steps) {
        for (String step : steps) {
            ledger.get(step);
            ledger.take(step);
        }
    }

    @Test
    void otherWaysThroughTheFirstLogin() throws IOException {
        Newcomer member = Newcomer.atDemo(both).asFarAs(BIRTH_DATE);
        Ledger ledger = new Ledger(trace, member);

        ledger.when("wrong").press(BIRTH_DATE, "button-submit", "birth-date", "19710204");
        member.asFarAs(TERMS);
        ledger.press(TERMS, "button-disagree");
        ledger.get("/first-login/terms-declined.xhtml");
        member.asFarAs(USER_ID_AND_METHOD);
        String taken = Newcomer.atDemo(both).userId();
        ledger.when("taken").press(USER_ID_AND_METHOD, "button-submit", "method", "OTP", "user-id", taken);
        String changed = "changed" + member.number();
        ledger.when("changed").press(USER_ID_AND_METHOD, "button-submit", "method", "OTP", "user-id", changed);
        ledger.post("/password-strength", "password=Tanpopo");

        ledger.hold("otherWaysThroughTheFirstLogin");
    }

    @Test
    void otherWaysWithTheAddress() throws IOException {
        Newcomer member = Newcomer.atDemo(both).asFarAs(EMAIL_CODE);
        Ledger ledger = new Ledger(trace, member);

        ledger.when("wrong").press(EMAIL_CODE, "button-submit", "confirmation-code", "000000");
        ledger.when("too early").press(EMAIL_CODE, "button-resend");
        both.time().moveBy(Duration.ofMinutes(2));
        ledger.press(EMAIL_CODE, "button-resend");
        ledger.press(EMAIL_CODE, "button-change-address");
        ledger.when("the same").take(EMAIL);
        ledger.press(EMAIL_CODE, "button-later");

        ledger.hold("otherWaysWithTheAddress");
    }

    @Test
    void aPasskeyIsSetUp() throws IOException {
        Newcomer member = aMemberWhoWantsAPasskey();
        Ledger ledger = new Ledger(trace, member);

        ledger.get(SET_UP_PASSKEY);
        ledger.when("cancelled").press(SET_UP_PASSKEY, "button-go-on", CANCELLED);
        ledger.get(SET_UP_FAILED);
        Answer options = ledger.when("first").ask(PasskeyPhone.options("/mfa-setup"));
        ledger.ask(phone(member).create(SET_UP_PASSKEY, "button-go-on", options));
        ledger.get(PASSKEY_NAME);
        ledger.press(PASSKEY_NAME, "button-cancel");
        ledger.press(PASSKEY_NAME, "button-ok", "device-name", "Pixel");
        ledger.get(SET_UP_DONE);
        options = ledger.when("further").ask(PasskeyPhone.options("/mfa-setup"));
        ledger.when("further").ask(phone(member).create(SET_UP_FAILED, "button-again", options));

        ledger.hold("aPasskeyIsSetUp");
    }

    @Test
    void theMethodIsChanged() throws IOException {
        Ledger ledger = new Ledger(trace, aMemberWhoWantsAPasskey());

        ledger.press(SET_UP_FAILED, "button-switch-to-otp");
        ledger.get(METHOD);
        ledger.press(METHOD, "button-submit", "method", "PASSKEY");
        ledger.press(METHOD, "button-submit", "method", "OTP");
        ledger.when("wrong").press(SET_UP_APP, "button-submit", "one-time-password", "000000");

        ledger.hold("theMethodIsChanged");
    }

    private Newcomer aMemberWhoWantsAPasskey() {
        return Newcomer.at("demo", both.portal().demo(), both, "PASSKEY").asFarAs(SET_UP_PASSKEY);
    }

    private PasskeyPhone phone(Newcomer member) {
        return new PasskeyPhone(member, both.portal().demo());
    }
}
