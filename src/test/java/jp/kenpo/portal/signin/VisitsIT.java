package jp.kenpo.portal.signin;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
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
    void aTokenShowsItsHolderAtHisInsurerAndNobodyElsewhere() {
        Account sameUserIdElsewhere = given.anAccount();

        Visit here = visiting.visit(account, token);
        Visit elsewhere = visiting.visit(sameUserIdElsewhere, token);

        assertThat(here.caller()).map(Caller::accountId).contains(account.id());
        assertThat(elsewhere.caller()).isEmpty();
        assertThat(elsewhere.step()).isEqualTo(new SignInStep.NeedsPassword());
    }

    @Test
    void aVisitEndsWhenItIsNotUsed() {
        clock.moveBy(POLICY.idleLimit().minusSeconds(1));
        boolean before = isKnown();
        clock.moveBy(Duration.ofSeconds(1));

        assertThat(before).isTrue();
        assertThat(isKnown()).isFalse();
    }

    @Test
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
    void whoseMembershipEndedIsToldSoFromThatDayOn() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), Clocks.JAPAN);
        transactions.change(
                "update member set disqualified_on = ?1 where id = ?2", today.plusDays(1), account.memberId());
        SignInStep theDayBefore = visiting.visit(account, token).step();

        transactions.change("update member set disqualified_on = ?1 where id = ?2", today, account.memberId());

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
