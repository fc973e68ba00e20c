package jp.kenpo.portal.selfservice;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import jp.kenpo.portal.account.Account;
import jp.kenpo.portal.audit.AuditEvent;
import jp.kenpo.portal.audit.Recorded;
import jp.kenpo.portal.container.Given;
import jp.kenpo.portal.container.InContainer;
import jp.kenpo.portal.container.OwnRequests;
import jp.kenpo.portal.container.Transactions;
import jp.kenpo.portal.insurer.Insurer;
import jp.kenpo.portal.insurer.InsurerPolicy;
import jp.kenpo.portal.platform.MovableClock;
import jp.kenpo.portal.platform.SecretToken;
import jp.kenpo.portal.secondfactor.AuthenticatorApp;
import jp.kenpo.portal.signin.Caller;
import jp.kenpo.portal.signin.OpenVisit;
import jp.kenpo.portal.signin.OpenVisits;
import jp.kenpo.portal.signin.PastVisit;
import jp.kenpo.portal.signin.SignInSessions;
import jp.kenpo.portal.signin.Visiting;
import jp.kenpo.portal.web.UserAgent;
import jp.kenpo.portal.web.UserAgent.Browser;
import jp.kenpo.portal.web.UserAgent.OperatingSystem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@InContainer
class SessionsIT {

    private static final InsurerPolicy POLICY = InsurerPolicy.standard();

    @Inject
    OwnSessions ownSessions;

    @Inject
    OpenVisits openVisits;

    @Inject
    SignInSessions sessions;

    @Inject
    AuthenticatorApp app;

    @Inject
    Visiting visiting;

    @Inject
    Recorded recorded;

    @Inject
    Given given;

    @Inject
    Transactions transactions;

    @Inject
    MovableClock clock;

    private Insurer insurer;
    private Account account;
    private SecretToken elsewhere;
    private Caller caller;

    @BeforeEach
    void aMemberOnTwoDevices() {
        insurer = given.anInsurer();
        account = given.anAccount(insurer, "testuser");
        elsewhere = visiting.begin(account);
        clock.moveBy(Duration.ofSeconds(90));
        caller = visiting.beginAsCaller(account);
    }

    @Test
    @Tag("ASVS-7.5.2")
    void aMemberSeesWhereHeIsSignedInAndWhichIsThisOne() {
        Instant now = clock.instant();
        transactions.change("update sign_in_session set device = 'safari iphone' where id = ?1", id(elsewhere));

        assertThat(seen())
                .containsExactly(
                        new OpenVisit(caller.sessionId(), UserAgent.UNKNOWN, now, now, false, true),
                        new OpenVisit(
                                id(elsewhere),
                                new UserAgent(Browser.SAFARI, OperatingSystem.IPHONE),
                                now.minusSeconds(90),
                                now.minusSeconds(90),
                                false,
                                false));
    }

    /** The test's own browser is none of those that are known by name. */
    @Test
    void ofTheBrowserTwoShortNamesAreKept() {
        assertThat(transactions.rows("select device from sign_in_session where id = ?1", caller.sessionId()))
                .hasToString("[unknown unknown]");
    }

    @Test
    void visitsOlderThanTheNoteAreOfAnUnknownDevice() {
        transactions.change("update sign_in_session set device = null where account_id = ?1", account.id());

        assertThat(seen()).extracting(OpenVisit::device).containsOnly(UserAgent.UNKNOWN);
    }

    @Test
    void nobodySeesAnothersVisits() {
        Account other = given.anAccount();
        visiting.begin(other);

        assertThat(seen()).hasSize(2);
    }

    @Test
    void whatWasNotUsedForTooLongIsOver() {
        clock.moveBy(POLICY.idleLimit().minusSeconds(91));
        List<OpenVisit> before = seen();
        clock.moveBy(Duration.ofSeconds(1));

        assertThat(before).hasSize(2);
        assertThat(seen()).extracting(OpenVisit::sessionId).containsExactly(caller.sessionId());
    }

    @Test
    void whatLastedTooLongIsOverThoughItIsInUse() {
        Caller old = visiting.caller(account, elsewhere);
        Duration betweenUses = POLICY.idleLimit().minusMinutes(10);
        for (Duration at = Duration.ofSeconds(90);
                at.compareTo(POLICY.absoluteLimit()) < 0;
                at = at.plus(betweenUses)) {
            assertThat(seen()).hasSize(2);
            clock.moveBy(betweenUses);
            sessions.touch(old);
            sessions.touch(caller);
        }

        assertThat(seen()).extracting(OpenVisit::sessionId).doesNotContain(old.sessionId());
    }

    @Test
    void whoeverHasOnlyShownThePasswordIsSeenAsLongAsItCounts() {
        app.setUpBefore(account);
        Caller here = visiting.beginAsCaller(account);
        clock.moveBy(Duration.ofMinutes(9));
        List<OpenVisit> before = openVisits.of(here, POLICY);
        clock.moveBy(Duration.ofMinutes(1));

        assertThat(before).isNotEmpty().noneMatch(OpenVisit::signedIn);
        assertThat(openVisits.of(here, POLICY)).isEmpty();
    }

    @Test
    @Tag("ASVS-7.5.2")
    void whatIsEndedIsEndedAndIsToldSo() {
        Change outcome = ownSessions.end(caller, id(elsewhere));

        assertThat(outcome).isEqualTo(new Change.Made());
        assertThat(visiting.visit(account, elsewhere).caller()).isEmpty();
        assertThat(visiting.visit(account, elsewhere).past())
                .map(PastVisit::ending)
                .contains(PastVisit.Ending.ENDED_ELSEWHERE);
        assertThat(seen()).extracting(OpenVisit::sessionId).containsExactly(caller.sessionId());
        assertThat(recorded.of(account.id())).endsWith(AuditEvent.SESSION_ENDED);
    }

    @Test
    void aSecondClickOrAPageThatIsOldIsNoFault() throws Exception {
        long ended = id(elsewhere);
        Callable<Change> click = () -> ownSessions.end(caller, ended);

        assertThat(OwnRequests.atOnce(List.of(click, click))).containsOnly(new Change.Made());
        assertThat(ownSessions.end(caller, ended)).isEqualTo(new Change.Made());
        assertThat(recorded.of(account.id())).containsOnlyOnce(AuditEvent.SESSION_ENDED);
    }

    @Test
    @Tag("ASVS-7.5.2")
    void nobodyEndsAnothersVisit() {
        Account other = given.anAccount();
        SecretToken others = visiting.begin(other);
        Account neighbour = given.anAccount(insurer, "neighbour");
        SecretToken neighbours = visiting.begin(neighbour);

        assertThat(ownSessions.end(caller, visiting.caller(other, others).sessionId()))
                .isEqualTo(new Change.Made());
        ownSessions.end(caller, visiting.caller(neighbour, neighbours).sessionId());
        ownSessions.end(caller, 0);

        assertThat(visiting.visit(other, others).caller()).isPresent();
        assertThat(visiting.visit(neighbour, neighbours).caller()).isPresent();
        assertThat(recorded.of(account.id())).doesNotContain(AuditEvent.SESSION_ENDED);
    }

    @Test
    void thisVisitIsEndedBySigningOutOnly() {
        ownSessions.end(caller, caller.sessionId());

        assertThat(seen()).hasSize(2);
    }

    @Test
    @Tag("ASVS-7.4.3")
    @Tag("ASVS-7.5.2")
    void allOthersAreEndedAndTheirOwnerGoesOn() {
        SecretToken third = visiting.begin(account);

        assertThat(ownSessions.endOthers(caller)).isEqualTo(new Change.Made());
        assertThat(ownSessions.endOthers(caller)).isEqualTo(new Change.Made());

        assertThat(visiting.visit(account, elsewhere).caller()).isEmpty();
        assertThat(visiting.visit(account, third).caller()).isEmpty();
        assertThat(transactions.rows(
                        "select s.id from sign_in_session s join account a on a.id = s.account_id and a.epoch = s.epoch"
                                + " where a.id = ?1",
                        account.id()))
                .hasToString("[" + caller.sessionId() + "]");
        assertThat(recorded.of(account.id())).endsWith(AuditEvent.SIGNED_OUT_EVERYWHERE);
    }

    /** Two windows, each of which ends the other at the same moment: one of them stays. */
    @Test
    void ofTwoThatEndEachOtherOneStays() throws Exception {
        Caller other = visiting.caller(account, elsewhere);

        List<Change> outcomes = OwnRequests.atOnce(List.of(
                () -> ownSessions.end(caller, other.sessionId()), () -> ownSessions.end(other, caller.sessionId())));

        assertThat(outcomes).containsExactlyInAnyOrder(new Change.Made(), new Change.NotNow());
        assertThat(visiting.visit(account, elsewhere).caller().isPresent())
                .isEqualTo(outcomes.get(1) instanceof Change.Made);
    }

    /** His form was coming in when he was signed out: it does nothing any more. */
    @Test
    void whoWasSignedOutEndsNobody() {
        Caller out = visiting.caller(account, elsewhere);
        ownSessions.end(caller, out.sessionId());

        assertThat(ownSessions.end(out, caller.sessionId())).isEqualTo(new Change.NotNow());
        assertThat(ownSessions.endOthers(out)).isEqualTo(new Change.NotNow());
        assertThat(seen()).extracting(OpenVisit::sessionId).containsExactly(caller.sessionId());
    }

    private long id(SecretToken token) {
        return visiting.caller(account, token).sessionId();
    }

    private List<OpenVisit> seen() {
        return openVisits.of(caller, POLICY);
    }
}
