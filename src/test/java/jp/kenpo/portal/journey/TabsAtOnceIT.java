package jp.kenpo.portal.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jp.kenpo.portal.container.Await;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/** One member in several tabs or on several devices, who presses in two of them at the same moment. */
@ExtendWith(Journey.class)
@Tag("ASVS-2.3.4")
class TabsAtOnceIT {

    private static final int TIMES = 10;
    private static final String HOME = "/member/home.xhtml";
    private static final String LOGIN = "/sign-in/password.xhtml";

    private final PortalWithDatabase both;
    private final Newcomer newcomer;

    TabsAtOnceIT(PortalWithDatabase both) {
        this.both = both;
        this.newcomer = Newcomer.atDemo(both);
    }

    @RepeatedTest(TIMES)
    void theTermsAreAcceptedOnce() {
        newcomer.asFarAs("/first-login/terms.xhtml");

        List<Answer> answers = atOnce(
                newcomer.filled("/first-login/terms.xhtml", "button-agree"),
                newcomer.filled("/first-login/terms.xhtml", "button-agree"));

        assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isEqualTo(303));
        assertThat(count("terms_acceptance")).isEqualTo(1);
        assertThat(newcomer.visitor().step()).isEqualTo("/first-login/user-id-and-method.xhtml");
    }

    @RepeatedTest(TIMES)
    void ofTwoPasswordsExactlyOneHolds() {
        String page = "/first-login/new-password.xhtml";
        newcomer.asFarAs(page);
        List<String> passwords = List.of("Hidarino2026tab", "Migino2026tab");

        List<Answer> answers = atOnce(passwords.stream()
                .map(password -> newcomer.filled(
                        page, "button-submit", "new-password", password, "password-confirmation", password))
                .toArray(WireRequest[]::new));

        assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isEqualTo(303));
        assertThat(passwords.stream().filter(this::letsIn)).hasSize(1);
        assertThat(events("PASSWORD_CHANGED")).isEqualTo(1);
    }

    private boolean letsIn(String password) {
        Visitor device = newcomer.visitor().withoutCookies();
        device.logIn(newcomer.userId(), password);
        return !device.step().equals(LOGIN);
    }

    @RepeatedTest(TIMES)
    @Tag("ASVS-6.5.1")
    void theCodeFromTheMailCountsOnce() {
        String page = "/first-login/email-code.xhtml";
        newcomer.asFarAs(page);
        String code = mailedCode();

        List<Answer> answers = atOnce(
                newcomer.filled(page, "button-submit", "confirmation-code", code),
                newcomer.filled(page, "button-submit", "confirmation-code", code));

        assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isLessThan(400));
        assertThat(events("EMAIL_CONFIRMED")).isEqualTo(1);
        assertThat(events("EMAIL_CODE_REFUSED")).as("no failure of his").isZero();
        assertThat(newcomer.visitor().step()).isEqualTo("/first-login/done.xhtml");
    }

    @RepeatedTest(TIMES)
    void ofTwoMethodsOneIsSetUpNext() {
        String page = "/mfa-setup/method.xhtml";
        newcomer.asFarAs("/mfa-setup/one-time-password.xhtml");

        List<Answer> answers = atOnce(
                newcomer.filled(page, "button-submit", "method", "PASSKEY"),
                newcomer.filled(page, "button-submit", "method", "OTP"));

        assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isEqualTo(303));
        assertThat(newcomer.visitor().step()).isIn("/mfa-setup/one-time-password.xhtml", "/mfa-setup/passkey.xhtml");
    }

    /** Whichever is first: a session that signing out met is over, one that was begun after it is new. */
    @RepeatedTest(TIMES)
    @Tag("ASVS-7.4.1")
    void aVisitThatIsSignedOutIsOverWhateverElseComesIn() {
        newcomer.asFarAs("/first-login/birth-date.xhtml");
        Visitor before = newcomer.visitor().copyAt(both.portal().demo());

        List<Answer> answers = atOnce(
                WireRequest.post("/sign-out", ""),
                newcomer.filled("/first-login/birth-date.xhtml", "button-submit", "birth-date", Newcomer.BIRTH_DATE));

        assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isEqualTo(303));
        assertThat(before.step()).startsWith(LOGIN);
        assertThat(count("sign_in_session")).isZero();
    }

    /** The second factor is shown while another tab of the same visit signs out: the token that it brings is dead. */
    @RepeatedTest(TIMES)
    @Tag("ASVS-7.4.1")
    void aSecondFactorRevivesNoVisitThatIsSignedOut() {
        newcomer.asFarAs(HOME).signOut().logIn();
        String page = newcomer.visitor().step();
        String code = newcomer.nextCode();

        atOnce(WireRequest.post("/sign-out", ""), newcomer.filled(page, "button-submit", "one-time-password", code));

        assertThat(count("sign_in_session")).isZero();
        // Either then or, where signing out came first, in another visit: the code was right.
        newcomer.logIn().press(page, "button-submit", "one-time-password", code);
        assertThat(events("SECOND_FACTOR_PROVED")).isEqualTo(1);
    }

    /** What "sign out of all devices" ends is ended, also where a device proves something in that moment. */
    @RepeatedTest(TIMES)
    @Tag("ASVS-7.4.3")
    void noOtherDeviceOutlivesSigningOutEverywhere() {
        String page = "/first-login/new-password.xhtml";
        newcomer.asFarAs(page);
        Visitor device = newcomer.visitor().withoutCookies();
        device.logIn(newcomer.userId(), newcomer.password());
        WireRequest everywhere = newcomer.filled(
                page,
                "button-submit",
                "new-password",
                Walk.PASSWORD,
                "password-confirmation",
                Walk.PASSWORD,
                "sign-out-everywhere",
                "on");
        WireRequest another = newcomer.filled(
                page, "button-submit", "new-password", "Migino2026tab", "password-confirmation", "Migino2026tab");
        Visitor here = newcomer.visitor().copyAt(both.portal().demo());

        atOnce(List.of(here, device), everywhere, another);

        assertThat(Stream.of(here, device).map(Visitor::step).filter(step -> !step.startsWith(LOGIN)))
                .as("the device whose password holds")
                .hasSize(1);
        assertThat(events("PASSWORD_CHANGED")).isEqualTo(1);
    }

    /** Sends each of them from a tab of its own, by threads that wait for each other first. */
    private List<Answer> atOnce(WireRequest... requests) {
        return atOnce(
                Stream.generate(() -> newcomer.visitor().copyAt(both.portal().demo()))
                        .limit(requests.length)
                        .toList(),
                requests);
    }

    private static List<Answer> atOnce(List<Visitor> tabs, WireRequest... requests) {
        CyclicBarrier start = new CyclicBarrier(requests.length);
        List<CompletableFuture<Answer>> answers = IntStream.range(0, requests.length)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> {
                            await(start);
                            return tabs.get(i).ask(requests[i]);
                        },
                        Visitor.SENDERS))
                .toList();
        return answers.stream().map(CompletableFuture::join).toList();
    }

    private static void await(CyclicBarrier start) {
        try {
            start.await();
        } catch (InterruptedException | BrokenBarrierException e) {
            throw new IllegalStateException(e);
        }
    }

    private String mailedCode() {
        Pattern mail = Pattern.compile(
                Pattern.quote(newcomer.userId() + "@example.jp") + ".*?\\n([0-9]{6})\\r?\\n", Pattern.DOTALL);
        String[] code = new String[1];
        Await.until("the mail with the code", () -> {
            Matcher found = mail.matcher(newcomer.visitor().get("/demo/mail").body());
            if (found.find()) {
                code[0] = found.group(1);
            }
            return code[0] != null;
        });
        return code[0];
    }

    private long count(String table) {
        return both.database().number("select count(*) from " + table + " where " + newcomer.isAccount());
    }

    private long events(String event) {
        return both.database()
                .number("select count(*) from audit_entry where event = '" + event + "' and " + newcomer.isAccount());
    }
}
