package jp.kenpo.portal.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import jp.kenpo.portal.container.Await;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The database goes away in the middle of each step, at once, after seven answers, after fourteen, and so on until the
 * step is through: the member reads that it will be back, the step is done wholly or not at all, and he goes on.
 */
class LostConnectionIT {

    private static final Path DATA =
            Path.of("target", "journeys", "wire-" + ProcessHandle.current().pid());
    private static final PortalTime TIME = new PortalTime(DATA);
    private static final int STRIDE = 7;

    private static DatabaseServer database;
    private static CutWire wire;
    private static PortalProcess portal;

    @BeforeAll
    static void start() {
        database = new DatabaseServer(DATA);
        wire = new CutWire(database.port());
        portal = PortalProcess.start(DATA, database.urlBy(wire.port()), TIME);
    }

    @AfterAll
    static void stop() {
        portal.close();
        wire.close();
        database.close();
    }

    @ParameterizedTest
    @CsvSource({
        "/first-login/birth-date.xhtml, BIRTH_DATE_CONFIRMED",
        "/first-login/terms.xhtml, TERMS_ACCEPTED",
        "/first-login/user-id-and-method.xhtml, METHOD_CHOSEN",
        "/first-login/new-password.xhtml, PASSWORD_CHANGED",
        "/first-login/email.xhtml, EMAIL_ENTERED",
        "/first-login/email-code.xhtml, EMAIL_PUT_OFF",
        "/first-login/done.xhtml, HAND_OVER_CONTINUED",
        "/mfa-setup/one-time-password.xhtml, TOTP_DEVICE_ADDED",
        "/sign-in/second-factor.xhtml, SECOND_FACTOR_PROVED",
    })
    @Tag("ASVS-2.3.3")
    @Tag("ASVS-16.5.2")
    @Tag("ASVS-16.5.3")
    void leavesNoStepHalfDone(String step, String event) {
        Newcomer member = Newcomer.atDemo(new Visitor(portal.demo()), database, TIME);
        if (step.equals("/sign-in/second-factor.xhtml")) {
            member.asFarAs("/member/home.xhtml").signOut().logIn();
        } else {
            member.asFarAs(step);
        }

        int answers = 0;
        while (isLostAfter(answers, member, step)) {
            answers += STRIDE;
        }

        assertThat(member.visitor().step()).isNotEqualTo(step);
        assertThat(database.number(
                        "select count(*) from audit_entry where event = '" + event + "' and " + member.isAccount()))
                .isOne();
    }

    /** Whose last use is longer ago has it noted before any page or filter is asked, which can fail as well. */
    @ParameterizedTest
    @ValueSource(ints = {2, 4, 6, 8})
    @Tag("ASVS-16.5.2")
    void saysThatItWillBeBackBeforeAnyPageIsAsked(int answers) {
        Newcomer member = Newcomer.atDemo(new Visitor(portal.demo()), database, TIME);
        String page = "/first-login/birth-date.xhtml";
        String heading = member.asFarAs(page).visitor().get(page).heading();
        TIME.moveBy(Duration.ofMinutes(2));

        wire.cutAfter(answers);
        Answer answer = member.visitor().get(page);
        wire.mend();
        Await.until("the portal is back", () -> member.visitor().get("/").status() == 303);

        if (answer.status() == 200) {
            assertThat(answer.heading()).isEqualTo(heading);
        } else {
            isUnavailable(answer);
        }
    }

    /** Whether the step is still to be taken, since the database was gone after so many answers. */
    private boolean isLostAfter(int answers, Newcomer member, String step) {
        // Each try counts, also one that nobody could answer; the waits are another test's.
        database.run("delete from guess_budget");
        WireRequest form = member.formOf(step);
        wire.cutAfter(answers);
        Answer answer = member.visitor().ask(form);
        wire.mend();
        Await.until("the portal is back", () -> member.visitor().get("/").status() == 303);
        if (answer.status() != 303) {
            isUnavailable(answer);
        }
        return member.visitor().step().equals(step);
    }

    private static void isUnavailable(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(503);
        assertThat(answer.heading()).isEqualTo("ただいまご利用いただけません");
    }
}
