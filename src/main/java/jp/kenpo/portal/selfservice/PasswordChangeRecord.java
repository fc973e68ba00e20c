package jp.kenpo.portal.selfservice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jp.kenpo.portal.account.Account;
import jp.kenpo.portal.account.Accounts;
import jp.kenpo.portal.account.PasswordHash;
import jp.kenpo.portal.audit.AuditEvent;
import jp.kenpo.portal.audit.AuditLog;
import jp.kenpo.portal.guesses.GuessBudgets.Try;
import jp.kenpo.portal.guesses.OwnerWarning;
import jp.kenpo.portal.guesses.PasswordGuesses;
import jp.kenpo.portal.insurer.CurrentInsurer;
import jp.kenpo.portal.platform.Refusal;
import jp.kenpo.portal.signin.Action;
import jp.kenpo.portal.signin.Caller;
import jp.kenpo.portal.signin.FreshlyProved;
import jp.kenpo.portal.signin.NewPassword;
import jp.kenpo.portal.signin.Proving;
import jp.kenpo.portal.signin.SignInSessions;
import jp.kenpo.portal.signin.SignInSessions.Held;

/** Writes down what became of a wish for another password: the password, the count, the audit row, the mail. */
@ApplicationScoped
public class PasswordChangeRecord {

    @Inject
    PasswordGuesses guesses;

    @Inject
    OwnerWarning warning;

    @Inject
    Accounts accounts;

    @Inject
    SignInSessions sessions;

    @Inject
    FreshlyProved proof;

    @Inject
    NewPassword newPassword;

    @Inject
    AuditLog audit;

    @Transactional
    Proving right(CurrentInsurer insurer, Caller caller, PasswordHash hash, boolean everywhereElse) {
        guesses.forget(caller.account());
        Account account = accounts.lock(caller.accountId());
        Held held = sessions.hold(caller);
        if (held instanceof Held.Answered answered) {
            return new Proving.Proved(answered.token());
        }
        // While the hashes ran, the password that was compared may have been replaced from elsewhere.
        return held instanceof Held.Current current
                        && proof.isThere(Action.CHANGE_PASSWORD, current)
                        && account.passwordHash().equals(caller.account().passwordHash())
                ? new Proving.Proved(newPassword.put(insurer, account, current, hash, everywhereElse))
                : new Proving.Overtaken();
    }

    @Transactional
    Proving wrong(CurrentInsurer insurer, Caller caller, Try.Granted attempt, Refusal why) {
        warning.afterFailure(attempt, insurer, caller.account());
        return refused(caller, why);
    }

    @Transactional
    Proving refused(Caller caller, Refusal why) {
        audit.record(AuditEvent.PASSWORD_REFUSED, caller.account().insurerId(), caller.accountId(), why.key());
        return new Proving.Refused(why);
    }
}
