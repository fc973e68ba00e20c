package jp.kenpo.portal.firstlogin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import jp.kenpo.portal.account.Account;
import jp.kenpo.portal.account.Accounts;
import jp.kenpo.portal.account.SecurityNotices;
import jp.kenpo.portal.account.UserId;
import jp.kenpo.portal.account.UserIdPolicy;
import jp.kenpo.portal.audit.AuditEvent;
import jp.kenpo.portal.audit.AuditLog;
import jp.kenpo.portal.guesses.Budget;
import jp.kenpo.portal.guesses.Budget.Kind;
import jp.kenpo.portal.guesses.GuessBudgets;
import jp.kenpo.portal.guesses.GuessBudgets.Try;
import jp.kenpo.portal.insurer.CurrentInsurer;
import jp.kenpo.portal.mail.MailTemplate;
import jp.kenpo.portal.platform.Refusal;
import jp.kenpo.portal.signin.Caller;

/** Judges and gives the user ID that a member wants. One that stays as it is is never judged: older rules made it. */
@ApplicationScoped
public class UserIdChoice {

    @Inject
    Accounts accounts;

    @Inject
    GuessBudgets budgets;

    @Inject
    SecurityNotices notices;

    @Inject
    AuditLog audit;

    /**
     * Says why the user ID cannot be had; empty where it can. Who asks after many that are taken has to wait, or he could
     * learn in this way who is a member.
     */
    @Transactional
    public Optional<Refusal> judge(CurrentInsurer insurer, Caller caller, UserId wanted) {
        if (!isQuestion(caller.account(), wanted)) {
            return check(caller.account(), wanted);
        }
        Try attempt = budgets.reserve(
                Budget.of(Kind.USER_ID, caller.accountId()), insurer.policy().guesses());
        if (attempt instanceof Try.Refused refused) {
            return refuse(caller, refused.why("user-id.wait", "user-id.wait"));
        }
        Optional<Refusal> taken = check(caller.account(), wanted);
        if (taken.isPresent()) {
            return refuse(caller, taken.get());
        }
        budgets.giveBack((Try.Granted) attempt);
        return Optional.empty();
    }

    private Optional<Refusal> refuse(Caller caller, Refusal why) {
        audit.record(AuditEvent.USER_ID_REFUSED, caller.account().insurerId(), caller.accountId(), why.key());
        return Optional.of(why);
    }

    /**
     * Gives an account that is locked the user ID, and tells its member so, or says why it cannot be had. Where he has it
     * already nothing is done.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<Refusal> take(CurrentInsurer insurer, Account account, UserId wanted) {
        // Whoever keeps his user ID need not wait for those who choose one.
        if (wanted.equals(account.userId())) {
            return Optional.empty();
        }
        accounts.lockUserIds(account.insurerId());
        Optional<Refusal> refusal = check(account, wanted);
        if (refusal.isEmpty()) {
            audit.record(AuditEvent.USER_ID_CHANGED, account.insurerId(), account.id());
            notices.tell(MailTemplate.USER_ID_CHANGED, insurer, account);
            account.chooseUserId(wanted);
        }
        return refusal;
    }

    /** Whether the answer tells something of others: it is neither the member's own nor badly formed. */
    private static boolean isQuestion(Account account, UserId wanted) {
        return !wanted.equals(account.userId()) && UserIdPolicy.check(wanted).isEmpty();
    }

    /** Why the user ID cannot be had; empty where it can. */
    private Optional<Refusal> check(Account account, UserId wanted) {
        if (wanted.equals(account.userId())) {
            return Optional.empty();
        }
        return UserIdPolicy.check(wanted)
                .or(() -> accounts.isTaken(account, wanted)
                        ? Optional.of(Refusal.of("user-id.taken"))
                        : Optional.empty());
    }
}
