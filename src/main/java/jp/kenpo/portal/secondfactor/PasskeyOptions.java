package jp.kenpo.portal.secondfactor;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;

/** What a browser is asked for, as JSON (WebAuthn L3 § 5.4 and § 5.5, in the forms of § 5.1.8 and § 5.1.9). */
public final class PasskeyOptions {

    private static final String REQUIRED = "required";

    private PasskeyOptions() {}

    /**
     * For a new passkey: one that signs in without a user ID and asks for face, fingerprint or screen lock.
     *
     * @param userHandle base64url
     * @param userId what the authenticator shows
     * @param there the account's passkeys, of which no authenticator is to have a second one
     */
    public static JsonObject creation(
            RelyingParty relyingParty,
            PasskeyChallenges.Issued challenge,
            String userHandle,
            String userId,
            List<Passkey> there) {
        JsonArrayBuilder algorithms = Json.createArrayBuilder();
        PasskeyRegistration.ALGORITHMS.forEach(algorithm -> algorithms.add(
                Json.createObjectBuilder().add("type", "public-key").add("alg", algorithm.getValue())));
        JsonObjectBuilder publicKey = Json.createObjectBuilder()
                .add("challenge", challenge.value())
                .add(
                        "rp",
                        Json.createObjectBuilder().add("id", relyingParty.id()).add("name", relyingParty.name()))
                .add(
                        "user",
                        Json.createObjectBuilder()
                                .add("id", userHandle)
                                .add("name", userId)
                                .add("displayName", userId))
                .add("pubKeyCredParams", algorithms)
                .add("timeout", PasskeyChallenges.LIFE.toMillis())
                .add("attestation", "none")
                .add(
                        "authenticatorSelection",
                        Json.createObjectBuilder()
                                .add("residentKey", REQUIRED)
                                .add("requireResidentKey", true)
                                .add("userVerification", REQUIRED))
                .add("excludeCredentials", descriptors(there))
                .add("extensions", Json.createObjectBuilder().add("credProps", true));
        return withChallenge(publicKey, challenge);
    }

    /** For a sign-in. @param wanted the passkeys that will do; empty: whichever the authenticator has */
    public static JsonObject request(
            RelyingParty relyingParty, PasskeyChallenges.Issued challenge, List<Passkey> wanted) {
        JsonObjectBuilder publicKey = Json.createObjectBuilder()
                .add("challenge", challenge.value())
                .add("rpId", relyingParty.id())
                .add("timeout", PasskeyChallenges.LIFE.toMillis())
                .add("userVerification", REQUIRED)
                .add("allowCredentials", descriptors(wanted));
        return withChallenge(publicKey, challenge);
    }

    private static JsonObject withChallenge(JsonObjectBuilder publicKey, PasskeyChallenges.Issued challenge) {
        return Json.createObjectBuilder()
                .add("sealed", challenge.sealed())
                .add("publicKey", publicKey)
                .build();
    }

    private static JsonArrayBuilder descriptors(List<Passkey> passkeys) {
        JsonArrayBuilder descriptors = Json.createArrayBuilder();
        for (Passkey passkey : passkeys) {
            descriptors.add(Json.createObjectBuilder()
                    .add("type", "public-key")
                    .add("id", passkey.credentialId())
                    .add("transports", Json.createArrayBuilder(passkey.transports())));
        }
        return descriptors;
    }
}
