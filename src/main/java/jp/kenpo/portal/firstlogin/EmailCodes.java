package jp.kenpo.portal.firstlogin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import jp.kenpo.portal.account.Account;
import jp.kenpo.portal.account.Accounts;
import jp.kenpo.portal.account.EmailAddress;
import jp.kenpo.portal.account.EmailConfirmations;
import jp.kenpo.portal.audit.AuditEvent;
import jp.kenpo.portal.audit.AuditLog;
import jp.kenpo.portal.guesses.Budget;
import jp.kenpo.portal.guesses.Budget.Kind;
import jp.kenpo.portal.guesses.GuessBudgets;
import jp.kenpo.portal.guesses.GuessBudgets.Try;
import jp.kenpo.portal.guesses.OwnerWarning;
import jp.kenpo.portal.insurer.CurrentInsurer;
import jp.kenpo.portal.platform.Refusal;
import jp.kenpo.portal.platform.TypedText;
import jp.kenpo.portal.signin.Caller;
import jp.kenpo.portal.web.Language;
import org.jspecify.annotations.Nullable;

/** Sends the code that shows that an address works, and takes it, within what may be asked for and guessed. */
@ApplicationScoped
public class EmailCodes {

    /** Why what was typed can be no code; empty where it can. */
    public static Optional<Refusal> refusalOf(@Nullable String typed) {
        String code = digits(typed);
        if (code.isEmpty()) {
            return Optional.of(Refusal.of("email-code.missing"));
        }
        return code.matches("[0-9]{6}") ? Optional.empty() : Optional.of(Refusal.of("email-code.shape"));
    }

    /** A code as it was typed, without what does not belong to it. */
    public static String digits(@Nullable String typed) {
        return TypedText.code(typed);
    }

    @Inject
    Accounts accounts;

    @Inject
    EmailConfirmations confirmations;

    @Inject
    GuessBudgets budgets;

    @Inject
    OwnerWarning warning;

    @Inject
    AuditLog audit;

    /**
     * Sends a code for an account that is locked, unless one went to this address less than a minute ago; or says why
     * not. The sixty seconds hold for one address; whoever goes from one to the next has some, then longer waits.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<Refusal> send(CurrentInsurer insurer, Account account, EmailAddress to, Language language) {
        boolean justSent = confirmations.awaitedFrom(account.id()).equals(Optional.of(to))
                && !confirmations.waitForNext(account.id()).isZero();
        if (justSent) {
            return Optional.empty();
        }
        if (reserve(insurer, account) instanceof Try.Refused refused) {
            return refuse(account, refused.why("email.wait", "email.wait"));
        }
        confirmations.send(account, to, insurer, language);
        return Optional.empty();
    }

    /** Sends another code for an account that is locked, or says how long to wait for it. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<Refusal> resend(CurrentInsurer insurer, Account account, EmailAddress to, Language language) {
        Duration wait = confirmations.waitForNext(account.id());
        if (!wait.isZero()) {
            return refuse(account, Refusal.of("email-code.resend-wait", wait));
        }
        if (reserve(insurer, account) instanceof Try.Refused refused) {
            return refuse(account, refused.why("email-code.resend-wait", "email-code.resend-wait"));
        }
        confirmations.send(account, to, insurer, language);
        audit.record(AuditEvent.EMAIL_CODE_RESENT, account.insurerId(), account.id());
        return Optional.empty();
    }

    private Try reserve(CurrentInsurer insurer, Account account) {
        return budgets.reserveHere(
                Budget.of(Kind.EMAIL_CODE_SENT, account.id()), insurer.policy().guesses());
    }

    /** What became of a code. */
    public sealed interface Taken {

        /** It came from the address. */
        record Right() implements Taken {}

        /** None was awaited any more. */
        record NotAwaited() implements Taken {}

        /** It was not taken. */
        record Refused(Refusal why) implements Taken {}
    }

    /**
     * Takes the code that was sent, or says why not. Begins with the count of guesses, so nothing may be done before it in
     * the transaction.
     *
     * @param usedUp what is said once no more codes are taken
     * @param isAwaited whether the account, locked, still waits for a code
     * @param confirmed what follows where the code is right
     */
    @Transactional
    public Taken take(
            CurrentInsurer insurer,
            Caller caller,
            String code,
            Refusal usedUp,
            Predicate<Account> isAwaited,
            Consumer<Account> confirmed) {
        Budget budget = Budget.of(Kind.EMAIL_CODE, caller.accountId());
        Try attempt = budgets.reserve(budget, insurer.policy().guesses());
        if (attempt instanceof Try.Refused refused) {
            return refuseCode(caller.account(), refused.why("email-code.wait", usedUp.key()));
        }
        Try.Granted granted = (Try.Granted) attempt;
        Account account = accounts.lock(caller.accountId());
        if (!isAwaited.test(account)) {
            budgets.giveBack(granted);
            return new Taken.NotAwaited();
        }
        return switch (confirmations.verify(account.id(), code)) {
            case RIGHT -> {
                budgets.clear(budget);
                confirmed.accept(account);
                confirmations.forget(account.id());
                yield new Taken.Right();
            }
            case EXPIRED -> {
                budgets.giveBack(granted);
                yield refuseCode(account, Refusal.of("email-code.expired"));
            }
            case WRONG -> {
                warning.afterFailure(granted, insurer, account);
                yield refuseCode(account, Refusal.of("email-code.wrong"));
            }
        };
    }

    private Taken refuseCode(Account account, Refusal why) {
        audit.record(AuditEvent.EMAIL_CODE_REFUSED, account.insurerId(), account.id(), why.key());
        return new Taken.Refused(why);
    }

    /** The code that was sent for an account that is locked is not awaited any more. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void forget(Account account) {
        confirmations.forget(account.id());
    }

    private Optional<Refusal> refuse(Account account, Refusal why) {
        audit.record(AuditEvent.EMAIL_REFUSED, account.insurerId(), account.id(), why.key());
        return Optional.of(why);
    }
}
