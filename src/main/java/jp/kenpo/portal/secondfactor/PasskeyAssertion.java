package jp.kenpo.portal.secondfactor;

import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.attestation.authenticator.AuthenticatorData;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;

/** An authenticator's answer to the wish for a sign-in: read, and not believed before it is verified. */
public final class PasskeyAssertion {

    private final AuthenticationData data;

    private PasskeyAssertion(AuthenticationData data) {
        this.data = data;
    }

    /** Reads an answer. @param credential the public key credential as JSON */
    static PasskeyCheck<PasskeyAssertion> read(String credential) {
        return WebAuthnVerifier.check(() -> {
            String id = PublicKeyCredentialJson.id(credential);
            PasskeyAssertion read =
                    new PasskeyAssertion(WebAuthnVerifier.MANAGER.parseAuthenticationResponseJSON(credential));
            PublicKeyCredentialJson.requireSame(id, read.credentialId());
            return read;
        });
    }

    /** Verifies the answer by the passkey that it names (WebAuthn L3 § 7.2 steps 7 to 23). */
    PasskeyCheck<PasskeyAssertion> verify(Passkey passkey, RelyingParty relyingParty, byte[] challenge) {
        return WebAuthnVerifier.check(() -> {
            CredentialRecordImpl record = new CredentialRecordImpl(
                    null,
                    true,
                    passkey.isBackupEligible(),
                    passkey.isBackedUp(),
                    passkey.signCount(),
                    WebAuthnVerifier.CREDENTIALS.convert(passkey.attestedCredentialData()),
                    null,
                    null,
                    null,
                    null);
            WebAuthnVerifier.MANAGER.verify(
                    data,
                    new AuthenticationParameters(
                            WebAuthnVerifier.expected(relyingParty, challenge), record, null, true, true));
            return this;
        });
    }

    /** Which passkey it says it is: base64url without padding. */
    String credentialId() {
        return base64Url(data.getCredentialId());
    }

    /** Whose passkey the authenticator says it is: the user handle in base64url; empty where it does not say. */
    Optional<String> userHandle() {
        return Optional.ofNullable(data.getUserHandle()).map(PasskeyAssertion::base64Url);
    }

    long signCount() {
        return authenticatorData().getSignCount();
    }

    boolean isBackedUp() {
        return authenticatorData().isFlagBS();
    }

    private AuthenticatorData<?> authenticatorData() {
        return Objects.requireNonNull(data.getAuthenticatorData());
    }

    private static String base64Url(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
