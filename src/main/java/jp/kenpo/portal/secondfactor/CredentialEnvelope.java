package jp.kenpo.portal.secondfactor;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What stands around an authenticator's answer (WebAuthn L3 § 5.1, § 5.1.8), and is not compared by the library. */
final class CredentialEnvelope {

    private static final JsonMapper JSON = new JsonMapper();

    private CredentialEnvelope() {}

    /**
     * The credential ID that is written on an answer: base64url without padding.
     *
     * @param credential the public key credential as JSON
     * @throws RuntimeException where it cannot be read, is none of a public key, or gives two IDs
     */
    static String id(String credential) {
        JsonNode tree = JSON.readTree(credential);
        String id = tree.path("id").stringValue("");
        if (id.isEmpty() || !id.equals(tree.path("rawId").stringValue(""))) {
            throw new IllegalArgumentException("The credential has not one ID");
        }
        if (!tree.path("type").stringValue("").equals("public-key")) {
            throw new IllegalArgumentException("The credential is none of a public key");
        }
        return id;
    }

    /** Refuses an answer that holds another credential ID than is written on it. */
    static void requireSame(String written, String held) {
        if (!written.equals(held)) {
            throw new IllegalArgumentException("The credential's ID is not that which it holds");
        }
    }
}
