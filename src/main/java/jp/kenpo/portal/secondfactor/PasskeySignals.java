package jp.kenpo.portal.secondfactor;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.util.List;

/**
 * What a browser may be told so that its passkey store offers neither a key that was removed nor a former user ID
 * (WebAuthn L3 § 5.1.10).
 */
public final class PasskeySignals {

    private PasskeySignals() {}

    /**
     * The options of {@code signalAllAcceptedCredentials} and of {@code signalCurrentUserDetails}.
     *
     * @param userHandle base64url
     * @param userId what the authenticator shows
     * @param accepted all that the account can sign in with at this relying party
     */
    public static JsonObject of(RelyingParty relyingParty, String userHandle, String userId, List<Passkey> accepted) {
        JsonArrayBuilder ids = Json.createArrayBuilder();
        accepted.forEach(passkey -> ids.add(passkey.credentialId()));
        return Json.createObjectBuilder()
                .add(
                        "accepted",
                        Json.createObjectBuilder()
                                .add("rpId", relyingParty.id())
                                .add("userId", userHandle)
                                .add("allAcceptedCredentialIds", ids))
                .add(
                        "user",
                        Json.createObjectBuilder()
                                .add("rpId", relyingParty.id())
                                .add("userId", userHandle)
                                .add("name", userId)
                                .add("displayName", userId))
                .build();
    }
}
