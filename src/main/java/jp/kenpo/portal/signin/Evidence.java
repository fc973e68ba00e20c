package jp.kenpo.portal.signin;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is known of the caller in this visit.
 *
 * @param proofs in the order in which they were shown; empty before sign-in
 */
public record Evidence(List<Proof> proofs) {

    /** Of a caller who has shown nothing. */
    public static final Evidence NONE = new Evidence(List.of());

    public Evidence {
        proofs = List.copyOf(proofs);
    }

    /** The password, if it was shown. */
    public Optional<Proof.Password> password() {
        return proofs.stream()
                .filter(Proof.Password.class::isInstance)
                .map(Proof.Password.class::cast)
                .findFirst();
    }

    /** The link of a mail that stands for a forgotten password, if one was used and no new password is set yet. */
    public Optional<Proof.MailLink> mailLink() {
        return proofs.stream()
                .filter(Proof.MailLink.class::isInstance)
                .map(Proof.MailLink.class::cast)
                .findFirst();
    }

    /** Whether somebody whose second factors were taken away has shown who he is. */
    public boolean mayEnrol() {
        return proofs.stream().anyMatch(Proof.Enrolment.class::isInstance);
    }

    /** When the first of two factors was shown, unless a passkey stands for both. */
    Optional<Instant> firstFactorAt() {
        return password().<Proof>map(shown -> shown).or(this::mailLink).map(Proof::at);
    }

    /** Whether a passkey was used: it asked for face, fingerprint or screen lock, and so stands for both factors. */
    public boolean hasPasskey() {
        return proofs.stream().anyMatch(Proof.PasskeyAssertion.class::isInstance);
    }

    /** The passkey that was made in this visit last. */
    public Optional<Long> newPasskey() {
        return proofs.stream()
                .filter(Proof.PasskeyRegistration.class::isInstance)
                .map(proof -> ((Proof.PasskeyRegistration) proof).passkeyId())
                .findFirst();
    }

    /** When a second factor was last shown. */
    public Optional<Instant> secondFactorAt() {
        return proofs.stream().filter(Proof::isSecondFactor).map(Proof::at).max(Instant::compareTo);
    }
}
