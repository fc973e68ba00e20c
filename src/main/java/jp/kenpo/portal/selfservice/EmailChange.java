package jp.kenpo.portal.selfservice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import jp.kenpo.portal.account.Account;
import jp.kenpo.portal.account.AccountRecoveries;
import jp.kenpo.portal.account.Accounts;
import jp.kenpo.portal.account.EmailAddress;
import jp.kenpo.portal.account.EmailCodePurpose;
import jp.kenpo.portal.account.EmailConfirmations;
import jp.kenpo.portal.account.EmailState;
import jp.kenpo.portal.account.SecurityNotices;
import jp.kenpo.portal.audit.AuditEvent;
import jp.kenpo.portal.audit.AuditLog;
import jp.kenpo.portal.insurer.CurrentInsurer;
import jp.kenpo.portal.platform.Refusal;
import jp.kenpo.portal.recovery.FormerAddresses;
import jp.kenpo.portal.signin.Action;
import jp.kenpo.portal.signin.Caller;
import jp.kenpo.portal.signin.EmailCodes;
import jp.kenpo.portal.signin.FreshlyProved;
import jp.kenpo.portal.signin.FreshlyProved.Locked;
import jp.kenpo.portal.signin.SignInSessions;
import jp.kenpo.portal.signin.SignInSessions.Held;
import jp.kenpo.portal.web.Language;

/**
 * Lets a member confirm his address, or have another one. The former one stays until the code is back from the new one,
 * and is told then; one that was confirmed can be had back for a while ({@link FormerAddresses}).
 */
@ApplicationScoped
public class EmailChange {

    @Inject
    Accounts accounts;

    @Inject
    EmailConfirmations confirmations;

    @Inject
    EmailCodes codes;

    @Inject
    AccountRecoveries recoveries;

    @Inject
    FreshlyProved proof;

    @Inject
    SignInSessions sessions;

    @Inject
    SecurityNotices notices;

    @Inject
    FormerAddresses formerAddresses;

    @Inject
    AuditLog audit;

    @Inject
    Clock clock;

    /** Sends a code to an address, which may be the present one. */
    @Transactional
    public Change enter(CurrentInsurer insurer, Caller caller, EmailAddress address, Language language) {
        Optional<Locked> locked = proof.lock(caller, Action.CHANGE_EMAIL);
        if (locked.isEmpty()) {
            return new Change.NotNow();
        }
        Account account = locked.get().account();
        Optional<Refusal> refusal = codes.send(insurer, account, EmailCodePurpose.ADDRESS, address, language);
        if (refusal.isPresent()) {
            return new Change.Refused(refusal.get());
        }
        audit.record(AuditEvent.EMAIL_ENTERED, account.insurerId(), account.id());
        return new Change.Made();
    }

    /** Sends another code, or says how long to wait for it; nothing where none is awaited any more. */
    @Transactional
    public Optional<Refusal> resend(CurrentInsurer insurer, Caller caller, Language language) {
        Account account = accounts.lock(caller.accountId());
        return confirmations
                .awaitedFrom(account.id(), EmailCodePurpose.ADDRESS)
                .flatMap(address -> codes.resend(insurer, account, EmailCodePurpose.ADDRESS, address, language));
    }

    /**
     * Takes the code: from then on the address that it came from is the account's. Where another one took its place, the
     * other visits end, and with them the links for a forgotten password that are on their way to the former address.
     */
    @Transactional
    public Change confirm(CurrentInsurer insurer, Caller caller, String code) {
        EmailCodes.Taken outcome = codes.take(
                insurer,
                caller,
                new EmailCodes.Entered(EmailCodePurpose.ADDRESS, code, Refusal.of("email-code.change-used-up")),
                account -> sessions.hold(caller) instanceof Held.Current
                        && confirmations
                                .awaitedFrom(account.id(), EmailCodePurpose.ADDRESS)
                                .isPresent(),
                account -> confirmed(insurer, caller, account));
        if (outcome instanceof EmailCodes.Taken.Refused refused) {
            return new Change.Refused(refused.why());
        }
        return outcome instanceof EmailCodes.Taken.Right ? new Change.Made() : new Change.NotNow();
    }

    private void confirmed(CurrentInsurer insurer, Caller caller, Account account) {
        EmailAddress address = confirmations
                .awaitedFrom(account.id(), EmailCodePurpose.ADDRESS)
                .orElseThrow();
        Set<String> former = notices.addressesOf(account);
        boolean isAnother = !account.email().equals(Optional.of(address.value()));
        recoveries.stop(insurer, account);
        Optional<String> replaced =
                account.email().filter(one -> isAnother && account.emailState() == EmailState.CONFIRMED);
        account.enterEmail(address);
        account.confirmEmail(clock.instant());
        replaced.ifPresentOrElse(
                one -> formerAddresses.replaced(insurer, account, one),
                () -> notices.tellOfNewAddress(insurer, account, former));
        audit.record(AuditEvent.EMAIL_CONFIRMED, account.insurerId(), account.id());
        if (isAnother && sessions.hold(caller) instanceof Held.Current held) {
            sessions.endOthers(account, held);
            audit.record(AuditEvent.SIGNED_OUT_EVERYWHERE, account.insurerId(), account.id());
        }
    }
}
