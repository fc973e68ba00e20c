package jp.kenpo.portal.helpdesk;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.kenpo.portal.account.Account;
import jp.kenpo.portal.account.Accounts;
import jp.kenpo.portal.account.EmailAddress;
import jp.kenpo.portal.account.HelpReason;
import jp.kenpo.portal.account.PasswordHash;
import jp.kenpo.portal.account.StaffRole;
import jp.kenpo.portal.administration.StaffRegister;
import jp.kenpo.portal.audit.AuditEvent;
import jp.kenpo.portal.audit.AuditLog;
import jp.kenpo.portal.container.Given;
import jp.kenpo.portal.container.InContainer;
import jp.kenpo.portal.container.OwnRequests;
import jp.kenpo.portal.container.Transactions;
import jp.kenpo.portal.insurer.CurrentInsurer;
import jp.kenpo.portal.insurer.Insurer;
import jp.kenpo.portal.platform.MovableClock;
import jp.kenpo.portal.platform.Refusal;
import jp.kenpo.portal.recovery.Forgetful;
import jp.kenpo.portal.recovery.Reset;
import jp.kenpo.portal.secondfactor.AuthenticatorApp;
import jp.kenpo.portal.secondfactor.SecondFactorDevices;
import jp.kenpo.portal.selfservice.Change;
import jp.kenpo.portal.signin.Caller;
import jp.kenpo.portal.signin.Visiting;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Two of the staff do what would let one of them into an account. */
@InContainer
class HelpRequestsIT {

    private static final Grounds GROUNDS =
            new Grounds(HelpReason.LOST_DEVICE, Set.of(IdentityCheck.NAME, IdentityCheck.CALLED_BACK));
    private static final Change MADE = new Change.Made();
    private static final PasswordHash HASH = new PasswordHash("any");
    private static final Change GONE = new Change.Refused(Refusal.of("approval.gone"));

    @Inject
    HelpRequests requests;

    @Inject
    HelpDesk helpDesk;

    @Inject
    StaffRegister register;

    @Inject
    Reset reset;

    @Inject
    AuditLog audit;

    @Inject
    Accounts accounts;

    @Inject
    SecondFactorDevices devices;

    @Inject
    Forgetful forgetful;

    @Inject
    AuthenticatorApp app;

    @Inject
    Visiting visiting;

    @Inject
    Given given;

    @Inject
    Transactions transactions;

    @Inject
    MovableClock clock;

    private Account member;
    private CurrentInsurer insurer;
    private Account askersAccount;
    private Caller asker;
    private Caller approver;

    @BeforeEach
    void aMemberWithADeviceAndTwoOfTheStaff() {
        member = forgetful.aMember("helped-" + System.nanoTime() + "@example.jp");
        forgetful.acceptTerms(member);
        app.setUpBefore(member);
        insurer = visiting.whereTwoHelp(visiting.insurerOf(member).insurer());
        askersAccount = given.staff(insurer.insurer(), StaffRole.HELP_DESK);
        asker = visiting.atWork(askersAccount);
        approver = visiting.atWork(given.staff(insurer.insurer(), StaffRole.MANAGER));
    }

    private Change ask(Deed deed) {
        return requests.ask(insurer, asker, member.id(), deed, GROUNDS, Optional.empty());
    }

    private long waiting() {
        return requests.of(insurer).get(0).request().id();
    }

    private List<?> details(AuditEvent event) {
        return transactions.rows(
                "select detail from audit_entry where account_id = ?1 and event = ?2", member.id(), event.name());
    }

    @Test
    void nothingIsDoneUntilSomebodyElseApproves() {
        assertThat(ask(Deed.FACTORS_RESET)).isEqualTo(MADE);
        assertThat(devices.of(member.id())).isNotEmpty();
        assertThat(requests.approve(insurer, asker, waiting()))
                .isEqualTo(new Change.Refused(Refusal.of("approval.oneself")));

        assertThat(requests.approve(insurer, approver, waiting())).isEqualTo(MADE);

        assertThat(devices.of(member.id())).isEmpty();
        assertThat(requests.of(insurer)).isEmpty();
        assertThat(details(AuditEvent.SECOND_FACTORS_RESET))
                .isEqualTo(List.of("by " + approver.accountId() + ", manager; lost-device; name, called-back; asked by "
                        + askersAccount.id()));
        assertThat(details(AuditEvent.HELP_ASKED_FOR))
                .isEqualTo(List.of("by " + askersAccount.id()
                        + ", help-desk; lost-device; name, called-back; asked by " + askersAccount.id()
                        + "; factors-reset"));
    }

    @Test
    void isDoneAtOnceWhereOneIsEnough() {
        Account other = forgetful.aMember("other-" + System.nanoTime() + "@example.jp");
        app.setUpBefore(other);
        CurrentInsurer alone = visiting.insurerOf(other);
        Caller staff = visiting.atWork(given.staff(alone.insurer(), StaffRole.HELP_DESK));

        assertThat(requests.ask(alone, staff, other.id(), Deed.FACTORS_RESET, GROUNDS, Optional.empty()))
                .isEqualTo(MADE);

        assertThat(devices.of(other.id())).isEmpty();
    }

    /** Else whoever has taken over the account of one of the staff would find others to finish what he began. */
    @Test
    void whatSomebodyAskedForWhoIsStoppedOrHasAnotherRoleIsNotApproved() {
        Caller manager = visiting.atWork(given.staff(insurer.insurer(), StaffRole.MANAGER));
        ask(Deed.FACTORS_RESET);
        long first = waiting();
        register.changeRole(insurer, manager, askersAccount.id(), StaffRole.AUDITOR);
        assertThat(requests.approve(insurer, approver, first)).isEqualTo(GONE);

        register.changeRole(insurer, manager, askersAccount.id(), StaffRole.HELP_DESK);
        asker = visiting.atWork(accounts.find(askersAccount.id()).orElseThrow().account());
        ask(Deed.FACTORS_RESET);
        long second = waiting();
        register.stop(insurer, manager, askersAccount.id());
        assertThat(requests.approve(insurer, approver, second)).isEqualTo(GONE);
        assertThat(devices.of(member.id())).isNotEmpty();
    }

    /** Who approved has recognised nobody yet, and does so when he takes the code: two are enough, and one is not. */
    @Test
    @Tag("ASVS-6.4.6")
    void whoeverRecognisedTheMemberDoesNotDoSoAgain() {
        transactions.change("delete from totp_device where account_id = ?1", member.id());
        ask(Deed.PASSWORD_RESET);
        requests.approve(insurer, approver, waiting());
        Caller somebody = visiting.beginAsCaller(member);
        String code = reset.showCode(somebody);

        assertThat(helpDesk.takeDeskCode(insurer, asker, member.id(), code))
                .isEqualTo(new Change.Refused(Refusal.of("desk-code.another-colleague")));
        assertThat(helpDesk.takeDeskCode(insurer, approver, member.id(), code)).isEqualTo(MADE);
    }

    @Test
    void theAddressIsEnteredThatWasAskedFor() {
        EmailAddress address = new EmailAddress("another-" + member.id() + "@example.jp");
        requests.ask(insurer, asker, member.id(), Deed.EMAIL_CORRECTION, GROUNDS, Optional.of(address));
        assertThat(requests.email(requests.of(insurer).get(0).request())).contains(address);

        assertThat(requests.approve(insurer, approver, waiting())).isEqualTo(MADE);

        assertThat(accounts.find(member.id()).orElseThrow().account().email()).contains(address.value());
    }

    @Test
    void isDoneOnceAndNotAfterItWasDeclined() {
        ask(Deed.FACTORS_RESET);
        long first = waiting();
        assertThat(requests.decline(insurer, asker, first)).isEqualTo(MADE);
        assertThat(requests.approve(insurer, approver, first)).isEqualTo(GONE);
        assertThat(devices.of(member.id())).isNotEmpty();

        ask(Deed.FACTORS_RESET);
        long second = waiting();
        requests.approve(insurer, approver, second);
        assertThat(requests.approve(insurer, approver, second)).isEqualTo(GONE);
    }

    @Test
    void isOverAfterADay() {
        ask(Deed.FACTORS_RESET);
        long id = waiting();
        clock.moveBy(Duration.ofHours(24));
        approver = visiting.atWork(given.staff(insurer.insurer(), StaffRole.MANAGER));

        assertThat(requests.of(insurer)).isEmpty();
        assertThat(requests.approve(insurer, approver, id)).isEqualTo(GONE);
    }

    @Test
    void whatWouldBeInVainIsNotAskedFor() {
        assertThat(requests.ask(
                        insurer,
                        asker,
                        member.id(),
                        Deed.EMAIL_CORRECTION,
                        GROUNDS,
                        accounts.find(member.id())
                                .orElseThrow()
                                .account()
                                .email()
                                .map(EmailAddress::new)))
                .isEqualTo(new Change.Refused(Refusal.of("email-correction.same")));
        assertThat(requests.of(insurer)).isEmpty();
    }

    @Test
    void isNobodysAtAnotherInsurer() {
        ask(Deed.FACTORS_RESET);
        Insurer foreign = given.anInsurer();
        Caller theirs = visiting.atWork(given.staff(foreign, StaffRole.MANAGER));

        assertThat(requests.of(visiting.insurer(foreign.id()))).isEmpty();
        assertThat(requests.approve(visiting.insurer(foreign.id()), theirs, waiting()))
                .isEqualTo(GONE);
        assertThat(requests.decline(visiting.insurer(foreign.id()), theirs, waiting()))
                .isEqualTo(GONE);
    }

    @Test
    void whoProvedHimselfLongAgoNeitherAsksNorApproves() {
        ask(Deed.FACTORS_RESET);
        clock.moveBy(Duration.ofMinutes(6));

        assertThat(ask(Deed.PASSWORD_RESET)).isEqualTo(new Change.NotNow());
        assertThat(requests.approve(insurer, approver, waiting())).isEqualTo(new Change.NotNow());
        assertThat(requests.decline(insurer, approver, waiting())).isEqualTo(new Change.NotNow());
        assertThat(devices.of(member.id())).isNotEmpty();
    }

    /** Else what he has mended himself would be undone. */
    @Test
    void whatTheMemberHasChangedHimselfMeanwhileIsNotDone() throws Exception {
        Change changed = new Change.Refused(Refusal.of("approval.changed-meanwhile"));
        ask(Deed.FACTORS_RESET);
        long factors = waiting();
        clock.moveBy(Duration.ofSeconds(1));
        app.setUpBefore(member);
        assertThat(requests.approve(insurer, approver, factors)).isEqualTo(changed);
        assertThat(requests.decline(insurer, approver, factors)).isEqualTo(MADE);

        EmailAddress address = new EmailAddress("another-" + member.id() + "@example.jp");
        requests.ask(insurer, asker, member.id(), Deed.EMAIL_CORRECTION, GROUNDS, Optional.of(address));
        clock.moveBy(Duration.ofSeconds(1));
        transactions.commit(() -> accounts.lock(member.id()).confirmEmail(clock.instant()));
        assertThat(requests.approve(insurer, approver, waiting())).isEqualTo(changed);
    }

    /** What a stranger has done is what is to be undone: he does not stop it by doing it again. */
    @Test
    void whatAStrangerHasChangedMeanwhileIsUndone() {
        Grounds stranger = new Grounds(HelpReason.STRANGER, Set.of(IdentityCheck.NAME, IdentityCheck.CALLED_BACK));
        requests.ask(insurer, asker, member.id(), Deed.FACTORS_RESET, stranger, Optional.empty());
        clock.moveBy(Duration.ofSeconds(1));
        app.setUpBefore(member);

        assertThat(requests.approve(insurer, approver, waiting())).isEqualTo(MADE);
        assertThat(devices.of(member.id())).isEmpty();
    }

    @Test
    void aPasswordThatTheMemberHasSetMeanwhileIsKept() throws Exception {
        ask(Deed.PASSWORD_RESET);
        clock.moveBy(Duration.ofSeconds(1));
        transactions.commit(() -> accounts.lock(member.id()).setPassword(HASH, clock.instant()));

        assertThat(requests.approve(insurer, approver, waiting()))
                .isEqualTo(new Change.Refused(Refusal.of("approval.changed-meanwhile")));
        assertThat(accounts.find(member.id()).orElseThrow().account().passwordHash())
                .contains(HASH);
    }

    /** Whoever invites staff could be two by himself. */
    @Test
    void whoeverWasInvitedSinceYesterdayNeitherAsksNorApproves() throws Exception {
        Change newcomers = new Change.Refused(Refusal.of("approval.newcomer"));
        Account newcomer = given.staff(insurer.insurer(), StaffRole.HELP_DESK);
        transactions.commit(() -> audit.record(AuditEvent.STAFF_INVITED, insurer.id(), newcomer.id()));
        clock.moveBy(Duration.ofSeconds(1));
        ask(Deed.FACTORS_RESET);
        assertThat(requests.approve(insurer, visiting.atWork(newcomer), waiting()))
                .isEqualTo(newcomers);
        assertThat(requests.decline(insurer, visiting.atWork(newcomer), waiting()))
                .isEqualTo(MADE);
        assertThat(devices.of(member.id())).isNotEmpty();

        asker = visiting.atWork(newcomer);
        assertThat(ask(Deed.FACTORS_RESET)).isEqualTo(newcomers);
        assertThat(requests.of(insurer)).isEmpty();

        clock.moveBy(Duration.ofHours(24));
        asker = visiting.atWork(newcomer);
        assertThat(ask(Deed.FACTORS_RESET)).isEqualTo(MADE);
    }

    /** His former address may be somebody else's, whom the link lets in. */
    @Test
    void whatSomebodyAskedForWhoIsInvitedAgainIsDeclined() {
        Caller manager = visiting.atWork(given.staff(insurer.insurer(), StaffRole.MANAGER));
        ask(Deed.FACTORS_RESET);
        long id = waiting();

        register.inviteAgain(insurer, manager, askersAccount.id(), new EmailAddress("again@example.jp"));

        assertThat(requests.approve(insurer, approver, id)).isEqualTo(GONE);
        assertThat(details(AuditEvent.HELP_DECLINED).toString())
                .contains("by " + manager.accountId(), "asked by " + askersAccount.id());
    }

    @Test
    void anotherRequestTakesThePlaceOfTheFormerWhoeverAsks() {
        ask(Deed.FACTORS_RESET);
        long former = waiting();

        requests.ask(insurer, approver, member.id(), Deed.FACTORS_RESET, GROUNDS, Optional.empty());

        assertThat(requests.of(insurer)).hasSize(1);
        assertThat(requests.approve(insurer, asker, former)).isEqualTo(GONE);
        assertThat(requests.approve(insurer, asker, waiting())).isEqualTo(MADE);
        assertThat(details(AuditEvent.HELP_ASKED_FOR).get(1).toString()).endsWith("in place of an earlier one");
    }

    /** Many press the button twice. */
    @Test
    void whatIsAskedForAtOnceWaitsOnce() throws Exception {
        List<Change> outcomes = OwnRequests.atOnce(4, () -> ask(Deed.FACTORS_RESET));

        assertThat(outcomes).containsOnly(MADE);
        assertThat(requests.of(insurer)).hasSize(1);
        long id = waiting();
        assertThat(OwnRequests.atOnce(4, () -> requests.approve(insurer, approver, id)))
                .containsOnlyOnce(MADE)
                .contains(GONE);
    }

    /** What waited is over where the policy has one of them do it meanwhile. */
    @Test
    void whatIsDoneWithoutApprovalWaitsNoLonger() {
        ask(Deed.FACTORS_RESET);
        long former = waiting();
        transactions.change("update insurer_policy set help_approval = 'ONE' where insurer_id = ?1", insurer.id());
        transactions.change("update insurer set revision = revision + 1 where id = ?1", insurer.id());
        CurrentInsurer alone = visiting.insurer(insurer.id());

        assertThat(requests.ask(alone, asker, member.id(), Deed.FACTORS_RESET, GROUNDS, Optional.empty()))
                .isEqualTo(MADE);

        assertThat(requests.of(alone)).isEmpty();
        assertThat(requests.approve(alone, approver, former)).isEqualTo(GONE);
    }
}
