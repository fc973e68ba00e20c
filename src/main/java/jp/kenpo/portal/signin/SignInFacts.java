package jp.kenpo.portal.signin;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import jp.kenpo.portal.account.Account;
import jp.kenpo.portal.account.AccountOwner;
import jp.kenpo.portal.account.EmailState;
import jp.kenpo.portal.account.StaffRole;
import jp.kenpo.portal.insurer.InsurerPolicy;
import jp.kenpo.portal.insurer.SecondFactorMethod;
import jp.kenpo.portal.member.Member;

/**
 * What the next step follows from, apart from this visit's proofs: the account, the roster, the terms.
 *
 * @param membershipEndedOn the first day without insurance
 * @param initialPassword whether the account stands at its initial password
 * @param acceptedTerms the latest version that the member accepted; 0 for none
 * @param leastTerms the version that he must have accepted, or a later one
 * @param method the second factor that he chose; before one is set up, one that the insurer offers
 * @param secondFactors the kinds of which at least one is set up
 * @param staffRole of the insurer's staff; empty for a member
 * @param factorsReset whether staff took the second factors away, and none was set up since
 * @param recoveryOpensAt when whoever has none of his devices any more can do without; empty where nobody waits for that
 */
public record SignInFacts(
        Optional<StaffRole> staffRole,
        Optional<LocalDate> membershipEndedOn,
        boolean initialPassword,
        Optional<Instant> initialPasswordExpiresAt,
        boolean birthDateConfirmed,
        int acceptedTerms,
        int leastTerms,
        boolean userIdDecided,
        Optional<SecondFactorMethod> method,
        EmailState emailState,
        Optional<Instant> firstLoginCompletedAt,
        boolean handOverContinued,
        Set<SecondFactorMethod> secondFactors,
        boolean factorsReset,
        Optional<Instant> recoveryOpensAt) {

    public SignInFacts {
        secondFactors = Set.copyOf(secondFactors);
    }

    /** What the account and the roster say, with what was counted beside them. */
    static SignInFacts of(
            Account account,
            AccountOwner owner,
            InsurerPolicy policy,
            int acceptedTerms,
            int leastTerms,
            Set<SecondFactorMethod> secondFactors,
            Optional<Instant> recoveryOpensAt) {
        return new SignInFacts(
                owner.staff().map(AccountOwner.Staff::role),
                owner.insured().flatMap(Member::disqualifiedOn),
                account.passwordHash().isEmpty(),
                account.initialPasswordExpiresAt(),
                account.birthDateConfirmedAt().isPresent(),
                acceptedTerms,
                leastTerms,
                account.userIdDecidedAt().isPresent(),
                secondFactors.isEmpty() ? account.method().map(policy::offeredInsteadOf) : account.method(),
                account.emailState(),
                account.firstLoginCompletedAt(),
                account.handOverContinuedAt().isPresent(),
                secondFactors,
                account.factorsResetAt().isPresent() && secondFactors.isEmpty(),
                recoveryOpensAt);
    }

    /** How a second factor is asked for first: by the method that the member chose, if it is set up. */
    SignInStep.NeedsSecondFactor secondFactorStep() {
        return new SignInStep.NeedsSecondFactor(method.filter(secondFactors::contains)
                .orElseGet(() -> secondFactors.iterator().next()));
    }
}
