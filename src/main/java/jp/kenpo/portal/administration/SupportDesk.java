package jp.kenpo.portal.administration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import jp.kenpo.portal.account.HelpReason;
import jp.kenpo.portal.audit.AuditEvent;
import jp.kenpo.portal.audit.AuditHistory;
import jp.kenpo.portal.audit.AuditLog;
import jp.kenpo.portal.guesses.AccountGuesses;
import jp.kenpo.portal.guesses.Budget;
import jp.kenpo.portal.guesses.GuessBudgets;
import jp.kenpo.portal.guesses.GuessBudgets.Try;
import jp.kenpo.portal.insurer.CurrentInsurer;
import jp.kenpo.portal.platform.Refusal;
import jp.kenpo.portal.selfservice.Change;
import jp.kenpo.portal.selfservice.HistoryWord;
import jp.kenpo.portal.signin.Caller;
import jp.kenpo.portal.signin.SupportCodes;
import jp.kenpo.portal.signin.SupportedVisit;

/**
 * Staff see where somebody is stuck who reads them a code from his screen, and nothing of who he is; and they can do
 * the one thing about it that harms nobody.
 */
@ApplicationScoped
public class SupportDesk {

    private static final Set<AuditEvent> MISTAKES = EnumSet.of(
            AuditEvent.PASSWORD_REFUSED,
            AuditEvent.SECOND_FACTOR_REFUSED,
            AuditEvent.PASSKEY_REFUSED,
            AuditEvent.RECOVERY_CODE_REFUSED,
            AuditEvent.BIRTH_DATE_REFUSED,
            AuditEvent.EMAIL_CODE_REFUSED,
            AuditEvent.USER_ID_REFUSED,
            AuditEvent.TOTP_SETUP_REFUSED,
            AuditEvent.PASSKEY_SETUP_REFUSED);

    @Inject
    SupportCodes codes;

    @Inject
    HelpDesk helpDesk;

    @Inject
    AuditHistory history;

    @Inject
    AccountGuesses guesses;

    @Inject
    GuessBudgets budgets;

    @Inject
    AuditLog audit;

    /** What staff find by a code. */
    sealed interface Finding {

        /**
         * The visit.
         *
         * @param heldUp whether its member has to wait somewhere, or is not let try at all
         */
        record Found(SupportedVisit visit, Optional<Mistake> last, boolean heldUp) implements Finding {}

        record Refused(Refusal why) implements Finding {}
    }

    /** What did not go right last. @param word that tells of it */
    public record Mistake(HistoryWord word, Instant at) {}

    /** Finds the visit of whoever reads a code; whoever tries many codes waits. */
    @Transactional
    Finding find(CurrentInsurer insurer, Caller staff, String code) {
        Budget budget = Budget.of(Budget.Kind.SUPPORT_CODE, staff.accountId());
        Try attempt = budgets.reserve(budget, insurer.policy().guesses());
        if (attempt instanceof Try.Refused refused) {
            return new Finding.Refused(refused.why("support-code.wait", "support-code.used-up"));
        }
        Optional<SupportedVisit> visit = codes.find(insurer, code);
        if (visit.isEmpty()) {
            return new Finding.Refused(Refusal.of("support-code.nobody"));
        }
        budgets.clear(budget);
        long account = visit.get().account().id();
        audit.record(
                AuditEvent.SUPPORT_CODE_TAKEN,
                insurer.id(),
                account,
                staff.deed(Optional.of(HelpReason.SUPPORT_CODE)).inShort());
        return new Finding.Found(
                visit.get(),
                lastMistake(account, visit.get().startedAt()),
                guesses.isHeldUp(visit.get().account(), insurer.policy().guesses()));
    }

    private Optional<Mistake> lastMistake(long account, Instant since) {
        return history.of(account, MISTAKES, since, 1).stream()
                .findFirst()
                .flatMap(entry -> HistoryWord.of(entry.event()).map(word -> new Mistake(word, entry.at())));
    }

    /**
     * Ends all that whoever reads a code is signed in by, so that he begins anew. To let him guess on, who may be
     * anybody with a stolen password, takes the checks of the help desk.
     */
    @Transactional
    Change endSessions(CurrentInsurer insurer, Caller staff, String code) {
        return codes.find(insurer, code)
                .map(visit -> helpDesk.endSessions(
                        insurer, staff, visit.account().id(), new Grounds(HelpReason.SUPPORT_CODE, Set.of())))
                .orElseGet(() -> new Change.Refused(Refusal.of("support-code.nobody")));
    }
}
