package jp.kenpo.portal.platform;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("ASVS-16.4.2")
class SealKeyTest {

    @TempDir
    Path folder;

    private SealKey key;

    @BeforeEach
    void makeAKey() throws Exception {
        key = keyIn(NewKeysets.forTheAudit(folder.resolve("key.json")));
    }

    private static SealKey keyIn(Path file) {
        return Keyset.sealKey(Optional.of(file));
    }

    private static byte[] seal(SealKey key, String... parts) {
        SealKey.Sealing sealing = key.sealing();
        for (String part : parts) {
            sealing.add(part.getBytes(UTF_8));
        }
        return sealing.mac();
    }

    private static boolean holds(SealKey key, byte[] mac, String... parts) {
        SealKey.Checking checking = key.checking(mac);
        for (String part : parts) {
            checking.add(part.getBytes(UTF_8));
        }
        return checking.holds();
    }

    @Test
    void a_seal_holds_over_what_was_sealed_and_over_nothing_else() {
        byte[] mac = seal(key, "first", "second");

        assertThat(holds(key, mac, "first", "second")).isTrue();
        assertThat(holds(key, mac, "first", "third")).isFalse();
        assertThat(holds(key, mac, "second", "first")).isFalse();
        assertThat(holds(key, mac, "first")).isFalse();
    }

    @Test
    void a_seal_of_which_any_byte_was_altered_does_not_hold() {
        byte[] mac = seal(key, "all");

        for (int i = 0; i < mac.length; i++) {
            byte[] altered = mac.clone();
            altered[i] ^= 1;
            assertThat(holds(key, altered, "all")).isFalse();
        }
        assertThat(holds(key, new byte[0], "all")).isFalse();
    }

    @Test
    void a_seal_made_with_another_key_does_not_hold() throws Exception {
        SealKey others = keyIn(NewKeysets.forTheAudit(folder.resolve("other.json")));

        assertThat(holds(key, seal(others, "all"), "all")).isFalse();
    }

    @Nested
    class TheKeyset {

        @Test
        void of_the_demo_works_in_the_demo() {
            SealKey demo = Keyset.sealKey(Optional.empty());

            assertThat(holds(demo, seal(demo, "all"), "all")).isTrue();
        }

        @Test
        void that_everybody_knows_is_refused_outside_the_demo() throws Exception {
            Path file = folder.resolve("known.json");
            try (InputStream known = Keyset.class.getResourceAsStream("/demo/audit-keyset.json")) {
                Files.copy(known, file);
            }

            assertThatThrownBy(() -> keyIn(file))
                    .hasMessage("portal.audit-keyset is the demo's key, which everybody knows");
        }

        @Test
        void that_is_none_or_one_of_another_kind_is_named_by_its_setting() throws Exception {
            NewKeysets.writeTo(folder);
            Path damaged = Files.writeString(folder.resolve("damaged.json"), "{}");

            for (Path wrong : new Path[] {folder.resolve("none.json"), damaged, folder.resolve("keyset.json")}) {
                assertThatThrownBy(() -> keyIn(wrong))
                        .as(wrong.toString())
                        .hasMessage("portal.audit-keyset holds no Tink MAC keyset that can be read");
            }
        }
    }
}
