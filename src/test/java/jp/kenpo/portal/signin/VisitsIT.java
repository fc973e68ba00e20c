package jp.kenpo.portal.signin;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import jp.kenpo.portal.account.Account;
import jp.kenpo.portal.account.Accounts;
import jp.kenpo.portal.container.Given;
import jp.kenpo.portal.container.InContainer;
import jp.kenpo.portal.container.Transactions;
import jp.kenpo.portal.insurer.Insurer;
import jp.kenpo.portal.platform.MovableClock;
import jp.kenpo.portal.platform.SecretToken;
import jp.kenpo.portal.signin.SignInSessions.Held;
import org.junit.jupiter.api.Test;

@InContainer
class VisitsIT {

    @Inject
    Visits visits;

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

    @Test
    void aTokenOfOneInsurerIsNobodysAtTheOther() throws Exception {
        Insurer one = given.anInsurer();
        Insurer other = given.anInsurer();
        SecretToken token = open(given.anAccount(one, "testuser"));

        assertThat(visit(one, token).caller()).isPresent();
        assertThat(visit(other, token).caller()).isEmpty();
    }

    @Test
    void aHostThatNoInsurerHasLeadsNowhere() {
        assertThat(visits.find("nowhere.example", "")).isEmpty();
    }

    @Test
    void aVisitEndsWhenItWasNotUsedForHalfAnHour() throws Exception {
        Insurer insurer = given.anInsurer();
        SecretToken token = open(given.anAccount(insurer, "testuser"));

        clock.moveBy(Duration.ofMinutes(29));
        Caller caller = visit(insurer, token).caller().orElseThrow();
        sessions.touch(caller);
        clock.moveBy(Duration.ofMinutes(29));
        boolean alive = visit(insurer, token).caller().isPresent();
        clock.moveBy(Duration.ofMinutes(2));
        boolean afterwards = visit(insurer, token).caller().isPresent();

        assertThat(alive).isTrue();
        assertThat(afterwards).isFalse();
    }

    @Test
    void signingOutEverywhereElseLeavesThisVisitAlone() throws Exception {
        Insurer insurer = given.anInsurer();
        Account account = given.anAccount(insurer, "testuser");
        SecretToken here = open(account);
        SecretToken elsewhere = open(account);

        Caller caller = visit(insurer, here).caller().orElseThrow();
        transactions.commit(
                () -> sessions.endOthers(accounts.lock(account.id()), (Held.Current) sessions.hold(caller)));

        assertThat(visit(insurer, here).caller()).isPresent();
        assertThat(visit(insurer, elsewhere).caller()).isEmpty();
    }

    @Test
    void whoeverLeftTheInsurerSeesThatAndNothingElse() throws Exception {
        Insurer insurer = given.anInsurer();
        Account account = given.anAccount(insurer, "testuser");
        SecretToken token = open(account);

        transactions.change("update member set disqualified_on = date '2006-04-01' where id = ?1", account.memberId());

        assertThat(visit(insurer, token).step()).isInstanceOf(SignInStep.MembershipEnded.class);
        assertThat(visit(insurer, token).step().role()).isEmpty();
    }

    @Test
    void theFormerTokenBringsTheNewOneForTheSameFormAndTenSecondsOnly() throws Exception {
        Insurer insurer = given.anInsurer();
        Account account = given.anAccount(insurer, "testuser");
        SecretToken former = open(account);
        Caller caller = visit(insurer, former).caller().orElseThrow();
        SecretToken successor = transactions.commit(
                () -> sessions.rise((Held.Current) sessions.hold(caller), new Proof.TotpCode(1, clock.instant())));

        Held again = transactions.commit(() -> sessions.hold(caller));
        clock.moveBy(SignInSession.REPEAT);
        Held late = transactions.commit(() -> sessions.hold(caller));

        assertThat(again).isEqualTo(new Held.Answered(successor));
        assertThat(late).isEqualTo(new Held.Gone());
        assertThat(visit(insurer, former).caller()).isEmpty();
        assertThat(visit(insurer, successor).caller()).isPresent();
    }

    private SecretToken open(Account account) throws Exception {
        return transactions.commit(() -> sessions.open(account, new Proof.Password(true, clock.instant())));
    }

    private Visit visit(Insurer insurer, SecretToken token) {
        Optional<Visit> found = visits.find(given.authority(insurer), token.hash());
        return found.orElseThrow();
    }
}
