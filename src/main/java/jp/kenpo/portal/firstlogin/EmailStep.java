package jp.kenpo.portal.firstlogin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import jp.kenpo.portal.account.Account;
import jp.kenpo.portal.account.Accounts;
import jp.kenpo.portal.account.EmailAddress;
import jp.kenpo.portal.account.EmailCodePurpose;
import jp.kenpo.portal.account.EmailState;
import jp.kenpo.portal.account.SecurityNotices;
import jp.kenpo.portal.audit.AuditEvent;
import jp.kenpo.portal.audit.AuditLog;
import jp.kenpo.portal.insurer.CurrentInsurer;
import jp.kenpo.portal.platform.Refusal;
import jp.kenpo.portal.signin.Caller;
import jp.kenpo.portal.signin.EmailCodes;
import jp.kenpo.portal.signin.SignInSessions;
import jp.kenpo.portal.signin.SignInSessions.Held;
import jp.kenpo.portal.web.Language;

/** The last step of the first login: an address, and the code that shows that it works, now or later. */
@ApplicationScoped
public class EmailStep {

    @Inject
    Accounts accounts;

    @Inject
    EmailCodes codes;

    @Inject
    SignInSessions sessions;

    @Inject
    SecurityNotices notices;

    @Inject
    AuditLog audit;

    @Inject
    Clock clock;

    /**
     * Saves the address and sends a code there, unless it was sent there less than a minute ago; or says why not.
     */
    @Transactional
    public Optional<Refusal> enter(
            CurrentInsurer insurer, Caller caller, EmailAddress address, boolean everywhereElse, Language language) {
        Account account = accounts.lock(caller.accountId());
        if (account.emailState() != EmailState.NONE) {
            return Optional.empty();
        }
        Optional<Refusal> refusal = codes.send(insurer, account, EmailCodePurpose.ADDRESS, address, language);
        if (refusal.isPresent()) {
            return refusal;
        }
        account.enterEmail(address);
        audit(AuditEvent.EMAIL_ENTERED, account);
        if (everywhereElse && sessions.hold(caller) instanceof Held.Current held) {
            sessions.endOthers(account, held);
            audit(AuditEvent.SIGNED_OUT_EVERYWHERE, account);
        }
        return Optional.empty();
    }

    /** Takes the code that was sent, or says why not. */
    @Transactional
    public Optional<Refusal> confirm(CurrentInsurer insurer, Caller caller, String code) {
        EmailCodes.Taken outcome = codes.take(
                insurer,
                caller,
                new EmailCodes.Entered(EmailCodePurpose.ADDRESS, code, Refusal.of("email-code.used-up")),
                account -> account.emailState() == EmailState.CODE_SENT,
                account -> confirmed(insurer, account));
        return outcome instanceof EmailCodes.Taken.Refused refused ? Optional.of(refused.why()) : Optional.empty();
    }

    private void confirmed(CurrentInsurer insurer, Account account) {
        Set<String> former = notices.addressesOf(account);
        account.confirmEmail(clock.instant());
        notices.tellOfNewAddress(insurer, account, former);
        audit(AuditEvent.EMAIL_CONFIRMED, account);
        audit(AuditEvent.FIRST_LOGIN_COMPLETED, account);
    }

    /** Sends another code, or says how long to wait for it. */
    @Transactional
    public Optional<Refusal> resend(CurrentInsurer insurer, Caller caller, Language language) {
        Account account = accounts.lock(caller.accountId());
        return account.emailState() == EmailState.CODE_SENT
                ? codes.resend(
                        insurer,
                        account,
                        EmailCodePurpose.ADDRESS,
                        new EmailAddress(account.email().orElseThrow()),
                        language)
                : Optional.empty();
    }

    /** Goes back to the address, which was mistyped. */
    @Transactional
    public void correct(Caller caller) {
        Account account = accounts.lock(caller.accountId());
        if (account.emailState() == EmailState.CODE_SENT) {
            account.takeEmailBack();
            audit(AuditEvent.EMAIL_TAKEN_BACK, account);
        }
    }

    /** Goes on without the code; the address stays unconfirmed. */
    @Transactional
    public void putOff(Caller caller) {
        Account account = accounts.lock(caller.accountId());
        if (account.emailState() == EmailState.CODE_SENT) {
            account.putEmailOff(clock.instant());
            codes.forget(account, EmailCodePurpose.ADDRESS);
            audit(AuditEvent.EMAIL_PUT_OFF, account);
            audit(AuditEvent.FIRST_LOGIN_COMPLETED, account);
        }
    }

    private void audit(AuditEvent event, Account account) {
        audit.record(event, account.insurerId(), account.id());
    }
}
