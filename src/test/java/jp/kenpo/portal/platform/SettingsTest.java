package jp.kenpo.portal.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {

    private static final Map<String, String> LEAST = Map.of(
            "portal.db.url", "jdbc:postgresql://db/portal",
            "portal.mail.host", "relay",
            "portal.keyset", "/etc/portal/keyset.json",
            "portal.audit-keyset", "/etc/portal/audit-keyset.json");

    private static Settings read(Map<String, String> given) {
        return Settings.read(name -> Optional.ofNullable(given.get(name)));
    }

    private static Map<String, String> leastWith(String name, String value) {
        Map<String, String> given = new HashMap<>(LEAST);
        given.put(name, value);
        return given;
    }

    @Test
    void four_settings_are_enough() {
        Settings settings = read(LEAST);

        assertThat(settings.database().url()).isEqualTo("jdbc:postgresql://db/portal");
        assertThat(settings.mailServer()).isEqualTo(new Settings.MailServer("relay", 25, Optional.empty(), "", false));
        assertThat(settings.keyset()).hasValue(Path.of("/etc/portal/keyset.json"));
        assertThat(settings.auditKeyset()).hasValue(Path.of("/etc/portal/audit-keyset.json"));
        assertThat(settings.demo()).isEmpty();
    }

    @Test
    void whatever_is_missing_is_named_together() {
        assertThatThrownBy(() -> read(Map.of()))
                .isInstanceOf(Settings.WrongSettings.class)
                .hasMessageContainingAll(
                        "portal.db.url is missing",
                        "portal.mail.host is missing",
                        "portal.keyset is missing",
                        "portal.audit-keyset is missing");
    }

    @Test
    void missing_and_wrong_ones_are_named_together() {
        Map<String, String> given = Map.of("portal.mail.port", "smtp", "portal.mail.starttls", "yes");

        assertThatThrownBy(() -> read(given))
                .hasMessageContainingAll(
                        "portal.db.url is missing",
                        "portal.mail.port must be a port from 0 to 65535, not smtp",
                        "portal.mail.starttls must be true or false, not yes");
    }

    @Test
    void a_blank_one_is_missing() {
        assertThatThrownBy(() -> read(leastWith("portal.keyset", "  ")))
                .hasMessageContaining("portal.keyset is missing");
    }

    @ParameterizedTest
    @CsvSource({"-1", "65536", "99999999999", "25x", "２５"})
    void a_port_is_a_port(String port) {
        assertThatThrownBy(() -> read(leastWith("portal.mail.port", port))).hasMessageContaining("portal.mail.port");
    }

    @Test
    void no_password_is_told_to_whoever_reads_why_it_does_not_start() {
        Map<String, String> given = Map.of("portal.db.password", "hush-db", "portal.mail.password", "hush-mail");

        assertThatThrownBy(() -> read(given)).message().doesNotContain("hush");
    }

    @Nested
    class InDemoMode {

        @Test
        void neither_relay_nor_key_is_needed_but_a_folder_for_the_mail() {
            assertThatThrownBy(() -> read(Map.of("portal.demo", "true")))
                    .hasMessageContainingAll("portal.db.url is missing", "portal.demo.mail-folder is missing")
                    .message()
                    .doesNotContain("portal.keyset", "portal.audit-keyset", "portal.mail.host");
        }

        @Test
        void a_keyset_is_not_read() {
            Map<String, String> given = leastWith("portal.demo", "true");
            given.put("portal.demo.mail-folder", "mail");

            Settings settings = read(given);

            assertThat(settings.keyset()).isEmpty();
            assertThat(settings.auditKeyset()).isEmpty();
            assertThat(settings.demo()).hasValue(new Settings.Demo(8080, Path.of("mail")));
        }
    }

    @Nested
    class ForTheCheckOfTheAudit {

        @Test
        void no_more_is_needed_than_the_database_and_the_key_of_the_seals() {
            Settings.Audit settings = Settings.readForAudit(name -> Optional.ofNullable(LEAST.get(name))
                    .filter(value -> !name.startsWith("portal.mail") && !name.equals("portal.keyset")));

            assertThat(settings.database().url()).isEqualTo("jdbc:postgresql://db/portal");
            assertThat(settings.keyset()).hasValue(Path.of("/etc/portal/audit-keyset.json"));
        }

        @Test
        void whatever_is_missing_is_named_together() {
            assertThatExceptionOfType(Settings.WrongSettings.class)
                    .isThrownBy(() -> Settings.readForAudit(name -> Optional.empty()))
                    .extracting(Settings.WrongSettings::faults)
                    .isEqualTo("portal.db.url is missing; portal.audit-keyset is missing");
        }

        @Test
        void a_demo_has_a_key_that_everybody_knows() {
            Map<String, String> given = Map.of("portal.demo", "true", "portal.db.url", "jdbc:h2:file:portal");

            assertThat(Settings.readForAudit(name -> Optional.ofNullable(given.get(name)))
                            .keyset())
                    .isEmpty();
        }
    }
}
