package jp.kenpo.portal.signin;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.kenpo.portal.account.EmailState;
import jp.kenpo.portal.account.StaffRole;
import jp.kenpo.portal.insurer.SecondFactorMethod;

/** A member who is signed in, until a test says what is otherwise. */
final class Situation {

    static final Instant NOW = Instant.parse("2026-04-01T00:00:00Z");

    Optional<StaffRole> staffRole = Optional.empty();
    boolean factorsReset = false;
    Optional<LocalDate> membershipEndedOn = Optional.empty();
    boolean initialPassword = false;
    Optional<Instant> initialPasswordExpiresAt = Optional.empty();
    boolean birthDateConfirmed = true;
    int acceptedTerms = 3;
    int leastTerms = 2;
    boolean userIdDecided = true;
    Optional<SecondFactorMethod> method = Optional.of(SecondFactorMethod.OTP);
    EmailState emailState = EmailState.CONFIRMED;
    Optional<Instant> firstLoginCompletedAt = Optional.of(NOW.minusSeconds(86_400));
    boolean handOverContinued = false;
    Set<SecondFactorMethod> secondFactors = Set.of(SecondFactorMethod.OTP);

    Optional<Instant> recoveryOpensAt = Optional.empty();

    Optional<Proof> password = Optional.of(new Proof.Password(false, NOW.minusSeconds(60)));
    Optional<Proof> mailLink = Optional.empty();
    Optional<Proof> enrolment = Optional.empty();
    Optional<Proof> secondFactor = Optional.of(new Proof.TotpCode(7, NOW.minusSeconds(30)));

    /** The account stands at its initial password, and that is what was typed. */
    void atInitialPassword() {
        initialPassword = true;
        password = Optional.of(new Proof.Password(true, NOW.minusSeconds(60)));
    }

    /** Nothing was shown yet. */
    void withoutProof() {
        password = Optional.empty();
        mailLink = Optional.empty();
    }

    /** The member forgot a password of his own, and used the link that was sent to him. */
    void withLinkInsteadOfPassword() {
        initialPassword = false;
        password = Optional.empty();
        mailLink = Optional.of(new Proof.MailLink(5, NOW.minusSeconds(60)));
    }

    SignInFacts facts() {
        return new SignInFacts(
                staffRole,
                membershipEndedOn,
                initialPassword,
                initialPasswordExpiresAt,
                birthDateConfirmed,
                acceptedTerms,
                leastTerms,
                userIdDecided,
                method,
                emailState,
                firstLoginCompletedAt,
                handOverContinued,
                secondFactors,
                factorsReset,
                recoveryOpensAt);
    }

    Evidence evidence() {
        List<Proof> proofs = new ArrayList<>();
        mailLink.ifPresent(proofs::add);
        password.ifPresent(proofs::add);
        enrolment.ifPresent(proofs::add);
        secondFactor.ifPresent(proofs::add);
        return new Evidence(proofs);
    }

    SignInStep nextStep() {
        return SignInPolicy.nextStep(facts(), evidence(), NOW);
    }
}
