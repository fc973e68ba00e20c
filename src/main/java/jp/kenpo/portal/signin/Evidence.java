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

    /** When a second factor was last shown. */
    public Optional<Instant> secondFactorAt() {
        return proofs.stream().filter(Proof::isSecondFactor).map(Proof::at).max(Instant::compareTo);
    }
}
