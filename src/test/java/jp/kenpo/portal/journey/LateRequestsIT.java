package jp.kenpo.portal.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What still comes in from another tab, or from somebody who was thrown out, when the visit has gone on without it. */
@ExtendWith(Journey.class)
class LateRequestsIT {

    private static final String HOME = "/member/home.xhtml";
    private static final String LOGIN = "/sign-in/password.xhtml";
    private static final String SESSION_OVER = "/sign-in/session-over.xhtml";
    private static final String EMAIL = "/first-login/email.xhtml";

    private final PortalWithDatabase both;
    private final Newcomer newcomer;

    LateRequestsIT(PortalWithDatabase both) {
        this.both = both;
        this.newcomer = Newcomer.atDemo(both);
    }

    /** The answer with the new token is still on its way when the other tab signs out. */
    @Test
    @Tag("ASVS-7.4.1")
    void toSignOutEndsTheVisitAlsoWhenItsTokenHasJustBeenReplaced() {
        Visitor otherTab = beforeTheSecondFactor();

        otherTab.ask(WireRequest.post("/sign-out", ""));

        assertThat(newcomer.visitor().step()).isEqualTo(LOGIN);
        assertThat(rowsOf("sign_in_session")).isZero();
    }

    @Test
    void toReadAPageTakesNobodysNewCookieAway() {
        Visitor otherTab = beforeTheSecondFactor();

        Answer late = otherTab.get(HOME);

        assertThat(late.location()).startsWith(LOGIN);
        assertThat(late.cookiesSet()).noneMatch(cookie -> cookie.startsWith("sign-in="));
        assertThat(newcomer.visitor().step()).isEqualTo(HOME);
    }

    /** Another tab of the same browser, which has the token that the second factor has just replaced. */
    private Visitor beforeTheSecondFactor() {
        newcomer.asFarAs(HOME).signOut().logIn();
        Visitor otherTab = newcomer.visitor().copyAt(both.portal().demo());
        newcomer.asFarAs(HOME);
        return otherTab;
    }

    @Test
    @Tag("ASVS-7.4.3")
    void fromWhoWasSignedOutElsewhereNothingIsKept() {
        newcomer.asFarAs("/first-login/new-password.xhtml");
        Visitor intruder = newcomer.visitor().withoutCookies();
        intruder.logIn(newcomer.userId(), newcomer.password());
        newcomer.asFarAs(EMAIL);

        intruder.ask(WireRequest.post(EMAIL, Visitor.form("button-submit", "email", "intruder@example.jp")));

        assertThat(rowsOf("draft")).isZero();
    }

    @Test
    void fromWhoHasNotShownTheSecondFactorNothingIsKept() {
        newcomer.asFarAs(HOME).signOut().logIn();

        Answer answer = typedOn("/mfa-setup/one-time-password.xhtml", "device-name");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(rowsOf("draft")).isZero();
    }

    @Test
    void onAPageThatIsNoneNothingIsKept() {
        newcomer.asFarAs(HOME);

        assertThat(typedOn("/member/" + "a".repeat(200) + ".xhtml", "email").status())
                .isEqualTo(200);
        assertThat(typedOn("/member/a.xhtml", "email").status()).isEqualTo(200);
        assertThat(rowsOf("draft")).isZero();
    }

    private Answer typedOn(String page, String field) {
        return newcomer.visitor().ask(WireRequest.post("/session", "page=" + page + "&" + field + "=typed"));
    }

    /** A login page in another tab renews its challenge for ever. */
    @Test
    @Tag("ASVS-7.3.1")
    void whatALoginPageFetchesByItselfKeepsNoSessionAlive() {
        newcomer.asFarAs(HOME);
        both.time().moveBy(Duration.ofMinutes(29));
        newcomer.visitor().get(HOME);
        both.time().moveBy(Duration.ofMinutes(29));
        assertThat(newcomer.visitor().get(HOME).status()).as("a page does").isEqualTo(200);

        both.time().moveBy(Duration.ofMinutes(29));
        newcomer.visitor().ask(WireRequest.post("/sign-in/passkey-options", ""));
        both.time().moveBy(Duration.ofMinutes(2));

        assertThat(newcomer.visitor().get(HOME).location()).startsWith(SESSION_OVER);
    }

    private long rowsOf(String what) {
        String and = what.contains(" where ") ? " and " : " where ";
        return both.database().number("select count(*) from " + what + and + newcomer.isAccount());
    }
}
