package jp.kenpo.portal.secondfactor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import tools.jackson.core.JacksonException;

/** What a browser may send for a passkey, bred from right answers by what code it reaches: none breaks the reader. */
class PasskeyJsonFuzz {

    /** Else it would tell of each of a hundred thousand refusals. */
    private static final Logger TELLS_OF_EACH = Logger.getLogger(WebAuthnVerifier.class.getName());

    private static final byte[] CHALLENGE = new byte[32];
    private static final SpecimenDevice DEVICE = SpecimenDevice.all().get(0);
    private static final Passkey PASSKEY = DEVICE.passkey();

    static {
        TELLS_OF_EACH.setLevel(Level.OFF);
    }

    @FuzzTest(maxDuration = "90s")
    void isRefusedOrRead(byte[] sent) {
        String json = new String(sent, UTF_8);

        Specimen registration = new Specimen(List.of(), json, CHALLENGE, DEVICE, Optional.empty());
        Specimen signIn = new Specimen(List.of(), json, CHALLENGE, DEVICE, Optional.of(PASSKEY));

        assertThat(registration.verdict().has("accepted")).isTrue();
        assertThat(signIn.verdict().path("accepted").asBoolean()).isFalse();
        try {
            assertThat(PublicKeyCredentialJson.id(json)).isNotEmpty();
        } catch (JacksonException | IllegalArgumentException refused) {
            // As its Javadoc says.
        }
    }
}
