package jp.kenpo.portal.signin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import jp.kenpo.portal.guesses.Budget;
import jp.kenpo.portal.guesses.Budget.Kind;
import jp.kenpo.portal.guesses.GuessBudgets;
import jp.kenpo.portal.guesses.GuessBudgets.Try;
import jp.kenpo.portal.insurer.CurrentInsurer;
import jp.kenpo.portal.platform.Refusal;
import jp.kenpo.portal.secondfactor.RecoveryCode;
import jp.kenpo.portal.secondfactor.RecoveryCodes;
import jp.kenpo.portal.secondfactor.StoredRecoveryCode;

/**
 * Takes a recovery code in the place of a second factor. Its hash runs between two transactions, as a password's does;
 * whoever has to wait costs none.
 */
@ApplicationScoped
public class RecoveryCodeSignIn {

    @Inject
    GuessBudgets budgets;

    @Inject
    RecoveryCodes codes;

    @Inject
    RecoveryCodeRecord record;

    /**
     * Proves the second factor where the code is one of the caller's that was not used before.
     *
     * @param known the device that the code comes from, if the caller signed in with it before
     */
    public Proving withCode(CurrentInsurer insurer, Caller caller, RecoveryCode typed, Optional<String> known) {
        Budget budget = Budget.of(Kind.RECOVERY_CODE, caller.accountId(), known);
        Try attempt = budgets.reserve(budget, insurer.policy().guesses());
        if (attempt instanceof Try.Refused refused) {
            return record.refused(caller, refused.why("recovery-code.wait", "recovery-code.used-up"));
        }
        Try.Granted granted = (Try.Granted) attempt;
        Optional<StoredRecoveryCode> code = codes.find(caller.accountId(), typed);
        return code.isPresent()
                ? record.right(insurer, caller, granted, code.get())
                : record.wrong(insurer, caller, granted, Refusal.of("recovery-code.wrong"));
    }
}
