package jp.kenpo.portal.firstlogin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import jp.kenpo.portal.account.Account;
import jp.kenpo.portal.account.Accounts;
import jp.kenpo.portal.account.UserId;
import jp.kenpo.portal.audit.AuditEvent;
import jp.kenpo.portal.audit.AuditLog;
import jp.kenpo.portal.guesses.Budget;
import jp.kenpo.portal.guesses.Budget.Kind;
import jp.kenpo.portal.guesses.GuessBudgets;
import jp.kenpo.portal.guesses.GuessBudgets.Try;
import jp.kenpo.portal.guesses.OwnerWarning;
import jp.kenpo.portal.insurer.CurrentInsurer;
import jp.kenpo.portal.insurer.HandOver;
import jp.kenpo.portal.insurer.SecondFactorMethod;
import jp.kenpo.portal.member.BirthDate;
import jp.kenpo.portal.platform.Refusal;
import jp.kenpo.portal.signin.Caller;
import jp.kenpo.portal.terms.Terms;
import jp.kenpo.portal.terms.TermsVersion;
import jp.kenpo.portal.web.Language;

/**
 * The steps of the first login, but for password and address. Each locks the account and, where another tab was
 * quicker, leaves things as they are.
 */
@ApplicationScoped
public class FirstLogin {

    @Inject
    Accounts accounts;

    @Inject
    UserIdChoice userIdChoice;

    @Inject
    GuessBudgets budgets;

    @Inject
    OwnerWarning warning;

    @Inject
    Terms terms;

    @Inject
    AuditLog audit;

    @Inject
    Clock clock;

    /** Confirms the birth date, or says why not. */
    @Transactional
    public Optional<Refusal> confirmBirthDate(CurrentInsurer insurer, Caller caller, BirthDate typed) {
        Budget budget = Budget.of(Kind.BIRTH_DATE, caller.accountId());
        Try attempt = budgets.reserve(budget, insurer.policy().guesses());
        if (attempt instanceof Try.Refused refused) {
            return refuse(caller, refused.why("birth-date.wait", "birth-date.used-up"));
        }
        if (!typed.equals(caller.member().birthDate())) {
            warning.afterFailure((Try.Granted) attempt, insurer, caller.account());
            return refuse(caller, whyWrong((Try.Granted) attempt));
        }
        budgets.clear(budget);
        Account account = accounts.lock(caller.accountId());
        if (account.birthDateConfirmedAt().isEmpty()) {
            account.confirmBirthDate(clock.instant());
            audit(AuditEvent.BIRTH_DATE_CONFIRMED, caller);
        }
        return Optional.empty();
    }

    private static Refusal whyWrong(Try.Granted attempt) {
        return attempt.left() > 0
                ? Refusal.of("birth-date.wrong", Integer.toString(attempt.left()))
                : Refusal.of("birth-date.wrong-wait", attempt.thenWait());
    }

    /** Records that the member accepted the version that he was shown. */
    @Transactional
    public void acceptTerms(Caller caller, TermsVersion shown, Language language) {
        accounts.lock(caller.accountId());
        if (terms.accept(caller.accountId(), shown, language)) {
            audit.record(
                    AuditEvent.TERMS_ACCEPTED,
                    caller.account().insurerId(),
                    caller.accountId(),
                    "version " + shown.number());
        }
    }

    /** Records that the member declined; he may come back to it. */
    @Transactional
    public void declineTerms(Caller caller) {
        audit(AuditEvent.TERMS_DECLINED, caller);
    }

    /** Saves user ID and method, or says why the user ID cannot be had. */
    @Transactional
    public Optional<Refusal> decideUserIdAndMethod(
            CurrentInsurer insurer, Caller caller, UserId wanted, SecondFactorMethod method) {
        Account account = accounts.lock(caller.accountId());
        if (account.userIdDecidedAt().isPresent()) {
            return Optional.empty();
        }
        Optional<Refusal> refusal = userIdChoice.take(insurer, account, wanted);
        if (refusal.isPresent()) {
            return refusal;
        }
        account.decideUserIdAndMethod(method, clock.instant());
        budgets.clear(Budget.of(Kind.USER_ID, account.id()));
        audit(AuditEvent.METHOD_CHOSEN, caller);
        return Optional.empty();
    }

    /** Goes on to the second factor at once, where the insurer allows it. */
    @Transactional
    public void continueHandOver(CurrentInsurer insurer, Caller caller) {
        Account account = accounts.lock(caller.accountId());
        if (insurer.policy().handOver() == HandOver.CHOICE
                && account.handOverContinuedAt().isEmpty()) {
            account.continueHandOver(clock.instant());
            audit(AuditEvent.HAND_OVER_CONTINUED, caller);
        }
    }

    private Optional<Refusal> refuse(Caller caller, Refusal why) {
        audit.record(AuditEvent.BIRTH_DATE_REFUSED, caller.account().insurerId(), caller.accountId(), why.key());
        return Optional.of(why);
    }

    private void audit(AuditEvent event, Caller caller) {
        audit.record(event, caller.account().insurerId(), caller.accountId());
    }
}
