package jp.kenpo.portal.signin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import jp.kenpo.portal.account.SecurityNotices;
import jp.kenpo.portal.audit.AuditEvent;
import jp.kenpo.portal.audit.AuditLog;
import jp.kenpo.portal.guesses.GuessBudgets;
import jp.kenpo.portal.guesses.GuessBudgets.Try;
import jp.kenpo.portal.guesses.OwnerWarning;
import jp.kenpo.portal.insurer.CurrentInsurer;
import jp.kenpo.portal.mail.MailTemplate;
import jp.kenpo.portal.platform.Refusal;
import jp.kenpo.portal.secondfactor.RecoveryCodes;
import jp.kenpo.portal.secondfactor.StoredRecoveryCode;
import jp.kenpo.portal.signin.SignInSessions.Held;

/** Writes down what became of a recovery code: the visit that goes on, the count, the audit row, the mail. */
@ApplicationScoped
public class RecoveryCodeRecord {

    @Inject
    SignInSessions sessions;

    @Inject
    RecoveryCodes codes;

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

    @Transactional
    Proving right(CurrentInsurer insurer, Caller caller, Try.Granted attempt, StoredRecoveryCode code) {
        Held held = sessions.hold(caller);
        if (held instanceof Held.Answered answered) {
            budgets.giveBack(attempt);
            return new Proving.Proved(answered.token());
        }
        if (!(held instanceof Held.Current current)) {
            budgets.giveBack(attempt);
            return new Proving.Overtaken();
        }
        if (!codes.use(code)) {
            // Right once, so no guess.
            budgets.giveBack(attempt);
            return refused(caller, Refusal.of("recovery-code.used"));
        }
        budgets.clear(attempt.budget());
        audit.record(AuditEvent.RECOVERY_CODE_USED, insurer.id(), caller.accountId());
        notices.tell(MailTemplate.RECOVERY_CODE_USED, insurer, caller.account());
        return new Proving.Proved(sessions.rise(current, new Proof.RecoveryCode(code.id(), clock.instant())));
    }

    @Transactional
    Proving wrong(CurrentInsurer insurer, Caller caller, Try.Granted attempt, Refusal why) {
        warning.afterFailure(attempt, insurer, caller.account());
        return refused(caller, why);
    }

    @Transactional
    Proving refused(Caller caller, Refusal why) {
        audit.record(AuditEvent.RECOVERY_CODE_REFUSED, caller.account().insurerId(), caller.accountId(), why.key());
        return new Proving.Refused(why);
    }
}
