package jp.kenpo.portal.journey;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;

/** Chromium's own authenticator without hardware, as a phone's or PC's built-in one (WebAuthn L3 § 11). */
final class VirtualAuthenticator {

    private static final String NOTHING_IN_FIELDS = "delete window.PublicKeyCredential?.getClientCapabilities";

    private final CDPSession session;
    private final String transport;
    private String id;

    private VirtualAuthenticator(Page page, String transport) {
        this.session = page.context().newCDPSession(page);
        this.transport = transport;
        session.send("WebAuthn.enable");
        plugIn();
    }

    /**
     * Gives a page's browser a built-in one whose owner confirms whatever he is asked; what he is offered in a field
     * he picks at once.
     */
    static VirtualAuthenticator of(Page page) {
        return new VirtualAuthenticator(page, "internal");
    }

    /** The same in a browser that offers passkeys by buttons alone. */
    static VirtualAuthenticator ofAnOlderBrowser(Page page) {
        page.addInitScript(NOTHING_IN_FIELDS);
        return of(page);
    }

    /** On a phone beside the PC, whose browser offers passkeys by buttons alone. */
    static VirtualAuthenticator byQrCode(Page page) {
        page.addInitScript(NOTHING_IN_FIELDS);
        return new VirtualAuthenticator(page, "hybrid");
    }

    private void plugIn() {
        JsonObject options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", transport);
        options.addProperty("hasResidentKey", true);
        options.addProperty("hasUserVerification", true);
        options.addProperty("isUserVerified", true);
        options.addProperty("automaticPresenceSimulation", true);
        JsonObject parameters = new JsonObject();
        parameters.add("options", options);
        id = session.send("WebAuthn.addVirtualAuthenticator", parameters)
                .get("authenticatorId")
                .getAsString();
    }

    /** Whether its owner shows his face or finger when he is asked. */
    void confirms(boolean confirms) {
        send("WebAuthn.setUserVerified", "isUserVerified", confirms);
    }

    /** Another device in its place, with none of its passkeys. */
    void changeDevice() {
        session.send("WebAuthn.removeVirtualAuthenticator", named());
        plugIn();
    }

    /** Puts a passkey into it that no portal has ever seen. */
    void addPasskeyOf(String relyingPartyId) {
        JsonObject credential = new JsonObject();
        credential.addProperty("credentialId", Base64.getEncoder().encodeToString(new byte[32]));
        credential.addProperty("isResidentCredential", true);
        credential.addProperty("rpId", relyingPartyId);
        credential.addProperty("privateKey", Base64.getEncoder().encodeToString(aPrivateKey()));
        credential.addProperty("userHandle", Base64.getEncoder().encodeToString(new byte[64]));
        credential.addProperty("signCount", 0);
        add(List.of(credential));
    }

    private static byte[] aPrivateKey() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(256);
            return generator.generateKeyPair().getPrivate().getEncoded();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** How many passkeys it has. */
    int passkeys() {
        return copies().size();
    }

    /** The user IDs that it shows beside its passkeys. */
    List<String> userNames() {
        return copies().stream()
                .map(copy -> copy.getAsJsonObject().get("userName").getAsString())
                .toList();
    }

    /** Its passkeys with their keys and counters, for another one to go on with. */
    List<JsonElement> copies() {
        return session.send("WebAuthn.getCredentials", named())
                .getAsJsonArray("credentials")
                .asList();
    }

    /** Takes over what another one had. */
    void add(List<JsonElement> copies) {
        for (JsonElement copy : copies) {
            JsonObject parameters = named();
            parameters.add("credential", copy);
            session.send("WebAuthn.addCredential", parameters);
        }
    }

    private void send(String command, String property, boolean value) {
        JsonObject parameters = named();
        parameters.addProperty(property, value);
        session.send(command, parameters);
    }

    private JsonObject named() {
        JsonObject parameters = new JsonObject();
        parameters.addProperty("authenticatorId", id);
        return parameters;
    }
}
