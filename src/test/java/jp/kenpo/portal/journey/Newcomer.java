package jp.kenpo.portal.journey;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.kenpo.portal.container.Await;

/** A member whom no other test knows, and his way in by forms alone. */
final class Newcomer {

    static final String BIRTH_DATE = "19710203";

    private static final String FORGOTTEN = "/recovery/forgotten-password.xhtml";
    private static final String LOST_DEVICE = "/sign-in/lost-device.xhtml";
    private static final String LOST_DEVICE_CODE = "/sign-in/lost-device-code.xhtml";
    private static final String CODE = "(?<=\\n)[0-9]{6}(?=\\R)";
    private static final String LINK = "/recovery/link\\.xhtml\\?token=[A-Za-z0-9_-]+";

    private static final String FORMER_ADDRESS = "/recovery/former-address\\.xhtml\\?token=[A-Za-z0-9_-]+";

    private static final AtomicInteger NUMBERS = new AtomicInteger(70_000);
    private static final Pattern KEY = Pattern.compile("id=\"key\" data-copy=\"([A-Z2-7]+)\"");

    private final Visitor visitor;
    private final String userId;
    private final String name;
    private final String method;
    private final AuthenticatorApp app;
    private String password;
    private String key = "";

    private Newcomer(Visitor visitor, int number, String method, AuthenticatorApp app) {
        this.visitor = visitor;
        this.userId = "newcomer" + number;
        this.name = "植込 " + number;
        this.method = method;
        this.app = app;
        this.password = "9999" + number + BIRTH_DATE;
    }

    private Newcomer(Visitor visitor, Newcomer same) {
        this.visitor = visitor;
        this.userId = same.userId;
        this.name = same.name;
        this.method = same.method;
        this.app = same.app;
        this.password = same.password;
        this.key = same.key;
    }

    /**
     * In the roster of an insurer, with an account that was never used.
     *
     * @param portal the insurer's address
     * @param method the second factor that he will choose
     */
    static Newcomer at(String insurer, String portal, PortalWithDatabase both, String method) {
        return at(insurer, new Visitor(portal), both.database(), method, both.time());
    }

    private static Newcomer at(
            String insurer, Visitor visitor, DatabaseServer database, String method, PortalTime time) {
        int number = NUMBERS.incrementAndGet();
        Newcomer newcomer = new Newcomer(visitor, number, method, AuthenticatorApp.in(time));
        database.run("insert into member (id, insurer_id, symbol, number, branch, name, kana, birth_date, qualified_on)"
                + " select nextval('id_sequence'), id, '9999', '" + number + "', '01', '" + newcomer.name + "', 'ウエコミ',"
                + " date '1971-02-03', date '2000-04-01' from insurer where code = '" + insurer + "'");
        database.run("insert into account (id, insurer_id, member_id, user_id, epoch, email_state, version)"
                + " select nextval('id_sequence'), insurer_id, id, '" + newcomer.userId + "', 0, 'NONE', 0"
                + " from member where number = '" + number + "'");
        return newcomer;
    }

    static Newcomer atDemo(PortalWithDatabase both) {
        return at("demo", both.portal().demo(), both, "OTP");
    }

    /** The same, by the way that a visitor takes. */
    static Newcomer atDemo(Visitor visitor, DatabaseServer database, PortalTime time) {
        return at("demo", visitor, database, "OTP", time);
    }

    Visitor visitor() {
        return visitor;
    }

    String userId() {
        return userId;
    }

    /** As only his own pages may show it. */
    String name() {
        return name;
    }

    /** 番号; the 記号 is 9999. */
    String number() {
        return name.replaceAll("[^0-9]", "");
    }

    String password() {
        return password;
    }

    /** Which row of account he is, as a condition of SQL. */
    String isAccount() {
        return "account_id = (select id from account where user_id = '" + userId + "')";
    }

    /** A code of his app that was not yet used. */
    String nextCode() {
        return app.another(key);
    }

    Newcomer logIn() {
        visitor.logIn(userId, password);
        return this;
    }

    Newcomer signOut() {
        visitor.ask(WireRequest.post("/sign-out", ""));
        return this;
    }

    /** His insurance ended long ago. */
    Newcomer losesMembership(DatabaseServer database) {
        database.run("update member set disqualified_on = date '2020-03-31' where name = '" + name + "'");
        return this;
    }

    /** His initial password is too old. */
    Newcomer cameTooLate(DatabaseServer database) {
        database.run("update account set initial_password_expires_at = timestamp with time zone"
                + " '2020-01-01 00:00:00+09' where user_id = '" + userId + "'");
        return this;
    }

    /** His address was confirmed long ago, whatever he did of himself. */
    Newcomer confirmsHisAddress(DatabaseServer database) {
        database.run("update account set email_state = 'CONFIRMED',"
                + " email_decided_at = timestamp with time zone '2026-01-01 00:00:00+09' where user_id = '" + userId
                + "'");
        return this;
    }

    /** Has none of his devices any more: he asks to be let in without, and waits. */
    Newcomer losesAllDevices() {
        logIn();
        String former = new DemoMail(visitor).find(email(), CODE).orElse("");
        press(LOST_DEVICE, "button-send");
        press(LOST_DEVICE_CODE, "button-submit", "confirmation-code", awaitEmailCodeAfter(former));
        return this;
    }

    /** Staff took all that he confirms with away. */
    Newcomer isResetByStaff(PortalWithDatabase both) {
        both.database().run("delete from totp_device where " + isAccount());
        both.database()
                .run("update account set factors_reset_at = timestamp with time zone '"
                        + both.time().now() + "', epoch = epoch + 1 where user_id = '" + userId + "'");
        return this;
    }

    /** As if he had always been one of the insurer's staff. */
    Newcomer isOfTheStaff(DatabaseServer database, String role) {
        database.run("update account set member_id = null, staff_name = '" + name + "', staff_role = '" + role
                + "' where user_id = '" + userId + "'");
        return this;
    }

    /** Asks for the link that replaces a forgotten password, and presses its button. */
    Newcomer forgetsPassword() {
        press(FORGOTTEN, "button-submit", "user-id", userId, "birth-date", BIRTH_DATE);
        String link = awaitLink();
        visitor.ask(filled(link, "button-go-on"));
        return this;
    }

    /** The page of the newest link that was sent to him. */
    String awaitLink() {
        return awaitMail(email(), LINK);
    }

    /** Has another address, and the page of the link by which he could have his own back. */
    String changesHisAddress() {
        String other = "other-" + email();
        press("/member/email.xhtml", "button-submit", "email", other);
        press("/member/email-code.xhtml", "button-submit", "confirmation-code", awaitMail(other, CODE));
        return awaitMail(email(), FORMER_ADDRESS);
    }

    /** The page that stops whoever waits for being let in without his devices. */
    String awaitStopLink() {
        return awaitMail(email(), "/recovery/stop\\.xhtml\\?token=[A-Za-z0-9_-]+");
    }

    /** Waits for a mail to him in which something stands. */
    void awaitMailAbout(String words) {
        awaitMail(email(), Pattern.quote(words));
    }

    /** The newest code that was sent to him. */
    String awaitEmailCode() {
        return awaitMail(email(), CODE);
    }

    /** The newest code that was sent to him, once it is another than the former one. */
    String awaitEmailCodeAfter(String former) {
        AtomicReference<String> read = new AtomicReference<>(former);
        Await.until("another code for " + userId, () -> {
            read.set(new DemoMail(visitor).find(email(), CODE).orElse(former));
            return !read.get().equals(former);
        });
        return read.get();
    }

    private String awaitMail(String address, String what) {
        return new DemoMail(visitor).await(address, what);
    }

    String email() {
        return userId + "@example.jp";
    }

    /** The same member in another browser, by another way. */
    Newcomer elsewhere(Visitor other) {
        return new Newcomer(other, this);
    }

    /** Goes on until a page is the step that is open. */
    Newcomer asFarAs(String page) {
        for (String step = visitor.step(); !step.equals(page); ) {
            take(step);
            String next = visitor.step();
            if (next.equals(step)) {
                throw new IllegalStateException(userId + " does not get past " + step);
            }
            step = next;
        }
        return this;
    }

    private void take(String step) {
        if (step.equals("/first-login/done.xhtml") && !visitor.get(step).body().contains("button-set-up-now")) {
            signOut();
        } else {
            visitor.ask(formOf(step));
        }
    }

    /** What he sends to take a step. */
    WireRequest formOf(String step) {
        return switch (step) {
            case "/sign-in/password.xhtml" -> filled(step, "button-sign-in", "user-id", userId, "password", password);
            case "/first-login/birth-date.xhtml" -> filled(step, "button-submit", "birth-date", BIRTH_DATE);
            case "/first-login/terms.xhtml" -> filled(step, "button-agree");
            case "/first-login/user-id-and-method.xhtml" -> filled(step, "button-submit", "method", method);
            case "/first-login/new-password.xhtml" -> withNewPassword(step);
            case "/first-login/email.xhtml" -> filled(step, "button-submit", "email", email());
            case "/first-login/email-code.xhtml" -> filled(step, "button-later");
            case "/first-login/done.xhtml" -> filled(step, "button-set-up-now");
            case "/mfa-setup/one-time-password.xhtml" -> withFirstCode(step);
            case "/sign-in/second-factor.xhtml" -> withNextCode(step);
            default -> throw new IllegalStateException("No way on from " + step);
        };
    }

    private WireRequest withNewPassword(String step) {
        password = Walk.PASSWORD;
        return filled(step, "button-submit", "new-password", password, "password-confirmation", password);
    }

    private WireRequest withFirstCode(String step) {
        Answer page = visitor.get(step);
        Matcher shown = KEY.matcher(page.body());
        if (!shown.find()) {
            throw new IllegalStateException("No key on " + step);
        }
        key = shown.group(1);
        // The page first, then the code, which grows old while a page comes in.
        PageForm form = PageForm.with("button-submit", page);
        return form.type("one-time-password", app.first(key)).press("button-submit");
    }

    private WireRequest withNextCode(String step) {
        PageForm form = PageForm.with("button-submit", visitor.get(step));
        return form.type("one-time-password", nextCode()).press("button-submit");
    }

    /** Fills the form of a page, presses the button, and returns what is answered. */
    Answer press(String page, String button, String... namesAndValues) {
        return visitor.ask(filled(page, button, namesAndValues));
    }

    /** The form of a page, filled and ready to be sent. */
    WireRequest filled(String page, String button, String... namesAndValues) {
        PageForm form = PageForm.with(button, visitor.get(page));
        for (int i = 0; i < namesAndValues.length; i += 2) {
            form = form.type(namesAndValues[i], namesAndValues[i + 1]);
        }
        return form.press(button);
    }
}
