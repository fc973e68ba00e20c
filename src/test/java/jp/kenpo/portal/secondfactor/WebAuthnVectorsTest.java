package jp.kenpo.portal.secondfactor;

import static org.assertj.core.api.Assertions.assertThat;

import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The specification's own examples (WebAuthn L3, section "Test Vectors"). */
class WebAuthnVectorsTest {

    private static final RelyingParty EXAMPLE =
            new RelyingParty(1, "example.org", URI.create("https://example.org"), "Example");

    private static final JsonMapper JSON = JsonMapper.shared();

    private static final Properties VECTORS = read();

    /**
     * The examples ask for less than the portal does: any algorithm, no user verification, and two of them come from
     * a page within a page.
     */
    @ParameterizedTest
    @MethodSource("pairs")
    void everyPairIsVerifiedByWhatTheExamplesAskFor(String pair) {
        RegistrationData made = WebAuthnVerifier.MANAGER.verifyRegistrationResponseJSON(
                UnreadAttestation.leftOut(registration(pair)),
                new RegistrationParameters(expected(pair, "registration"), null, false, true));

        CredentialRecordImpl record = new CredentialRecordImpl(
                made.getAttestationObject(), made.getCollectedClientData(), null, made.getTransports());
        WebAuthnVerifier.MANAGER.verifyAuthenticationResponseJSON(
                authentication(pair),
                new AuthenticationParameters(expected(pair, "authentication"), record, null, false, true));

        assertThat(SoftwareAuthenticator.base64Url(
                        record.getAttestedCredentialData().getCredentialId()))
                .isEqualTo(base64Url(pair, "registration.credential_id"));
    }

    @Test
    void thereAreFifteen() {
        assertThat(pairs()).hasSize(15);
    }

    /** By what the portal asks for, an example is taken or refused for the one thing that it lacks. */
    @ParameterizedTest
    @CsvSource({
        "none-es256, USER_NOT_VERIFIED",
        "packed-self-es256, accepted",
        "none-es256-crossOrigin, INVALID",
        "none-es256-topOrigin, INVALID",
        "none-es256-long-credential-id, USER_NOT_VERIFIED",
        "packed-es256, accepted",
        "packed-es384, USER_NOT_VERIFIED",
        "packed-es512, INVALID",
        "packed-rs256, accepted",
        "packed-eddsa, USER_NOT_VERIFIED",
        "packed-ed448, USER_NOT_VERIFIED",
        "tpm-es256, accepted",
        "android-key-es256, accepted",
        "apple-es256, USER_NOT_VERIFIED",
        "fido-u2f-es256, USER_NOT_VERIFIED"
    })
    void thePortalTakesWhatMeetsItsOwnDemands(String pair, String expected) {
        PasskeyCheck<PasskeyRegistration> check =
                PasskeyRegistration.verify(registration(pair), EXAMPLE, bytes(pair, "registration.challenge"));

        String outcome = check instanceof PasskeyCheck.Failed<PasskeyRegistration> failed
                ? failed.why().name()
                : "accepted";
        assertThat(outcome).isEqualTo(expected);
    }

    static Stream<String> pairs() {
        return VECTORS.stringPropertyNames().stream()
                .filter(name -> name.endsWith(".registration.challenge"))
                .map(name -> name.replace(".registration.challenge", ""))
                .sorted();
    }

    private static ServerProperty expected(String pair, String ceremony) {
        return ServerProperty.builder()
                .origin(new Origin("https://example.org"))
                .anyTopOrigin()
                .rpId("example.org")
                .challenge(new DefaultChallenge(bytes(pair, ceremony + ".challenge")))
                .build();
    }

    private static String registration(String pair) {
        ObjectNode response = JSON.createObjectNode()
                .put("clientDataJSON", base64Url(pair, "registration.clientDataJSON"))
                .put("attestationObject", base64Url(pair, "registration.attestationObject"));
        response.putArray("transports");
        return credential(pair, response);
    }

    private static String authentication(String pair) {
        return credential(
                pair,
                JSON.createObjectNode()
                        .put("clientDataJSON", base64Url(pair, "authentication.clientDataJSON"))
                        .put("authenticatorData", base64Url(pair, "authentication.authenticatorData"))
                        .put("signature", base64Url(pair, "authentication.signature")));
    }

    private static String credential(String pair, ObjectNode response) {
        String id = base64Url(pair, "registration.credential_id");
        ObjectNode credential =
                JSON.createObjectNode().put("id", id).put("rawId", id).put("type", "public-key");
        credential.putObject("clientExtensionResults");
        credential.set("response", response);
        return credential.toString();
    }

    private static byte[] bytes(String pair, String name) {
        return HexFormat.of().parseHex(VECTORS.getProperty(pair + "." + name));
    }

    private static String base64Url(String pair, String name) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(pair, name));
    }

    private static Properties read() {
        Properties vectors = new Properties();
        try (InputStream file = WebAuthnVectorsTest.class.getResourceAsStream("/webauthn-test-vectors.properties")) {
            vectors.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return vectors;
    }
}
