package jp.kenpo.portal.signin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import jp.kenpo.portal.account.Accounts;
import jp.kenpo.portal.account.InitialPassword;
import jp.kenpo.portal.account.PasswordHashing;
import jp.kenpo.portal.account.UserId;
import jp.kenpo.portal.insurer.CurrentInsurer;
import jp.kenpo.portal.platform.TypedText;
import jp.kenpo.portal.signin.GuessBudgets.Budget;
import jp.kenpo.portal.signin.GuessBudgets.Kind;
import jp.kenpo.portal.signin.GuessBudgets.Try;

/**
 * Takes user ID and password.
 *
 * <p>Every attempt costs the same: one count, one look-up, one Argon2, one audit row, whether the user ID
 * exists or not, has a password of its own or the initial one, or has to wait (ASVS 6.3.8). The hash runs
 * between two transactions, so it holds no connection.
 */
@ApplicationScoped
public class SignIn {

    @Inject
    GuessBudgets budgets;

    @Inject
    Accounts accounts;

    @Inject
    PasswordHashing hashing;

    @Inject
    SignInRecord record;

    /** Begins a visit where the password is the one of the user ID. */
    public Proving withPassword(CurrentInsurer insurer, UserId userId, String typedPassword) {
        Budget budget = new Budget(Kind.PASSWORD, insurer.id() + " " + userId);
        Try attempt = budgets.reserve(budget, insurer.policy().guesses());
        Optional<Accounts.Found> found = accounts.find(insurer.id(), userId);
        boolean right = isRight(found, typedPassword);
        if (attempt instanceof Try.Refused refused) {
            record.passwordRefused(insurer.id(), found);
            return Proving.refused("password.wait", refused.remaining());
        }
        if (!right) {
            record.passwordRefused(insurer.id(), found);
            return Proving.refused("password.wrong");
        }
        return new Proving.Proved(record.passwordProved(found.orElseThrow(), budget));
    }

    private boolean isRight(Optional<Accounts.Found> found, String typed) {
        boolean own = hashing.matches(found.flatMap(one -> one.account().passwordHash()), TypedText.nfkc(typed));
        boolean initial = found.filter(one -> one.account().passwordHash().isEmpty())
                .filter(one -> InitialPassword.matches(one.member(), typed))
                .isPresent();
        return own || initial;
    }
}
