package jp.kenpo.portal.selfservice;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import jp.kenpo.portal.account.Account;
import jp.kenpo.portal.account.Accounts;
import jp.kenpo.portal.account.UserId;
import jp.kenpo.portal.audit.AuditEvent;
import jp.kenpo.portal.audit.Recorded;
import jp.kenpo.portal.container.Given;
import jp.kenpo.portal.container.InContainer;
import jp.kenpo.portal.container.OwnRequests;
import jp.kenpo.portal.container.Transactions;
import jp.kenpo.portal.firstlogin.UserIdChoice;
import jp.kenpo.portal.insurer.CurrentInsurer;
import jp.kenpo.portal.insurer.Insurer;
import jp.kenpo.portal.platform.MovableClock;
import jp.kenpo.portal.platform.Refusal;
import jp.kenpo.portal.secondfactor.AuthenticatorApp;
import jp.kenpo.portal.secondfactor.TotpDevice;
import jp.kenpo.portal.signin.Caller;
import jp.kenpo.portal.signin.Visiting;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@InContainer
class UserIdChangeIT {

    private static final UserId WANTED = new UserId("taro-1980");
    private static final Change TAKEN = new Change.Refused(Refusal.of("user-id.taken"));

    @Inject
    UserIdChange userIdChange;

    @Inject
    UserIdChoice choice;

    @Inject
    Accounts accounts;

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
    private CurrentInsurer here;
    private Account account;
    private Caller caller;

    @BeforeEach
    void aMemberWhoHasJustSignedIn() {
        insurer = given.anInsurer();
        account = given.anAccount(insurer, "testuser");
        here = visiting.insurerOf(account);
        caller = signIn(account);
    }

    private Caller signIn(Account member) {
        TotpDevice device = app.setUpBefore(member);
        return visiting.beginWith(member, device);
    }

    @Test
    void theMemberIsFoundByTheNewUserIdAlone() {
        assertThat(change(WANTED)).isEqualTo(new Change.Made());

        assertThat(accounts.find(insurer.id(), WANTED))
                .hasValueSatisfying(found -> assertThat(found.account().id()).isEqualTo(account.id()));
        assertThat(accounts.find(insurer.id(), new UserId("testuser"))).isEmpty();
        assertThat(recorded.of(account.id())).endsWith(AuditEvent.USER_ID_CHANGED);
    }

    @Test
    @Tag("ASVS-6.3.7")
    void theMemberIsToldOfItOnce() throws Exception {
        transactions.change(
                "update member set roster_email = 'taro@roster.example' where id = ?1",
                account.memberId().orElseThrow());

        List<Change> outcomes = OwnRequests.atOnce(2, () -> change(WANTED));

        assertThat(outcomes).containsExactly(new Change.Made(), new Change.Made());
        assertThat(transactions.rows("select template from outgoing_mail where insurer_id = ?1", insurer.id()))
                .hasToString("[USER_ID_CHANGED]");
        assertThat(recorded.of(account.id()))
                .filteredOn(AuditEvent.USER_ID_CHANGED::equals)
                .hasSize(1);
    }

    @Test
    void whatSomebodyElseHasStaysHis() {
        given.anAccount(insurer, WANTED.value());

        assertThat(change(WANTED)).isEqualTo(TAKEN);
        assertThat(userIdOf(account)).isEqualTo("testuser");
    }

    @Test
    void ofTwoWhoWantTheSameAtOnceOneHasIt() throws Exception {
        Account other = given.anAccount(insurer, "hanako-77");
        Caller rival = signIn(other);

        List<Change> outcomes =
                OwnRequests.atOnce(List.of(() -> change(WANTED), () -> userIdChange.change(here, rival, WANTED)));

        assertThat(outcomes).containsExactlyInAnyOrder(new Change.Made(), TAKEN);
        assertThat(List.of(userIdOf(account), userIdOf(other))).containsOnlyOnce(WANTED.value());
    }

    @Test
    void whoKeepsHisUserIdKeepsItThoughNobodyCouldChooseItToday() {
        assertThat(change(account.userId())).isEqualTo(new Change.Made());
        assertThat(recorded.of(account.id())).doesNotContain(AuditEvent.USER_ID_CHANGED);
    }

    @Test
    void noneIsChosenThatTheRulesForbid() {
        assertThat(change(new UserId("taro"))).isEqualTo(new Change.Refused(Refusal.of("user-id.length", 8, 13)));
    }

    @Test
    @Tag("ASVS-7.5.1")
    void nothingChangesWhereTheSecondFactorWasShownFiveMinutesAgo() {
        clock.moveBy(Duration.ofMinutes(5));

        assertThat(change(WANTED)).isEqualTo(new Change.NotNow());
        assertThat(userIdOf(account)).isEqualTo("testuser");
    }

    /** Else he could ask after everybody's user ID by changing his own now and then. */
    @Test
    @Tag("ASVS-6.3.1")
    void whoChangesHisOwnMayNotAskAfterMoreOfOthers() {
        given.anAccount(insurer, "hanako-77");
        for (int i = 0; i < 5; i++) {
            assertThat(choice.judge(here, caller, new UserId("hanako-77"))).contains(Refusal.of("user-id.taken"));
            change(new UserId("taro-198" + i));
        }

        assertThat(choice.judge(here, caller, new UserId("hanako-77")))
                .contains(Refusal.of("user-id.wait", Duration.ofSeconds(30)));
    }

    private Change change(UserId wanted) {
        return userIdChange.change(here, caller, wanted);
    }

    private String userIdOf(Account member) {
        return transactions
                .rows("select user_id from account where id = ?1", member.id())
                .get(0)
                .toString();
    }
}
