package jp.kenpo.portal.administration;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.kenpo.portal.account.Account;
import jp.kenpo.portal.account.AccountOwner;
import jp.kenpo.portal.account.Accounts;
import jp.kenpo.portal.account.EmailAddress;
import jp.kenpo.portal.account.StaffRole;
import jp.kenpo.portal.account.UserId;
import jp.kenpo.portal.audit.AuditEvent;
import jp.kenpo.portal.audit.Recorded;
import jp.kenpo.portal.container.Await;
import jp.kenpo.portal.container.Given;
import jp.kenpo.portal.container.InContainer;
import jp.kenpo.portal.insurer.CurrentInsurer;
import jp.kenpo.portal.insurer.Insurer;
import jp.kenpo.portal.mail.Mailbox;
import jp.kenpo.portal.platform.MovableClock;
import jp.kenpo.portal.platform.Refusal;
import jp.kenpo.portal.platform.SecretToken;
import jp.kenpo.portal.recovery.RecoveryLinks;
import jp.kenpo.portal.selfservice.Change;
import jp.kenpo.portal.signin.Caller;
import jp.kenpo.portal.signin.SignInStep;
import jp.kenpo.portal.signin.Visiting;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Managers say who of the insurer's works here, and as what. */
@InContainer
class StaffRegisterIT {

    private static final Change MADE = new Change.Made();
    private static final Change NOT_NOW = new Change.NotNow();
    private static final Pattern LINK = Pattern.compile("/recovery/invitation\\.xhtml\\?token=([A-Za-z0-9_-]{43})");

    @Inject
    StaffRegister register;

    @Inject
    RecoveryLinks links;

    @Inject
    Accounts accounts;

    @Inject
    Mailbox mailbox;

    @Inject
    Recorded recorded;

    @Inject
    Visiting visiting;

    @Inject
    Given given;

    @Inject
    MovableClock clock;

    private final EmailAddress email = new EmailAddress(UUID.randomUUID() + "@staff.example");
    private CurrentInsurer insurer;
    private Caller manager;

    @BeforeEach
    void aManager() {
        Insurer own = given.anInsurer();
        insurer = visiting.insurer(own.id());
        manager = visiting.atWork(given.staff(own, StaffRole.MANAGER));
    }

    private Change invite(String userId) {
        AccountOwner.Staff person = new AccountOwner.Staff("窓口 次郎", StaffRole.HELP_DESK);
        return register.invite(insurer, manager, new StaffRegister.Invitation(person, new UserId(userId), email));
    }

    private Colleague colleague(String userId) {
        return register.of(insurer).stream()
                .filter(one -> one.userId().equals(userId))
                .findFirst()
                .orElseThrow();
    }

    private SecretToken mailedLink(int number) {
        Await.until("mail " + number, () -> mailbox.mailTo(email.value()).size() >= number);
        MimeMessage mail = mailbox.mailTo(email.value()).get(number - 1);
        Matcher link = LINK.matcher(Mailbox.text(mail));
        assertThat(link.find()).isTrue();
        return SecretToken.parse(link.group(1)).orElseThrow();
    }

    @Test
    void whoIsInvitedSetsAPasswordByTheLinkInHisMail() {
        assertThat(invite("helper01")).isEqualTo(MADE);
        assertThat(colleague("helper01").state()).isEqualTo(Colleague.State.INVITED);

        SecretToken visit = links.use(insurer, mailedLink(1)).orElseThrow();

        assertThat(visiting.visit(insurer.id(), visit.hash()).step()).isEqualTo(new SignInStep.NeedsPasswordReset());
        assertThat(recorded.of(colleague("helper01").accountId())).startsWith(AuditEvent.STAFF_INVITED);
    }

    @Test
    void anInvitationIsOverAfterSevenDays() {
        invite("helper01");
        SecretToken link = mailedLink(1);

        clock.moveBy(Duration.ofDays(7));

        assertThat(links.use(insurer, link)).isEmpty();
        assertThat(colleague("helper01").state()).isEqualTo(Colleague.State.OUT);
    }

    /** Neither takes what the other has. */
    @Test
    void aUserIdIsOneMembersOrOneOfTheStaffs() {
        Account member = given.anAccount(insurer.insurer(), "member-1");

        assertThat(invite(member.userId().value())).isEqualTo(new Change.Refused(Refusal.of("user-id.taken")));
        assertThat(invite("short1")).isInstanceOf(Change.Refused.class);
        assertThat(register.find(insurer, member.id())).isEmpty();
        assertThat(register.stop(insurer, manager, member.id())).isEqualTo(NOT_NOW);
    }

    @Test
    @Tag("ASVS-7.4.2")
    void whoIsStoppedIsSignedOutAtOnceAndComesBackByAnInvitationAlone() {
        Account other = given.staff(insurer.insurer(), StaffRole.MANAGER);
        Caller atWork = visiting.atWork(other);

        assertThat(register.stop(insurer, manager, other.id())).isEqualTo(MADE);

        assertThat(visiting.visit(insurer.id(), atWork.tokenHash()).step()).isEqualTo(new SignInStep.NeedsPassword());
        assertThat(accounts.find(other.id()).orElseThrow().account().passwordHash())
                .isEmpty();
        assertThat(colleague(other.userId().value()).state()).isEqualTo(Colleague.State.OUT);
        assertThat(register.inviteAgain(insurer, manager, other.id(), email)).isEqualTo(MADE);
        assertThat(links.use(insurer, mailedLink(1))).isPresent();
    }

    @Test
    void anInvitationThatWasSentBeforeTheStopIsWorthless() {
        invite("helper01");
        SecretToken link = mailedLink(1);

        register.stop(insurer, manager, colleague("helper01").accountId());

        assertThat(links.use(insurer, link)).isEmpty();
    }

    @Test
    void anotherRoleHoldsFromTheNextSignInOn() {
        Account other = given.staff(insurer.insurer(), StaffRole.MANAGER);
        Caller atWork = visiting.atWork(other);

        assertThat(register.changeRole(insurer, manager, other.id(), StaffRole.HELP_DESK))
                .isEqualTo(MADE);

        assertThat(visiting.visit(insurer.id(), atWork.tokenHash()).step()).isEqualTo(new SignInStep.NeedsPassword());
        assertThat(colleague(other.userId().value()).person().role()).isEqualTo(StaffRole.HELP_DESK);
    }

    @Test
    void nobodyChangesHimself() {
        Change refused = new Change.Refused(Refusal.of("staff.oneself"));

        assertThat(register.stop(insurer, manager, manager.accountId())).isEqualTo(refused);
        assertThat(register.changeRole(insurer, manager, manager.accountId(), StaffRole.HELP_DESK))
                .isEqualTo(refused);
        assertThat(register.inviteAgain(insurer, manager, manager.accountId(), email))
                .isEqualTo(refused);
    }

    @Test
    @Tag("ASVS-8.4.1")
    void anotherInsurersStaffAreNobody() {
        Account stranger = given.staff(given.anInsurer(), StaffRole.HELP_DESK);

        assertThat(register.find(insurer, stranger.id())).isEmpty();
        assertThat(register.stop(insurer, manager, stranger.id())).isEqualTo(NOT_NOW);
        assertThat(register.of(insurer)).extracting(Colleague::accountId).isEqualTo(List.of(manager.accountId()));
    }

    @Test
    @Tag("ASVS-7.5.1")
    void whoHasNotJustProvedHimselfInvitesNobody() {
        clock.moveBy(Duration.ofMinutes(6));

        assertThat(invite("helper01")).isEqualTo(NOT_NOW);
        assertThat(register.of(insurer)).hasSize(1);
    }
}
