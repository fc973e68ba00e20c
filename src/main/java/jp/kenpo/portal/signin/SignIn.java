package jp.kenpo.portal.signin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import jp.kenpo.portal.account.Accounts;
import jp.kenpo.portal.account.InitialPassword;
import jp.kenpo.portal.account.LetterSecrets;
import jp.kenpo.portal.account.PasswordHashing;
import jp.kenpo.portal.account.PasswordRehash;
import jp.kenpo.portal.account.UserId;
import jp.kenpo.portal.guesses.Budget;
import jp.kenpo.portal.guesses.Crowds;
import jp.kenpo.portal.guesses.GuessBudgets;
import jp.kenpo.portal.guesses.GuessBudgets.Try;
import jp.kenpo.portal.guesses.KnownDevices;
import jp.kenpo.portal.guesses.NetworkAddress;
import jp.kenpo.portal.insurer.CurrentInsurer;
import jp.kenpo.portal.platform.Refusal;
import jp.kenpo.portal.platform.TypedText;

/**
 * Takes user ID and password.
 *
 * <p>Every attempt costs the same: one count, one look-up, one Argon2, one audit row, whether the user ID
 * exists or not, has a password of its own or the initial one, or has to wait (ASVS 6.3.8). The hash runs
 * between two transactions, so it holds no connection. Only an address that guesses at everybody is turned away before
 * it, since the hash is what such a crowd would use up; but nobody at a device of his own, who may share the address
 * with the guesser.
 */
@ApplicationScoped
public class SignIn {

    @Inject
    Crowds crowds;

    @Inject
    KnownDevices knownDevices;

    @Inject
    GuessBudgets budgets;

    @Inject
    Accounts accounts;

    @Inject
    PasswordHashing hashing;

    @Inject
    LetterSecrets letterSecrets;

    @Inject
    PasswordRehash rehash;

    @Inject
    SignInRecord record;

    /**
     * Begins a visit where the password is the one of the user ID.
     *
     * @param address where the attempt comes from
     * @param mark of the browser's device, see {@link KnownDevices}
     */
    public Proving withPassword(
            CurrentInsurer insurer, UserId userId, String typedPassword, NetworkAddress address, String mark) {
        Optional<String> device = knownDevices.find(mark, insurer.id(), userId);
        Optional<Duration> crowded = crowds.waitOf(insurer, address);
        if (crowded.isPresent() && device.isEmpty()) {
            return Proving.refused("password.address-wait", crowded.get());
        }
        Budget budget = Budget.ofPassword(insurer.id(), userId.value(), device);
        Try attempt = budgets.reserve(budget, insurer.policy().guesses());
        Optional<Accounts.Found> found = accounts.find(insurer.id(), userId);
        boolean right = isRight(insurer, found, typedPassword);
        PasswordTry made = new PasswordTry(insurer, budget, attempt, address);
        if (right && attempt instanceof Try.Granted) {
            Accounts.Found proved = found.orElseThrow();
            return new Proving.Proved(
                    record.passwordProved(made, proved, rehash.of(proved.account(), TypedText.nfkc(typedPassword))));
        }
        Refusal why = attempt instanceof Try.Refused refused
                ? refused.why("password.wait", "password.used-up")
                : Refusal.of("password.wrong");
        record.passwordRefused(made, found, why);
        return new Proving.Refused(why);
    }

    private boolean isRight(CurrentInsurer insurer, Optional<Accounts.Found> found, String typed) {
        boolean own = hashing.matches(found.flatMap(one -> one.account().passwordHash()), TypedText.nfkc(typed));
        boolean initial = found.filter(one -> one.account().passwordHash().isEmpty())
                .filter(one -> isInitial(insurer, one, typed))
                .isPresent();
        return own || initial;
    }

    private boolean isInitial(CurrentInsurer insurer, Accounts.Found found, String typed) {
        return switch (insurer.policy().initialPassword()) {
            case DERIVED ->
                found.owner()
                        .insured()
                        .filter(member -> InitialPassword.matches(member, typed))
                        .isPresent();
            case LETTER -> found.owner().insured().isPresent() && letterSecrets.isPrinted(found.account(), typed);
        };
    }
}
