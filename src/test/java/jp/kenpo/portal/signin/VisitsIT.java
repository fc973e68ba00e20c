package jp.kenpo.portal.signin;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import jp.kenpo.portal.account.Account;
import jp.kenpo.portal.account.Accounts;
import jp.kenpo.portal.account.PasswordHash;
import jp.kenpo.portal.container.Given;
import jp.kenpo.portal.container.InContainer;
import jp.kenpo.portal.container.Transactions;
import jp.kenpo.portal.insurer.InsurerPolicy;
import jp.kenpo.portal.platform.Clocks;
import jp.kenpo.portal.platform.MovableClock;
import jp.kenpo.portal.platform.SecretToken;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@InContainer
class VisitsIT {

    private static final InsurerPolicy POLICY = InsurerPolicy.standard();

    @Inject
    Visiting visiting;

    @Inject
    SignInSessions sessions;

    @Inject
    Accounts accounts;

    @Inject
    Given given;

    @Inject
    Transactions transactions;

    @Inject
    MovableClock clock;

    private Account account;
    private SecretToken token;

    @BeforeEach
    void aMemberOnAVisit() {
        account = given.anAccount();
        token = visiting.begin(account);
    }

    @Test
    @Tag("ASVS-8.4.1")
    void aTokenShowsItsHolderAtHisInsurerAndNobodyElsewhere() {
        Account sameUserIdElsewhere = given.anAccount();

        Visit here = visiting.visit(account, token);
        Visit elsewhere = visiting.visit(sameUserIdElsewhere, token);

        assertThat(here.caller()).map(Caller::accountId).contains(account.id());
        assertThat(elsewhere.caller()).isEmpty();
        assertThat(elsewhere.step()).isEqualTo(new SignInStep.NeedsPassword());
    }

    @Test
    @Tag("ASVS-7.3.1")
    void aVisitEndsWhenItIsNotUsed() {
        clock.moveBy(POLICY.idleLimit().minusSeconds(1));
        boolean before = isKnown();
        clock.moveBy(Duration.ofSeconds(1));

        assertThat(before).isTrue();
        assertThat(isKnown()).isFalse();
    }

    @Test
    @Tag("ASVS-7.3.1")
    void aVisitThatTimedOutIsToldFromOneThatWasEndedElsewhere() throws Exception {
        SecretToken other = visiting.begin(account);
        Caller caller = visiting.caller(account, token);
        transactions.commit(() -> {
            Account locked = accounts.lock(account.id());
            sessions.endOthers(locked, (SignInSessions.Held.Current) sessions.hold(caller));
        });
        clock.moveBy(POLICY.idleLimit());

        assertThat(visiting.visit(account, token).past())
                .contains(new PastVisit(account.id(), PastVisit.Ending.TIMED_OUT));
        assertThat(visiting.visit(account, other).past())
                .contains(new PastVisit(account.id(), PastVisit.Ending.ENDED_ELSEWHERE));
    }

    @Test
    void aPasswordWithoutTheSecondFactorThatIsSetUpCountsForTenMinutes() throws Exception {
        transactions.change(
                "insert into totp_device (id, account_id, name, sealed_secret, created_at, confirmed_at, last_step, drift)"
                        + " values (nextval('id_sequence'), ?1, 'iPhone', ?2, ?3, ?3, 0, 0)",
                account.id(),
                new byte[1],
                OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
        clock.moveBy(Duration.ofMinutes(9));
        sessions.touch(visiting.caller(account, token));
        clock.moveBy(Duration.ofSeconds(59));
        SignInStep before = visiting.visit(account, token).step();
        clock.moveBy(Duration.ofSeconds(1));

        assertThat(before).isInstanceOf(SignInStep.NeedsSecondFactor.class);
        assertThat(visiting.visit(account, token).past())
                .contains(new PastVisit(account.id(), PastVisit.Ending.TIMED_OUT));
    }

    @Test
    @Tag("ASVS-7.3.2")
    void aVisitInUseGoesOnUntilItsAbsoluteLimit() {
        Duration betweenUses = POLICY.idleLimit().minusMinutes(10);
        long uses = POLICY.absoluteLimit().dividedBy(betweenUses) - 1;
        for (long use = 0; use < uses; use++) {
            clock.moveBy(betweenUses);
            sessions.touch(visiting.caller(account, token));
        }
        boolean before = isKnown();
        clock.moveBy(betweenUses);

        assertThat(before).isTrue();
        assertThat(isKnown()).isFalse();
    }

    @Test
    @Tag("ASVS-7.4.3")
    void endingTheOthersKeepsThisVisitAlone() throws Exception {
        SecretToken other = visiting.begin(account);
        Caller caller = visiting.caller(account, token);

        transactions.commit(() -> {
            Account locked = accounts.lock(account.id());
            sessions.endOthers(locked, (SignInSessions.Held.Current) sessions.hold(caller));
        });

        assertThat(isKnown()).isTrue();
        assertThat(visiting.visit(account, other).caller()).isEmpty();
    }

    @Test
    @Tag("ASVS-7.4.2")
    void whoseMembershipEndedIsToldSoFromThatDayOn() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), Clocks.JAPAN);
        transactions.change(
                "update member set disqualified_on = ?1 where id = ?2",
                today.plusDays(1),
                account.memberId().orElseThrow());
        SignInStep theDayBefore = visiting.visit(account, token).step();

        transactions.change(
                "update member set disqualified_on = ?1 where id = ?2",
                today,
                account.memberId().orElseThrow());

        assertThat(theDayBefore).isEqualTo(new SignInStep.NeedsBirthDate());
        assertThat(visiting.visit(account, token).step()).isEqualTo(new SignInStep.MembershipEnded());
    }

    @Test
    void aPasswordOfTheMembersOwnEndsVisitsThatRestOnTheInitialOne() throws Exception {
        transactions.commit(() -> accounts.lock(account.id()).setPassword(new PasswordHash("any"), clock.instant()));

        assertThat(isKnown()).isFalse();
    }

    private boolean isKnown() {
        return visiting.visit(account, token).caller().isPresent();
    }
}
