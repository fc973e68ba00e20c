package jp.kenpo.portal.secondfactor;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The members of a PublicKeyCredential's JSON that webauthn4j does not compare (WebAuthn L3 § 5.1). */
final class PublicKeyCredentialJson {

    private static final JsonMapper JSON = JsonMapper.shared();

    private PublicKeyCredentialJson() {}

    /**
     * The credential ID that is written on an answer: base64url without padding.
     *
     * @throws tools.jackson.core.JacksonException where it is no JSON
     * @throws IllegalArgumentException where its type is not "public-key", or its id is empty or differs from its rawId
     */
    static String id(String credential) {
        JsonNode tree = JSON.readTree(credential);
        String id = tree.path("id").stringValue("");
        if (id.isEmpty() || !id.equals(tree.path("rawId").stringValue(""))) {
            throw new IllegalArgumentException("id is empty or differs from rawId");
        }
        if (!tree.path("type").stringValue("").equals("public-key")) {
            throw new IllegalArgumentException("type is not \"public-key\"");
        }
        return id;
    }

    /** Refuses an answer that holds another credential ID than is written on it. */
    static void requireSame(String written, String held) {
        if (!written.equals(held)) {
            throw new IllegalArgumentException("id differs from the credential ID in the authenticator's answer");
        }
    }
}
