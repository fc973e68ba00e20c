package jp.kenpo.portal.secondfactor;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;
import com.webauthn4j.util.exception.WebAuthnException;
import com.webauthn4j.verifier.attestation.statement.none.NoneAttestationStatementVerifier;
import com.webauthn4j.verifier.attestation.statement.packed.PackedAttestationStatementVerifier;
import com.webauthn4j.verifier.attestation.trustworthiness.certpath.NullCertPathTrustworthinessVerifier;
import com.webauthn4j.verifier.attestation.trustworthiness.self.NullSelfAttestationTrustworthinessVerifier;
import com.webauthn4j.verifier.exception.BadChallengeException;
import com.webauthn4j.verifier.exception.BadOriginException;
import com.webauthn4j.verifier.exception.BadRpIdException;
import com.webauthn4j.verifier.exception.MaliciousCounterValueException;
import com.webauthn4j.verifier.exception.NotAllowedCredentialIdException;
import com.webauthn4j.verifier.exception.UserNotVerifiedException;
import java.util.List;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import tools.jackson.core.JacksonException;

/** The library that reads and verifies what authenticators send, and what it means here when it refuses. */
final class WebAuthnVerifier {

    private static final Logger LOG = Logger.getLogger(WebAuthnVerifier.class.getName());

    private static final ObjectConverter CONVERTER = new ObjectConverter();

    /** Takes no attestation and self attestation; any other is left out before ({@link UnreadAttestation}). */
    static final WebAuthnManager MANAGER = new WebAuthnManager(
            List.of(new NoneAttestationStatementVerifier(), new PackedAttestationStatementVerifier()),
            new NullCertPathTrustworthinessVerifier(),
            new NullSelfAttestationTrustworthinessVerifier(),
            CONVERTER);

    static final AttestedCredentialDataConverter CREDENTIALS = new AttestedCredentialDataConverter(CONVERTER);

    private WebAuthnVerifier() {}

    /** What an answer is compared with. */
    static ServerProperty expected(RelyingParty relyingParty, byte[] challenge) {
        return ServerProperty.builder()
                .origin(new Origin(relyingParty.origin().toString()))
                .rpId(relyingParty.id())
                .challenge(new DefaultChallenge(challenge))
                .build();
    }

    /**
     * Reads or verifies. Whatever is thrown at what somebody sent is a refusal: of some malformed input the library
     * says so by a NullPointerException.
     */
    static <T> PasskeyCheck<T> check(Supplier<T> verification) {
        try {
            return new PasskeyCheck.Passed<>(verification.get());
        } catch (WebAuthnException | JacksonException | IllegalArgumentException refused) {
            LOG.log(Level.INFO, "A passkey was refused: {0}", refused.getClass().getSimpleName());
            return new PasskeyCheck.Failed<>(meaning(refused));
        } catch (RuntimeException unforeseen) {
            LOG.log(Level.WARNING, "A passkey that could not be read was refused", unforeseen);
            return new PasskeyCheck.Failed<>(PasskeyFailure.INVALID);
        }
    }

    private static PasskeyFailure meaning(RuntimeException refused) {
        if (refused instanceof UserNotVerifiedException) {
            return PasskeyFailure.USER_NOT_VERIFIED;
        }
        if (refused instanceof BadChallengeException) {
            return PasskeyFailure.STALE;
        }
        if (refused instanceof BadOriginException || refused instanceof BadRpIdException) {
            return PasskeyFailure.WRONG_ADDRESS;
        }
        if (refused instanceof NotAllowedCredentialIdException) {
            return PasskeyFailure.UNKNOWN_KEY;
        }
        return refused instanceof MaliciousCounterValueException
                ? PasskeyFailure.COUNTER_WENT_BACK
                : PasskeyFailure.INVALID;
    }
}
