package jp.kenpo.portal.secondfactor;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * An answer of an authenticator for the portal and its peer to judge.
 *
 * @param mutations the names of what was done to it
 * @param json the public key credential
 * @param passkey by which it is verified; empty where it is a new one's
 */
record Specimen(
        List<String> mutations, String json, byte[] challenge, SpecimenDevice device, Optional<Passkey> passkey) {

    static final RelyingParty PORTAL =
            new RelyingParty(1, "portal.example.jp", URI.create("https://portal.example.jp"), "試験健康保険組合");

    private static final JsonMapper JSON = JsonMapper.shared();

    /** With all that a verifier must be told. */
    JsonNode forThePeer() {
        ObjectNode asked = JSON.createObjectNode()
                .put("answer", json)
                .put("challenge", SoftwareAuthenticator.base64Url(challenge))
                .put("origin", PORTAL.origin().toString())
                .put("relyingPartyId", PORTAL.id());
        passkey.ifPresent(it -> asked.putObject("passkey")
                .put("credentialId", it.credentialId())
                .put(
                        "publicKey",
                        SoftwareAuthenticator.base64Url(device.asked(challenge).coseKey()))
                .put("signCount", it.signCount()));
        return asked;
    }

    /** What the portal says of it, in the peer's terms. */
    JsonNode verdict() {
        return passkey.isPresent() ? signIn(passkey.get()) : registration();
    }

    private JsonNode registration() {
        PasskeyCheck<PasskeyRegistration> check = PasskeyRegistration.verify(json, PORTAL, challenge);
        if (check instanceof PasskeyCheck.Failed<PasskeyRegistration> failed) {
            return refused(failed.why());
        }
        PasskeyRegistration made = ((PasskeyCheck.Passed<PasskeyRegistration>) check).value();
        return accepted()
                .put("credentialId", made.credentialId())
                .put("aaguid", made.aaguid())
                .put("signCount", made.signCount())
                .put("backupEligible", made.isBackupEligible())
                .put("backedUp", made.isBackedUp());
    }

    private JsonNode signIn(Passkey known) {
        PasskeyCheck<PasskeyAssertion> read = PasskeyAssertion.read(json);
        if (read instanceof PasskeyCheck.Failed<PasskeyAssertion> failed) {
            return refused(failed.why());
        }
        PasskeyAssertion assertion = ((PasskeyCheck.Passed<PasskeyAssertion>) read).value();
        if (!assertion.credentialId().equals(known.credentialId())) {
            return refused(PasskeyFailure.UNKNOWN_KEY);
        }
        PasskeyCheck<PasskeyAssertion> check = assertion.verify(known, PORTAL, challenge);
        return check instanceof PasskeyCheck.Failed<PasskeyAssertion> failed
                ? refused(failed.why())
                : accepted().put("signCount", assertion.signCount()).put("backedUp", assertion.isBackedUp());
    }

    private static ObjectNode accepted() {
        return JSON.createObjectNode().put("accepted", true);
    }

    private static JsonNode refused(PasskeyFailure why) {
        return JSON.createObjectNode().put("accepted", false).put("why", why.name());
    }

    /** Both verdicts with all that is needed to ask for them again. */
    String compared(JsonNode portals, JsonNode peers) {
        return mutations + " by " + device.algorithm() + " portal " + portals + " peer " + peers + "\n" + forThePeer();
    }
}
