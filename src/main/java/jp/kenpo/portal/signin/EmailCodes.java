package jp.kenpo.portal.signin;

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
import jp.kenpo.portal.account.EmailCodePurpose;
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
import jp.kenpo.portal.web.Language;
import org.jspecify.annotations.Nullable;

/** Sends codes to a member's address and takes them back, within what may be asked for and guessed. */
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
    public Optional<Refusal> send(
            CurrentInsurer insurer, Account account, EmailCodePurpose purpose, EmailAddress to, Language language) {
        boolean justSent = confirmations.awaitedFrom(account.id(), purpose).equals(Optional.of(to))
                && !confirmations.waitForNext(account.id(), purpose).isZero();
        if (justSent) {
            return Optional.empty();
        }
        if (reserve(insurer, account, purpose) instanceof Try.Refused refused) {
            return refuse(account, refused.why("email.wait", "email.wait"));
        }
        confirmations.send(account, purpose, to, insurer, language);
        return Optional.empty();
    }

    /** Sends another code for an account that is locked, or says how long to wait for it. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<Refusal> resend(
            CurrentInsurer insurer, Account account, EmailCodePurpose purpose, EmailAddress to, Language language) {
        Duration wait = confirmations.waitForNext(account.id(), purpose);
        if (!wait.isZero()) {
            return refuse(account, Refusal.of("email-code.resend-wait", wait));
        }
        if (reserve(insurer, account, purpose) instanceof Try.Refused refused) {
            return refuse(account, refused.why("email-code.resend-wait", "email-code.resend-wait"));
        }
        confirmations.send(account, purpose, to, insurer, language);
        audit.record(AuditEvent.EMAIL_CODE_RESENT, account.insurerId(), account.id());
        return Optional.empty();
    }

    private Try reserve(CurrentInsurer insurer, Account account, EmailCodePurpose purpose) {
        Kind kind = switch (purpose) {
            case ADDRESS -> Kind.EMAIL_CODE_SENT;
            case LOST_DEVICE -> Kind.LOST_DEVICE_SENT;
            case ENROLMENT -> Kind.ENROLMENT_SENT;
        };
        return budgets.reserveHere(
                Budget.of(kind, account.id()), insurer.policy().guesses());
    }

    /**
     * What a member entered.
     *
     * @param code six digits
     * @param usedUp what is said once no more codes are taken
     */
    public record Entered(EmailCodePurpose purpose, String code, Refusal usedUp) {

        private Budget budget(Caller caller) {
            return Budget.of(
                    switch (purpose) {
                        case ADDRESS -> Kind.EMAIL_CODE;
                        case LOST_DEVICE -> Kind.LOST_DEVICE_CODE;
                        case ENROLMENT -> Kind.ENROLMENT_CODE;
                    },
                    caller.accountId());
        }
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
     * @param isAwaited whether the account, locked, still waits for a code
     * @param confirmed what follows where the code is right
     */
    @Transactional
    public Taken take(
            CurrentInsurer insurer,
            Caller caller,
            Entered entered,
            Predicate<Account> isAwaited,
            Consumer<Account> confirmed) {
        Budget budget = entered.budget(caller);
        Try attempt = budgets.reserve(budget, insurer.policy().guesses());
        if (attempt instanceof Try.Refused refused) {
            return refuseCode(
                    caller.account(),
                    refused.why("email-code.wait", entered.usedUp().key()));
        }
        Try.Granted granted = (Try.Granted) attempt;
        Account account = accounts.lock(caller.accountId());
        if (!isAwaited.test(account)) {
            budgets.giveBack(granted);
            return new Taken.NotAwaited();
        }
        return switch (confirmations.verify(account.id(), entered.purpose(), entered.code())) {
            case RIGHT -> {
                budgets.clear(budget);
                confirmed.accept(account);
                confirmations.forget(account.id(), entered.purpose());
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
    public void forget(Account account, EmailCodePurpose purpose) {
        confirmations.forget(account.id(), purpose);
    }

    private Optional<Refusal> refuse(Account account, Refusal why) {
        audit.record(AuditEvent.EMAIL_REFUSED, account.insurerId(), account.id(), why.key());
        return Optional.of(why);
    }
}
