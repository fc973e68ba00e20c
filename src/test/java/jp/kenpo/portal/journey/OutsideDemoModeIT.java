package jp.kenpo.portal.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Browser;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import jp.kenpo.portal.container.Await;
import jp.kenpo.portal.platform.NewKeysets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The WAR alone, as an insurer deploys it: nothing that everybody knows opens it. */
@ExtendWith(Journey.class)
class OutsideDemoModeIT {

    private final Browser browser;

    OutsideDemoModeIT(Browser browser) {
        this.browser = browser;
    }

    @Test
    void nothingOfTheDemoIsThere() throws Exception {
        Path data = folder("earnest");
        NewKeysets.writeTo(data);
        try (DatabaseServer database = new DatabaseServer(data);
                PortalProcess portal = PortalProcess.start(PortalServer.WILDFLY_IN_EARNEST, data, database.url());
                BrowserWindow window = BrowserWindow.open(browser, BrowserWindow.DESKTOP)) {
            assertThat(database.number("select count(*) from insurer")).isZero();
            assertThat(database.number("select count(*) from account")).isZero();
            admitAnInsurer(database, "localhost:" + portal.port());

            assertThat(window.go(portal.demo() + "/demo/mail").status()).isEqualTo(404);
            assertThat(window.text()).doesNotContain("デモ");
            new Walk(window, portal.demo()).logIn("testuser", "99994321019801201");
            assertThat(window.refusals()).containsExactly("ユーザIDまたはパスワードが違います。");
            awaitIntact(
                    Map.of(
                            "PORTAL_DB_URL",
                            database.url(),
                            "PORTAL_AUDIT_KEYSET",
                            data.resolve("audit-keyset.json").toString()),
                    1);
        }
    }

    @ParameterizedTest
    @CsvSource({"keyset.json, portal.keyset", "audit-keyset.json, portal.audit-keyset"})
    void theKeyThatEverybodyKnowsIsRefused(String file, String setting) throws Exception {
        Path data = folder("known-" + file);
        NewKeysets.writeTo(data);
        try (InputStream known = OutsideDemoModeIT.class.getResourceAsStream("/demo/" + file);
                DatabaseServer database = new DatabaseServer(data)) {
            Files.copy(known, data.resolve(file), StandardCopyOption.REPLACE_EXISTING);

            assertThatThrownBy(() -> PortalProcess.start(PortalServer.WILDFLY_IN_EARNEST, data, database.url()))
                    .hasMessageContaining(setting + " is the demo's key, which everybody knows");
        }
    }

    /** With the key of one's own, while the portal runs. */
    private static void awaitIntact(Map<String, String> settings, int entries) {
        Await.until("all is sealed", () -> {
            try {
                String said = ScriptRun.checkAudit(settings).said();
                return said.endsWith("seals, " + entries + " entries; not yet sealed: 0\n");
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private static Path folder(String name) throws IOException {
        return Files.createDirectories(Path.of(
                "target", "journeys", name + "-" + ProcessHandle.current().pid()));
    }

    /** By hand, as it is done until the administration is there. */
    private static void admitAnInsurer(DatabaseServer database, String authority) {
        database.run(
                "insert into insurer (id, code, revision, name, name_en, accent, logo, sender_address, contact_phone,"
                        + " contact_hours, contact_hours_en, contact_post, contact_post_en)"
                        + " values (1, 'earnest', 1, '試験健康保険組合', 'Test Society', '#336699',"
                        + " '<svg xmlns=\"http://www.w3.org/2000/svg\"/>', 'portal@test.example', '03-0000-0000',"
                        + " '平日9時から17時', 'Weekdays 9 to 17', '東京都', 'Tokyo')");
        database.run(
                "insert into insurer_policy (id, insurer_id, revision, since, password_profile, initial_password_days,"
                        + " methods, hand_over, idle_minutes, absolute_minutes, free_tries, first_wait_seconds,"
                        + " longest_wait_seconds) values (1, 1, 1, timestamp with time zone '2026-01-01 00:00:00+09', 'MANUAL',"
                        + " 90, 'OTP', 'CHOICE', 30, 480, 5, 30, 3600)");
        database.run("insert into terms_version (id, insurer_id, number, effective_on, material, text_ja, text_en,"
                + " changes_ja, changes_en) values (1, 1, 1, date '2026-01-01', false, '規約', 'Terms', '', '')");
        database.run("insert into insurer_origin (id, insurer_id, authority, scheme, rp_id, canonical) values (1, 1, '"
                + authority + "', 'http', 'localhost', true)");
    }
}
