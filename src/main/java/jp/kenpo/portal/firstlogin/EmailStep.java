package jp.kenpo.portal.firstlogin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import jp.kenpo.portal.account.Account;
import jp.kenpo.portal.account.Accounts;
import jp.kenpo.portal.account.EmailAddress;
import jp.kenpo.portal.account.EmailConfirmations;
import jp.kenpo.portal.account.EmailState;
import jp.kenpo.portal.account.SecurityNotices;
import jp.kenpo.portal.audit.AuditEvent;
import jp.kenpo.portal.audit.AuditLog;
import jp.kenpo.portal.guesses.Budget;
import jp.kenpo.portal.guesses.Budget.Kind;
import jp.kenpo.portal.guesses.GuessBudgets;
import jp.kenpo.portal.guesses.GuessBudgets.Try;
import jp.kenpo.portal.guesses.OwnerWarning;
import jp.kenpo.portal.insurer.CurrentInsurer;
import jp.kenpo.portal.platform.Refusal;
import jp.kenpo.portal.signin.Caller;
import jp.kenpo.portal.signin.SignInSessions;
import jp.kenpo.portal.signin.SignInSessions.Held;
import jp.kenpo.portal.web.Language;

/** The last step of the first login: an address, and the code that shows that it works, now or later. */
@ApplicationScoped
public class EmailStep {

    @Inject
    Accounts accounts;

    @Inject
    EmailConfirmations confirmations;

    @Inject
    SignInSessions sessions;

    @Inject
    GuessBudgets budgets;

    @Inject
    OwnerWarning warning;

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
        boolean justSent = account.email().filter(address.value()::equals).isPresent()
                && !confirmations.waitForNext(account.id()).isZero();
        if (!justSent && reserveCode(insurer, account) instanceof Try.Refused refused) {
            audit(AuditEvent.EMAIL_REFUSED, account);
            return Optional.of(refused.why("email.wait", "email.wait"));
        }
        account.enterEmail(address);
        if (!justSent) {
            confirmations.send(account, insurer, language);
        }
        audit(AuditEvent.EMAIL_ENTERED, account);
        if (everywhereElse && sessions.hold(caller) instanceof Held.Current held) {
            sessions.endOthers(account, held);
            audit(AuditEvent.SIGNED_OUT_EVERYWHERE, account);
        }
        return Optional.empty();
    }

    /** The sixty seconds hold for one address; whoever goes from one to the next has some, then longer waits. */
    private Try reserveCode(CurrentInsurer insurer, Account account) {
        return budgets.reserveHere(
                Budget.of(Kind.EMAIL_CODE_SENT, account.id()), insurer.policy().guesses());
    }

    /** Takes the code that was sent, or says why not. */
    @Transactional
    public Optional<Refusal> confirm(CurrentInsurer insurer, Caller caller, String code) {
        Budget budget = Budget.of(Kind.EMAIL_CODE, caller.accountId());
        Try attempt = budgets.reserve(budget, insurer.policy().guesses());
        if (attempt instanceof Try.Refused refused) {
            return refuseCode(caller, refused.why("email-code.wait", "email-code.used-up"));
        }
        Try.Granted granted = (Try.Granted) attempt;
        Account account = accounts.lock(caller.accountId());
        if (account.emailState() != EmailState.CODE_SENT) {
            budgets.giveBack(granted);
            return Optional.empty();
        }
        return switch (confirmations.verify(account.id(), code)) {
            case RIGHT -> {
                budgets.clear(budget);
                confirmations.forget(account.id());
                Set<String> former = notices.addressesOf(account);
                account.confirmEmail(clock.instant());
                notices.tellOfNewAddress(insurer, account, former);
                audit(AuditEvent.EMAIL_CONFIRMED, account);
                audit(AuditEvent.FIRST_LOGIN_COMPLETED, account);
                yield Optional.empty();
            }
            case EXPIRED -> {
                budgets.giveBack(granted);
                yield refuseCode(caller, Refusal.of("email-code.expired"));
            }
            case WRONG -> {
                warning.afterFailure(granted, insurer, account);
                yield refuseCode(caller, Refusal.of("email-code.wrong"));
            }
        };
    }

    private Optional<Refusal> refuseCode(Caller caller, Refusal why) {
        audit.record(AuditEvent.EMAIL_CODE_REFUSED, caller.account().insurerId(), caller.accountId(), why.key());
        return Optional.of(why);
    }

    /** Sends another code, or says how long to wait for it. */
    @Transactional
    public Optional<Refusal> resend(CurrentInsurer insurer, Caller caller, Language language) {
        Account account = accounts.lock(caller.accountId());
        if (account.emailState() != EmailState.CODE_SENT) {
            return Optional.empty();
        }
        Duration wait = confirmations.waitForNext(account.id());
        if (!wait.isZero()) {
            return resendRefused(account, Refusal.of("email-code.resend-wait", wait));
        }
        if (reserveCode(insurer, account) instanceof Try.Refused refused) {
            return resendRefused(account, refused.why("email-code.resend-wait", "email-code.resend-wait"));
        }
        confirmations.send(account, insurer, language);
        audit(AuditEvent.EMAIL_CODE_RESENT, account);
        return Optional.empty();
    }

    private Optional<Refusal> resendRefused(Account account, Refusal why) {
        audit(AuditEvent.EMAIL_REFUSED, account);
        return Optional.of(why);
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
            audit(AuditEvent.EMAIL_PUT_OFF, account);
            audit(AuditEvent.FIRST_LOGIN_COMPLETED, account);
        }
    }

    private void audit(AuditEvent event, Account account) {
        audit.record(event, account.insurerId(), account.id());
    }
}
