package jp.kenpo.portal.selfservice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import jp.kenpo.portal.account.PasswordHashing;
import jp.kenpo.portal.guesses.Budget;
import jp.kenpo.portal.guesses.GuessBudgets;
import jp.kenpo.portal.guesses.GuessBudgets.Try;
import jp.kenpo.portal.insurer.CurrentInsurer;
import jp.kenpo.portal.platform.Refusal;
import jp.kenpo.portal.platform.TypedText;
import jp.kenpo.portal.signin.Caller;
import jp.kenpo.portal.signin.Proving;

/**
 * Sets another password for a signed-in member, who has to know the current one: whoever finds his unlocked phone may
 * well confirm with it (ASVS 6.2.3).
 *
 * <p>The current one is guessed at under the same count as at a login, or this page would be a second place to guess.
 * The hashes run between two transactions, as a login's does; whoever has to wait costs none.
 */
@ApplicationScoped
public class PasswordChange {

    @Inject
    GuessBudgets budgets;

    @Inject
    PasswordHashing hashing;

    @Inject
    PasswordChangeRecord record;

    /**
     * What the member typed.
     *
     * @param current the password that he has now
     * @param chosen the other one, in NFKC, which the policy takes
     * @param everywhereElse whether every other visit of his ends
     */
    public record Wish(String current, String chosen, boolean everywhereElse) {}

    /**
     * Sets the password where the current one is right; refused otherwise.
     *
     * @param known the device that the form comes from, if the caller signed in with it before
     */
    public Proving change(CurrentInsurer insurer, Caller caller, Optional<String> known, Wish wish) {
        Budget budget =
                Budget.ofPassword(insurer.id(), caller.account().userId().value(), known);
        Try attempt = budgets.reserve(budget, insurer.policy().guesses());
        if (attempt instanceof Try.Refused refused) {
            return record.refused(caller, refused.why("current-password.wait", "current-password.used-up"));
        }
        boolean right = hashing.matches(caller.account().passwordHash(), TypedText.nfkc(wish.current()));
        return right
                ? record.right(insurer, caller, hashing.hash(wish.chosen()), wish.everywhereElse())
                : record.wrong(insurer, caller, (Try.Granted) attempt, Refusal.of("current-password.wrong"));
    }
}
