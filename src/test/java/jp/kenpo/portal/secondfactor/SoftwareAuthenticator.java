package jp.kenpo.portal.secondfactor;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.net.URI;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * An authenticator with its browser, written for these tests from the specification alone. Each value that a relying
 * party checks can be set to a wrong one; whatever is not set is right.
 */
public final class SoftwareAuthenticator {

    private static final JsonMapper JSON = JsonMapper.shared();

    static final int USER_PRESENT = 0x01;
    static final int USER_VERIFIED = 0x04;
    static final int BACKUP_ELIGIBLE = 0x08;
    static final int BACKED_UP = 0x10;
    static final int CREDENTIAL_INCLUDED = 0x40;

    String origin = "https://portal.example.jp";
    String relyingPartyId = "portal.example.jp";
    String type;
    byte[] challenge;
    Boolean crossOrigin = false;
    String topOrigin = null;
    int flags = USER_PRESENT | USER_VERIFIED;
    long signCount = 1;
    byte[] credentialId = "a-credential-of-these-tests".getBytes(UTF_8);
    byte[] aaguid = new byte[16];
    String userHandle = null;
    String format = "none";
    byte[] attestationStatement = {(byte) 0xa0};
    KeyPair keys;
    COSEAlgorithmIdentifier algorithm;
    // Each changes one part once it is written, before the next part is built from it.
    UnaryOperator<String> clientData = UnaryOperator.identity();

    Consumer<Map<Integer, byte[]>> keyEntries = key -> {};
    UnaryOperator<byte[]> publicKey = UnaryOperator.identity();
    UnaryOperator<byte[]> authenticatorData = UnaryOperator.identity();
    UnaryOperator<byte[]> signature = UnaryOperator.identity();
    UnaryOperator<byte[]> attestationObject = UnaryOperator.identity();
    UnaryOperator<ObjectNode> credential = UnaryOperator.identity();
    UnaryOperator<String> json = UnaryOperator.identity();

    SoftwareAuthenticator(byte[] challenge) {
        this(challenge, COSEAlgorithmIdentifier.ES256);
    }

    SoftwareAuthenticator(byte[] challenge, COSEAlgorithmIdentifier algorithm) {
        this(challenge, algorithm, keys(algorithm));
    }

    SoftwareAuthenticator(byte[] challenge, COSEAlgorithmIdentifier algorithm, KeyPair keys) {
        this.challenge = challenge.clone();
        this.algorithm = algorithm;
        this.keys = keys;
    }

    /** One for an insurer's members, with a credential ID that no other has. */
    public static SoftwareAuthenticator at(RelyingParty relyingParty) {
        SoftwareAuthenticator authenticator = new SoftwareAuthenticator(new byte[0]);
        authenticator.origin = relyingParty.origin().toString();
        authenticator.relyingPartyId = relyingParty.id();
        authenticator.credentialId = sha256(authenticator.keys.getPublic().getEncoded());
        return authenticator;
    }

    /** Where its member is now; its passkey stays that of the same relying party. */
    public void visit(URI portal) {
        origin = portal.toString();
    }

    /** Base64url without padding. */
    public String credentialId() {
        return base64Url(credentialId);
    }

    /** Makes a passkey, as the form of the page brings it. */
    public PasskeyAnswer create(PasskeyChallenges.Issued asked, String browser) {
        challenge = Base64.getUrlDecoder().decode(asked.value());
        return new PasskeyAnswer(asked.sealed(), create(), "", browser);
    }

    /** Signs in, as the form of the page brings it. */
    public PasskeyAnswer get(PasskeyChallenges.Issued asked, String browser) {
        challenge = Base64.getUrlDecoder().decode(asked.value());
        signCount++;
        return new PasskeyAnswer(asked.sealed(), get(), "", browser);
    }

    /** Knows its owner by the user handle that he has at the insurer. */
    public void belongTo(String handle) {
        userHandle = handle;
    }

    /** Answers the wish for a new passkey: the public key credential as JSON. */
    String create() {
        String client = clientData(type == null ? "webauthn.create" : type);
        byte[] data = authenticatorData(flags | CREDENTIAL_INCLUDED, attestedCredentialData());
        ObjectNode response = JSON.createObjectNode()
                .put("clientDataJSON", base64Url(client.getBytes(UTF_8)))
                .put("attestationObject", base64Url(attestationObject(data)));
        response.putArray("transports").add("internal").add("hybrid");
        return credential(response);
    }

    /** Answers the wish for a sign-in: the public key credential as JSON. */
    String get() {
        byte[] client = clientData(type == null ? "webauthn.get" : type).getBytes(UTF_8);
        byte[] data = authenticatorData(flags, new byte[0]);
        ObjectNode response = JSON.createObjectNode()
                .put("clientDataJSON", base64Url(client))
                .put("authenticatorData", base64Url(data))
                .put("signature", base64Url(signature.apply(sign(concat(data, sha256(client))))));
        if (userHandle != null) {
            response.put("userHandle", userHandle);
        }
        return credential(response);
    }

    private String credential(ObjectNode response) {
        ObjectNode written = JSON.createObjectNode()
                .put("id", base64Url(credentialId))
                .put("rawId", base64Url(credentialId))
                .put("type", "public-key");
        written.putObject("clientExtensionResults");
        written.set("response", response);
        return json.apply(credential.apply(written).toString());
    }

    private String clientData(String ceremony) {
        ObjectNode data = JSON.createObjectNode()
                .put("type", ceremony)
                .put("challenge", base64Url(challenge))
                .put("origin", origin);
        if (crossOrigin != null) {
            data.put("crossOrigin", crossOrigin);
        }
        if (topOrigin != null) {
            data.put("topOrigin", topOrigin);
        }
        return clientData.apply(data.toString());
    }

    /** WebAuthn L3 § 6.1. */
    private byte[] authenticatorData(int presentFlags, byte[] attested) {
        ByteBuffer counter = ByteBuffer.allocate(4).putInt((int) signCount);
        return authenticatorData.apply(concat(
                sha256(relyingPartyId.getBytes(UTF_8)), new byte[] {(byte) presentFlags}, counter.array(), attested));
    }

    /** WebAuthn L3 § 6.5.1. */
    public byte[] attestedCredentialData() {
        byte[] length =
                ByteBuffer.allocate(2).putShort((short) credentialId.length).array();
        return concat(aaguid, length, credentialId, coseKey());
    }

    /** RFC 9052 § 7, RFC 9053 § 7, RFC 8230 § 4. */
    byte[] coseKey() {
        Map<Integer, byte[]> key = new TreeMap<>();
        key.put(3, Cbor.number(algorithm.getValue()));
        if (keys.getPublic() instanceof ECPublicKey ec) {
            key.put(1, Cbor.number(2));
            key.put(-1, Cbor.number(1));
            key.put(-2, Cbor.bytes(unsigned(ec.getW().getAffineX(), 32)));
            key.put(-3, Cbor.bytes(unsigned(ec.getW().getAffineY(), 32)));
        } else if (keys.getPublic() instanceof RSAPublicKey rsa) {
            key.put(1, Cbor.number(3));
            key.put(-1, Cbor.bytes(unsigned(rsa.getModulus(), 256)));
            key.put(-2, Cbor.bytes(unsigned(rsa.getPublicExponent(), 3)));
        } else {
            byte[] encoded = ((EdECPublicKey) keys.getPublic()).getEncoded();
            key.put(1, Cbor.number(1));
            key.put(-1, Cbor.number(6));
            key.put(-2, Cbor.bytes(Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length)));
        }
        keyEntries.accept(key);
        return publicKey.apply(Cbor.map(key));
    }

    /** WebAuthn L3 § 6.5.4. */
    private byte[] attestationObject(byte[] data) {
        return attestationObject.apply(concat(
                new byte[] {(byte) 0xa3},
                Cbor.text("fmt"),
                Cbor.text(format),
                Cbor.text("attStmt"),
                attestationStatement,
                Cbor.text("authData"),
                Cbor.bytes(data)));
    }

    /** A self attestation over what {@link #create} will answer (WebAuthn L3 § 8.2). */
    void attestItself() {
        format = "packed";
        byte[] client = clientData(type == null ? "webauthn.create" : type).getBytes(UTF_8);
        byte[] data = authenticatorData(flags | CREDENTIAL_INCLUDED, attestedCredentialData());
        attestationStatement = concat(
                new byte[] {(byte) 0xa2},
                Cbor.text("alg"),
                Cbor.number(algorithm.getValue()),
                Cbor.text("sig"),
                Cbor.bytes(signature.apply(sign(concat(data, sha256(client))))));
    }

    private byte[] sign(byte[] data) {
        try {
            Signature signer = Signature.getInstance(
                    algorithm.equals(COSEAlgorithmIdentifier.ES256)
                            ? "SHA256withECDSA"
                            : algorithm.equals(COSEAlgorithmIdentifier.EdDSA) ? "Ed25519" : "SHA256withRSA");
            signer.initSign(keys.getPrivate());
            signer.update(data);
            return signer.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static KeyPair keys(COSEAlgorithmIdentifier algorithm) {
        try {
            if (algorithm.equals(COSEAlgorithmIdentifier.EdDSA)) {
                return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            }
            boolean elliptic = algorithm.equals(COSEAlgorithmIdentifier.ES256);
            KeyPairGenerator generator = KeyPairGenerator.getInstance(elliptic ? "EC" : "RSA");
            generator.initialize(elliptic ? 256 : 2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] unsigned(BigInteger number, int length) {
        byte[] signed = number.toByteArray();
        byte[] unsigned = new byte[length];
        int kept = Math.min(signed.length, length);
        System.arraycopy(signed, signed.length - kept, unsigned, length - kept, kept);
        return unsigned;
    }

    static byte[] sha256(byte[] data) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(data);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] concat(byte[]... parts) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            whole.writeBytes(part);
        }
        return whole.toByteArray();
    }

    static String base64Url(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
