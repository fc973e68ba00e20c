package jp.kenpo.portal.helpdesk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import jp.kenpo.portal.account.Accounts;
import jp.kenpo.portal.account.HelpReason;
import jp.kenpo.portal.audit.AuditEvent;
import jp.kenpo.portal.audit.AuditHistory;
import jp.kenpo.portal.audit.AuditLog;
import jp.kenpo.portal.guesses.AccountGuesses;
import jp.kenpo.portal.guesses.Budget;
import jp.kenpo.portal.guesses.GuessBudgets;
import jp.kenpo.portal.guesses.GuessBudgets.Try;
import jp.kenpo.portal.insurer.CurrentInsurer;
import jp.kenpo.portal.platform.Parsed;
import jp.kenpo.portal.platform.Refusal;
import jp.kenpo.portal.selfservice.Change;
import jp.kenpo.portal.selfservice.HistoryWord;
import jp.kenpo.portal.signin.Action;
import jp.kenpo.portal.signin.Caller;
import jp.kenpo.portal.signin.FreshlyProved;
import jp.kenpo.portal.signin.SignInSessions;
import jp.kenpo.portal.signin.SignInStep;
import jp.kenpo.portal.signin.SupportCodes;
import jp.kenpo.portal.signin.SupportedVisit;

/**
 * Staff see where somebody is stuck who reads them a code from his screen, and nothing of who he is; and they can do
 * the one thing about it that harms nobody.
 */
@ApplicationScoped
public class SupportDesk {

    /** Of whoever is past the password: who mistypes it now is somebody else. */
    private static final Set<AuditEvent> MISTAKES = EnumSet.of(
            AuditEvent.SECOND_FACTOR_REFUSED,
            AuditEvent.RECOVERY_CODE_REFUSED,
            AuditEvent.BIRTH_DATE_REFUSED,
            AuditEvent.EMAIL_CODE_REFUSED,
            AuditEvent.TOTP_SETUP_REFUSED,
            AuditEvent.PASSKEY_SETUP_REFUSED);

    @Inject
    SupportCodes codes;

    @Inject
    Accounts accounts;

    @Inject
    SignInSessions sessions;

    @Inject
    FreshlyProved proof;

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
         * @param opensAt until when its member waits who has none of his devices; empty where he does not
         * @param heldUp whether he may have to wait after mistakes, or is not let try at all
         */
        record Found(SupportedVisit visit, Optional<Mistake> last, Optional<Instant> opensAt, boolean heldUp)
                implements Finding {}

        record Refused(Refusal why) implements Finding {}
    }

    /** What did not go right last. @param word that tells of it */
    public record Mistake(HistoryWord word, Instant at) {}

    /** Finds the visit of whoever reads a code; whoever tries many codes waits, and each that is nobody's is recorded. */
    @Transactional
    Finding find(CurrentInsurer insurer, Caller staff, String code) {
        return reach(insurer, staff, code)
                .either(
                        visit -> {
                            record(insurer, staff, visit);
                            return found(insurer, visit);
                        },
                        Finding.Refused::new);
    }

    private Finding found(CurrentInsurer insurer, SupportedVisit visit) {
        return new Finding.Found(
                visit,
                lastMistake(visit.account().id(), visit.startedAt()),
                visit.step() instanceof SignInStep.AwaitsRecovery awaits
                        ? Optional.of(awaits.opensAt())
                        : Optional.empty(),
                guesses.isHeldUpBehindThePassword(
                        visit.account(), insurer.policy().guesses()));
    }

    private Parsed<SupportedVisit> reach(CurrentInsurer insurer, Caller staff, String code) {
        Budget budget = Budget.of(Budget.Kind.SUPPORT_CODE, staff.accountId());
        Try attempt = budgets.reserve(budget, insurer.policy().guesses());
        if (attempt instanceof Try.Refused refused) {
            return new Parsed.Refused<>(refused.why("support-code.wait", "support-code.used-up"));
        }
        Optional<SupportedVisit> visit = codes.find(insurer, code);
        if (visit.isEmpty()) {
            audit.record(
                    AuditEvent.SUPPORT_CODE_REFUSED,
                    insurer.id(),
                    null,
                    staff.deed(Optional.empty()).inShort());
            return Parsed.refused("support-code.nobody");
        }
        budgets.clear(budget);
        return Parsed.of(visit.get());
    }

    private void record(CurrentInsurer insurer, Caller staff, SupportedVisit visit) {
        audit.record(
                AuditEvent.SUPPORT_CODE_TAKEN,
                insurer.id(),
                visit.account().id(),
                staff.deed(Optional.of(HelpReason.SUPPORT_CODE)).inShort());
    }

    private Optional<Mistake> lastMistake(long account, Instant since) {
        return history.of(account, MISTAKES, since, 1).stream()
                .findFirst()
                .flatMap(entry -> HistoryWord.of(entry.event()).map(word -> new Mistake(word, entry.at())));
    }

    /**
     * Ends the visit of whoever reads a code, so that he begins anew; no other visit, and nothing else that he waits for.
     * To let him guess on, who may be anybody with a stolen password, takes the checks of the help desk.
     */
    @Transactional
    Change end(CurrentInsurer insurer, Caller staff, String code) {
        return reach(insurer, staff, code).either(visit -> end(insurer, staff, visit), Change.Refused::new);
    }

    private Change end(CurrentInsurer insurer, Caller staff, SupportedVisit visit) {
        if (proof.lock(staff, Action.HELP_MEMBER).isEmpty()) {
            return new Change.NotNow();
        }
        sessions.endAlone(accounts.lock(visit.account().id()), visit.sessionId());
        record(insurer, staff, visit);
        return new Change.Made();
    }
}
