package jp.kenpo.portal.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.microsoft.playwright.Browser;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

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
        Files.writeString(data.resolve("keyset.json"), aKeyset());
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
        }
    }

    @Test
    void theKeyThatEverybodyKnowsIsRefused() throws IOException {
        Path data = folder("known-key");
        try (InputStream known = OutsideDemoModeIT.class.getResourceAsStream("/demo/keyset.json");
                DatabaseServer database = new DatabaseServer(data)) {
            Files.copy(known, data.resolve("keyset.json"));

            assertThatThrownBy(() -> PortalProcess.start(PortalServer.WILDFLY_IN_EARNEST, data, database.url()))
                    .hasMessageContaining("portal.keyset is the demo's key, which everybody knows");
        }
    }

    private static Path folder(String name) throws IOException {
        return Files.createDirectories(Path.of(
                "target", "journeys", name + "-" + ProcessHandle.current().pid()));
    }

    private static String aKeyset() throws GeneralSecurityException {
        AeadConfig.register();
        return TinkJsonProtoKeysetFormat.serializeKeyset(
                KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM), InsecureSecretKeyAccess.get());
    }

    /** By hand, as it is done until the administration is there. */
    private static void admitAnInsurer(DatabaseServer database, String authority) {
        database.run("insert into insurer values (1, 'earnest', 1, '試験健康保険組合', 'Test Society', '#336699',"
                + " '<svg xmlns=\"http://www.w3.org/2000/svg\"/>', 'portal@test.example', '03-0000-0000',"
                + " '平日9時から17時', 'Weekdays 9 to 17', '東京都', 'Tokyo')");
        database.run("insert into insurer_policy values (1, 1, 1, timestamp with time zone '2026-01-01 00:00:00+09',"
                + " 'MANUAL', 90, 'OTP', 'CHOICE', 30, 480, 5, 30, 3600, 10, 100, 100, 1000)");
        database.run("insert into terms_version values (1, 1, 1, date '2026-01-01', false, '規約', 'Terms', '', '')");
        database.run("insert into insurer_origin values (1, 1, '" + authority + "', 'http', 'localhost', true)");
    }
}
