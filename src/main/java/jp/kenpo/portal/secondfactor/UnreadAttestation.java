package jp.kenpo.portal.secondfactor;

import java.util.Base64;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.cbor.CBORMapper;

/**
 * Leaves the certificates of an attestation unread.
 *
 * <p>The portal asks for no attestation and believes none, so one that comes all the same is taken for none: nothing
 * is gained by reading certificates and TPM structures that a stranger wrote. A self attestation has no certificate,
 * and is verified (WebAuthn L3 § 6.5.3, § 7.1 steps 21 to 24).
 */
final class UnreadAttestation {

    private static final Set<String> WITH_CERTIFICATES =
            Set.of("packed", "tpm", "android-key", "android-safetynet", "fido-u2f", "apple");

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final CBORMapper CBOR = new CBORMapper();

    private UnreadAttestation() {}

    /**
     * The same credential, its attestation as if the authenticator had given none.
     *
     * @param credential a registration's public key credential as JSON
     * @throws RuntimeException where it cannot be read
     */
    static String leftOut(String credential) {
        JsonNode tree = JSON.readTree(credential);
        JsonNode attestation = CBOR.readTree(Base64.getUrlDecoder()
                .decode(tree.at("/response/attestationObject").asString()));
        boolean self = attestation.path("fmt").asString().equals("packed")
                && !attestation.path("attStmt").has("x5c");
        if (self || !WITH_CERTIFICATES.contains(attestation.path("fmt").asString())) {
            return credential;
        }
        ObjectNode none = CBOR.createObjectNode().put("fmt", "none");
        none.putObject("attStmt");
        none.set("authData", attestation.path("authData"));
        ((ObjectNode) tree.path("response"))
                .put(
                        "attestationObject",
                        Base64.getUrlEncoder().withoutPadding().encodeToString(CBOR.writeValueAsBytes(none)));
        return tree.toString();
    }
}
