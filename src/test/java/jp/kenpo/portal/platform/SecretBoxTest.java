package jp.kenpo.portal.platform;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("ASVS-6.5.2")
class SecretBoxTest {

    private static final String PLACE = "totp_device.secret.17";

    private static SecretBox box;

    @BeforeAll
    static void makeAKey() throws GeneralSecurityException {
        box = boxWithKeyOfItsOwn();
    }

    private static SecretBox boxWithKeyOfItsOwn() throws GeneralSecurityException {
        AeadConfig.register();
        return new SecretBox(KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM));
    }

    @Test
    void opens_where_it_was_sealed_for() {
        byte[] sealed = box.seal("鍵 GEZDGNBV", PLACE);

        assertThat(box.open(sealed, PLACE)).isEqualTo("鍵 GEZDGNBV");
    }

    @Test
    void does_not_open_after_being_moved_to_another_row() {
        byte[] sealed = box.seal("GEZDGNBV", PLACE);

        assertThatThrownBy(() -> box.open(sealed, "totp_device.secret.18")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void does_not_open_when_any_byte_was_altered() {
        byte[] sealed = box.seal("GEZDGNBV", PLACE);

        for (int i = 0; i < sealed.length; i++) {
            byte[] altered = sealed.clone();
            altered[i] ^= 1;
            assertThatThrownBy(() -> box.open(altered, PLACE)).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void does_not_open_with_another_key() throws GeneralSecurityException {
        byte[] sealed = box.seal("GEZDGNBV", PLACE);

        SecretBox others = boxWithKeyOfItsOwn();

        assertThatThrownBy(() -> others.open(sealed, PLACE)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void shows_nothing_of_what_it_holds() {
        byte[] sealed = box.seal("GEZDGNBV", PLACE);

        assertThat(new String(sealed, UTF_8)).doesNotContain("GEZDGNBV");
        assertThat(box.seal("GEZDGNBV", PLACE)).isNotEqualTo(sealed);
    }

    @Nested
    class TheKeyset {

        @TempDir
        Path folder;

        private Settings settings(Optional<Path> keyset, boolean demo) {
            return new Settings(
                    new Settings.Database("jdbc:h2:mem:", "", ""),
                    new Settings.MailServer("", 25, Optional.empty(), "", false),
                    keyset,
                    Optional.empty(),
                    demo ? Optional.of(new Settings.Demo(8080, folder)) : Optional.empty());
        }

        @Test
        void of_ones_own_locks_the_box() throws GeneralSecurityException, IOException {
            AeadConfig.register();
            KeysetHandle key = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM);
            Path file = folder.resolve("keyset.json");
            Files.writeString(file, TinkJsonProtoKeysetFormat.serializeKeyset(key, InsecureSecretKeyAccess.get()));

            SecretBox configured = Keyset.secretBox(settings(Optional.of(file), false));

            assertThat(new SecretBox(key).open(configured.seal("GEZDGNBV", PLACE), PLACE))
                    .isEqualTo("GEZDGNBV");
        }

        @Test
        void of_the_demo_works_in_the_demo() {
            SecretBox demo = Keyset.secretBox(settings(Optional.empty(), true));

            assertThat(demo.open(demo.seal("GEZDGNBV", PLACE), PLACE)).isEqualTo("GEZDGNBV");
        }

        @Test
        void that_everybody_knows_is_refused_outside_the_demo() throws IOException {
            Path file = folder.resolve("keyset.json");
            try (InputStream demo = Keyset.class.getResourceAsStream("/demo/keyset.json")) {
                Files.copy(demo, file);
            }

            assertThatThrownBy(() -> Keyset.secretBox(settings(Optional.of(file), false)))
                    .hasMessageContaining("portal.keyset is the demo's key");
        }

        @Test
        void that_cannot_be_read_is_named_by_its_setting() throws IOException {
            Path damaged = Files.writeString(folder.resolve("damaged.json"), "{}");

            assertThatThrownBy(() -> Keyset.secretBox(settings(Optional.of(damaged), false)))
                    .hasMessageContaining("portal.keyset");
            assertThatThrownBy(() -> Keyset.secretBox(settings(Optional.of(folder.resolve("none.json")), false)))
                    .hasMessageContaining("portal.keyset");
        }
    }
}
