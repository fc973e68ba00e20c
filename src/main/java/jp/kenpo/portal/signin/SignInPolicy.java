package jp.kenpo.portal.signin;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import jp.kenpo.portal.account.EmailState;
import jp.kenpo.portal.account.StaffRole;
import jp.kenpo.portal.insurer.SecondFactorMethod;
import jp.kenpo.portal.platform.Clocks;

/**
 * Says what a caller has to do next, and what he may do now.
 *
 * <p>The guards are asked in their order; the first that holds is the answer. The second factor comes before the
 * first login's steps, so that a reset password never goes round a factor that exists.
 */
public final class SignInPolicy {

    /** A second factor shown longer ago does not cover a change of how one signs in (ASVS 7.5.1). */
    static final Duration FRESH = Duration.ofMinutes(5);

    /** So long a password, or the link in its place, counts alone while the second factor is to follow. */
    static final Duration PROVING = Duration.ofMinutes(10);

    private SignInPolicy() {}

    /** The step that is open now. */
    public static SignInStep nextStep(SignInFacts facts, Evidence evidence, Instant now) {
        if (!isPasswordProved(facts, evidence) && !isLinkProved(facts, evidence) && !evidence.hasPasskey()) {
            return new SignInStep.NeedsPassword();
        }
        boolean restsOnInitialPassword = facts.initialPassword() && !evidence.hasPasskey();
        Optional<SignInStep.Barred> barred =
                barred(facts.membershipEndedOn(), restsOnInitialPassword, facts.initialPasswordExpiresAt(), now);
        if (barred.isPresent()) {
            return barred.get();
        }
        if (isHalfProved(facts, evidence)) {
            return now.isBefore(endOfProving(facts, evidence))
                    ? secondFactorStep(facts, evidence)
                    : new SignInStep.NeedsPassword();
        }
        if (isLinkProved(facts, evidence)) {
            return new SignInStep.NeedsPasswordReset();
        }
        if (facts.factorsReset() && !evidence.mayEnrol()) {
            return new SignInStep.NeedsEnrolmentProof();
        }
        if (facts.staffRole().isPresent()) {
            return staffStep(facts, facts.staffRole().get());
        }
        if (!facts.birthDateConfirmed()) {
            return new SignInStep.NeedsBirthDate();
        }
        if (facts.acceptedTerms() < facts.leastTerms()) {
            return new SignInStep.NeedsTerms(facts.acceptedTerms() > 0);
        }
        if (!facts.userIdDecided() || facts.method().isEmpty()) {
            return new SignInStep.NeedsUserIdAndMethod();
        }
        if (facts.initialPassword()) {
            return new SignInStep.NeedsNewPassword();
        }
        if (facts.emailState() == EmailState.NONE) {
            return new SignInStep.NeedsEmail();
        }
        if (facts.emailState() == EmailState.CODE_SENT) {
            return new SignInStep.NeedsEmailCode();
        }
        if (!facts.secondFactors().isEmpty()) {
            return new SignInStep.SignedIn();
        }
        return isHandOverPending(facts, evidence)
                ? new SignInStep.FirstLoginDone()
                : new SignInStep.NeedsMfaSetup(facts.method().get());
    }

    /** Staff are nobody's insured persons: there is no birth date to confirm and no terms to accept. */
    private static SignInStep staffStep(SignInFacts facts, StaffRole role) {
        return facts.secondFactors().isEmpty()
                ? new SignInStep.NeedsMfaSetup(facts.method().orElse(SecondFactorMethod.OTP))
                : new SignInStep.AtWork(role);
    }

    /** Whoever waits is told so at once; but a link by mail and a code by mail are no two factors. */
    private static SignInStep secondFactorStep(SignInFacts facts, Evidence evidence) {
        return facts.recoveryOpensAt()
                .filter(opensAt -> evidence.password().isPresent())
                .<SignInStep>map(SignInStep.AwaitsRecovery::new)
                .orElseGet(facts::secondFactorStep);
    }

    /** When a first factor to which no second one was added counts no more; never where none is to be added. */
    static Instant endOfProving(SignInFacts facts, Evidence evidence) {
        return isHalfProved(facts, evidence)
                ? evidence.firstFactorAt().map(at -> at.plus(PROVING)).orElse(Instant.MAX)
                : Instant.MAX;
    }

    private static boolean isHalfProved(SignInFacts facts, Evidence evidence) {
        return !facts.secondFactors().isEmpty() && evidence.secondFactorAt().isEmpty();
    }

    /** Why whoever has the right password is not let in all the same; empty where he is. */
    static Optional<SignInStep.Barred> barred(
            Optional<LocalDate> membershipEndedOn,
            boolean initialPassword,
            Optional<Instant> initialPasswordExpiresAt,
            Instant now) {
        if (hasCome(membershipEndedOn.orElse(LocalDate.MAX), now)) {
            return Optional.of(new SignInStep.MembershipEnded());
        }
        return initialPassword && !now.isBefore(initialPasswordExpiresAt.orElse(Instant.MAX))
                ? Optional.of(new SignInStep.InitialPasswordExpired())
                : Optional.empty();
    }

    /** Whether the caller may do something now, beside what his step asks of him. */
    public static Permission mayDo(Action action, Evidence evidence, Instant now) {
        return switch (action) {
            case ADD_SECOND_FACTOR,
                    CHANGE_SECOND_FACTOR,
                    MAKE_RECOVERY_CODES,
                    CHANGE_EMAIL,
                    CHANGE_PASSWORD,
                    CHANGE_USER_ID,
                    HELP_MEMBER,
                    IMPORT_MEMBERS,
                    CHANGE_STAFF,
                    MAKE_LETTERS,
                    PUBLISH,
                    CHANGE_SETTINGS ->
                evidence.secondFactorAt()
                        .filter(at -> now.isBefore(at.plus(FRESH)))
                        .map(at -> Permission.GRANTED)
                        .orElse(Permission.NEEDS_SECOND_FACTOR);
        };
    }

    /** The initial password dies when one of the member's own is set, and with it every visit that rests on it. */
    private static boolean isPasswordProved(SignInFacts facts, Evidence evidence) {
        return evidence.password()
                .filter(password -> password.initial() == facts.initialPassword())
                .isPresent();
    }

    /**
     * A link is sent for a forgotten password of the member's own only; the initial one stands in his papers. Staff
     * have no initial one, and are invited by a link.
     */
    private static boolean isLinkProved(SignInFacts facts, Evidence evidence) {
        return evidence.mailLink().isPresent()
                && (!facts.initialPassword() || facts.staffRole().isPresent());
    }

    /** Whether the member logged in before he completed the first login, and has not chosen to go straight on. */
    private static boolean isHandOverPending(SignInFacts facts, Evidence evidence) {
        return !facts.handOverContinued()
                && evidence.password()
                        .filter(password -> password.at()
                                .isBefore(facts.firstLoginCompletedAt().orElse(Instant.MIN)))
                        .isPresent();
    }

    private static boolean hasCome(LocalDate day, Instant now) {
        return !LocalDate.ofInstant(now, Clocks.JAPAN).isBefore(day);
    }
}
