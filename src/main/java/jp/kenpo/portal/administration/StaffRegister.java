package jp.kenpo.portal.administration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import jp.kenpo.portal.account.Account;
import jp.kenpo.portal.account.AccountOwner;
import jp.kenpo.portal.account.Accounts;
import jp.kenpo.portal.account.EmailAddress;
import jp.kenpo.portal.account.StaffRole;
import jp.kenpo.portal.account.UserId;
import jp.kenpo.portal.account.UserIdPolicy;
import jp.kenpo.portal.audit.AuditEvent;
import jp.kenpo.portal.audit.AuditLog;
import jp.kenpo.portal.guesses.KnownDevices;
import jp.kenpo.portal.helpdesk.HelpRequests;
import jp.kenpo.portal.insurer.CurrentInsurer;
import jp.kenpo.portal.insurer.SecondFactorMethod;
import jp.kenpo.portal.mail.MailDraft;
import jp.kenpo.portal.mail.MailTemplate;
import jp.kenpo.portal.mail.Outbox;
import jp.kenpo.portal.platform.Refusal;
import jp.kenpo.portal.recovery.RecoveryLinks;
import jp.kenpo.portal.secondfactor.SecondFactorDevices;
import jp.kenpo.portal.selfservice.Change;
import jp.kenpo.portal.signin.Action;
import jp.kenpo.portal.signin.Caller;
import jp.kenpo.portal.signin.FreshlyProved;
import jp.kenpo.portal.web.Language;

/**
 * An insurer's staff: managers invite them, say what they may do, and end it. None of it tells anybody a password, and
 * nobody does it to himself, so that one manager at least is always left.
 */
@ApplicationScoped
public class StaffRegister {

    @Inject
    Accounts accounts;

    @Inject
    RecoveryLinks links;

    @Inject
    SecondFactorDevices devices;

    @Inject
    KnownDevices knownDevices;

    @Inject
    FreshlyProved proof;

    @Inject
    Outbox outbox;

    @Inject
    HelpRequests requests;

    @Inject
    AuditLog audit;

    /** All of them, by their user IDs. */
    @Transactional
    public List<Colleague> of(CurrentInsurer insurer) {
        List<Account> staff = accounts.staffOf(insurer.id());
        Set<Long> invited = links.invited(staff);
        return staff.stream().map(account -> colleague(account, invited)).toList();
    }

    /** One of them; never another insurer's, and never a member. */
    @Transactional
    public Optional<Colleague> find(CurrentInsurer insurer, long accountId) {
        return account(insurer, accountId).map(account -> colleague(account, links.invited(List.of(account))));
    }

    private static Colleague colleague(Account account, Set<Long> invited) {
        Colleague.State state = account.passwordHash().isPresent()
                ? Colleague.State.AT_WORK
                : invited.contains(account.id()) ? Colleague.State.INVITED : Colleague.State.OUT;
        return new Colleague(account, account.staff().orElseThrow(), state);
    }

    private Optional<Account> account(CurrentInsurer insurer, long accountId) {
        return accounts.find(accountId)
                .map(Accounts.Found::account)
                .filter(account ->
                        account.insurerId() == insurer.id() && account.staff().isPresent());
    }

    /** Whoever is invited. */
    public record Invitation(AccountOwner.Staff person, UserId userId, EmailAddress email) {}

    /** Opens an account for one more, and sends him the link by which he sets his password. */
    @Transactional
    public Change invite(CurrentInsurer insurer, Caller manager, Invitation invitation) {
        if (proof.lock(manager, Action.CHANGE_STAFF).isEmpty()) {
            return new Change.NotNow();
        }
        accounts.lockUserIds(insurer.id());
        Optional<Refusal> unfit = UserIdPolicy.check(invitation.userId());
        if (unfit.isEmpty() && accounts.find(insurer.id(), invitation.userId()).isPresent()) {
            unfit = Optional.of(Refusal.of("user-id.taken"));
        }
        if (unfit.isPresent()) {
            return new Change.Refused(unfit.get());
        }
        Account account = accounts.add(new Account(
                insurer.id(),
                invitation.person(),
                invitation.userId(),
                insurer.policy().methods().contains(SecondFactorMethod.OTP)
                        ? SecondFactorMethod.OTP
                        : SecondFactorMethod.PASSKEY));
        account.enterEmail(invitation.email());
        send(insurer, manager, account);
        return new Change.Made();
    }

    /** Sends the link once more; what he was signed in by, and what he signed in with, is none any more. */
    @Transactional
    public Change inviteAgain(CurrentInsurer insurer, Caller manager, long accountId, EmailAddress email) {
        return change(insurer, manager, accountId, account -> {
            takeAway(insurer, manager, account);
            account.enterEmail(email);
            send(insurer, manager, account);
        });
    }

    @Transactional
    public Change changeRole(CurrentInsurer insurer, Caller manager, long accountId, StaffRole role) {
        return change(insurer, manager, accountId, account -> {
            requests.takeBack(insurer, manager, account.id());
            account.changeRole(role);
            audit.record(AuditEvent.STAFF_ROLE_CHANGED, insurer.id(), account.id(), by(manager) + "; " + role.key());
        });
    }

    /** Has him sign in no more, on any node from his next request on. */
    @Transactional
    public Change stop(CurrentInsurer insurer, Caller manager, long accountId) {
        return change(insurer, manager, accountId, account -> {
            takeAway(insurer, manager, account);
            audit.record(AuditEvent.STAFF_STOPPED, insurer.id(), account.id(), by(manager));
        });
    }

    private void takeAway(CurrentInsurer insurer, Caller manager, Account account) {
        devices.removeAll(account.id());
        knownDevices.forgetAll(account.id());
        requests.takeBack(insurer, manager, account.id());
        account.stopStaff();
    }

    private Change change(CurrentInsurer insurer, Caller manager, long accountId, Consumer<Account> change) {
        if (accountId == manager.accountId()) {
            return new Change.Refused(Refusal.of("staff.oneself"));
        }
        Optional<Account> account = proof.lock(manager, Action.CHANGE_STAFF)
                .flatMap(own -> account(insurer, accountId))
                .map(found -> accounts.lock(found.id()));
        account.ifPresent(change);
        return account.isPresent() ? new Change.Made() : new Change.NotNow();
    }

    private void send(CurrentInsurer insurer, Caller manager, Account account) {
        String link = links.invite(insurer.origin(), account);
        outbox.put(new MailDraft(
                insurer.id(),
                MailTemplate.STAFF_INVITED,
                Language.JA,
                insurer.insurer().senderAddress(),
                insurer.name(Language.JA),
                account.email().orElseThrow(),
                List.of(
                        insurer.name(Language.JA),
                        link,
                        Long.toString(RecoveryLinks.invitationDays()),
                        account.userId().value())));
        audit.record(AuditEvent.STAFF_INVITED, insurer.id(), account.id(), by(manager));
    }

    private static String by(Caller manager) {
        return manager.deed(Optional.empty()).inShort();
    }
}
