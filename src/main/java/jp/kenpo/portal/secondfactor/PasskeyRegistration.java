package jp.kenpo.portal.secondfactor;

import com.webauthn4j.data.AuthenticatorTransport;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.attestation.authenticator.AttestedCredentialData;
import com.webauthn4j.data.attestation.authenticator.AuthenticatorData;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/** An authenticator's answer to the wish for a new passkey, verified (WebAuthn L3 § 7.1 steps 5 to 24). */
public final class PasskeyRegistration {

    /** What the public key may be for, the wished first: EdDSA, ES256, RS256 (RFC 9053, RFC 8812). */
    static final List<COSEAlgorithmIdentifier> ALGORITHMS =
            List.of(COSEAlgorithmIdentifier.EdDSA, COSEAlgorithmIdentifier.ES256, COSEAlgorithmIdentifier.RS256);

    private static final Pattern TRANSPORT = Pattern.compile("[a-z-]{1,15}");
    private static final Set<String> TRANSPORTS = Set.of("usb", "nfc", "ble", "smart-card", "hybrid", "internal");
    private static final int MOST_TRANSPORTS = 6;

    private final RegistrationData data;
    private final AttestedCredentialData credential;

    private PasskeyRegistration(RegistrationData data) {
        this.data = data;
        this.credential = Objects.requireNonNull(authenticatorData(data).getAttestedCredentialData());
    }

    /**
     * Verifies the answer.
     *
     * <p>Whether its credential ID is known already (step 26) and where it is kept (step 27) is the caller's.
     *
     * @param credential the public key credential as JSON
     */
    static PasskeyCheck<PasskeyRegistration> verify(String credential, RelyingParty relyingParty, byte[] challenge) {
        List<PublicKeyCredentialParameters> wanted = ALGORITHMS.stream()
                .map(algorithm -> new PublicKeyCredentialParameters(PublicKeyCredentialType.PUBLIC_KEY, algorithm))
                .toList();
        RegistrationParameters expected =
                new RegistrationParameters(WebAuthnVerifier.expected(relyingParty, challenge), wanted, true, true);
        return WebAuthnVerifier.check(() -> {
            String id = PublicKeyCredentialJson.id(credential);
            PasskeyRegistration made = new PasskeyRegistration(WebAuthnVerifier.MANAGER.verifyRegistrationResponseJSON(
                    UnreadAttestation.leftOut(credential), expected));
            PublicKeyCredentialJson.requireSame(id, made.credentialId());
            return made;
        });
    }

    /** Base64url without padding. */
    String credentialId() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(credential.getCredentialId());
    }

    byte[] attestedCredentialData() {
        return WebAuthnVerifier.CREDENTIALS.convert(credential);
    }

    /** Which make of authenticator this is, as 8-4-4-4-12 hexadecimal digits; zeros where it does not say. */
    String aaguid() {
        return credential.getAaguid().toString();
    }

    long signCount() {
        return authenticatorData(data).getSignCount();
    }

    boolean isBackupEligible() {
        return authenticatorData(data).isFlagBE();
    }

    boolean isBackedUp() {
        return authenticatorData(data).isFlagBS();
    }

    /**
     * How browsers reach the authenticator; empty where they do not say. Unknown words are kept too, as browsers may
     * come to know them (WebAuthn L3 § 4 "transports", § 5.8.4), as far as they have room: at most six words of up to
     * fifteen small letters and hyphens, those of the specification first.
     */
    List<String> transports() {
        Set<AuthenticatorTransport> transports = data.getTransports();
        return transports == null
                ? List.of()
                : transports.stream()
                        .map(AuthenticatorTransport::getValue)
                        .filter(word -> TRANSPORT.matcher(word).matches())
                        .sorted(Comparator.comparing((String word) -> !TRANSPORTS.contains(word))
                                .thenComparing(Comparator.naturalOrder()))
                        .limit(MOST_TRANSPORTS)
                        .toList();
    }

    private static AuthenticatorData<?> authenticatorData(RegistrationData data) {
        return Objects.requireNonNull(data.getAttestationObject()).getAuthenticatorData();
    }
}
