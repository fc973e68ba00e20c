package jp.kenpo.portal.platform;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;

/** Opens the keyset that the settings name: a file that no other user of the machine should read. */
@Dependent
public class Keyset {

    private static final String DEMO_KEYSET = "/demo/keyset.json";

    /**
     * The box that is locked with this installation's key; in demo mode with the one that everybody knows.
     *
     * @throws IllegalStateException when the file cannot be read, holds no AEAD keyset, or is the demo's
     */
    @Produces
    @Singleton
    public static SecretBox secretBox(Settings settings) {
        try {
            AeadConfig.register();
            KeysetHandle demo = demo();
            KeysetHandle chosen =
                    settings.keyset().isPresent() ? read(settings.keyset().get()) : demo;
            if (settings.demo().isEmpty() && chosen.equalsKeyset(demo)) {
                throw new IllegalStateException("portal.keyset is the demo's key, which everybody knows");
            }
            return new SecretBox(chosen);
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("portal.keyset holds no Tink AEAD keyset that can be read", e);
        }
    }

    private static KeysetHandle read(Path file) throws IOException, GeneralSecurityException {
        return parse(Files.readString(file));
    }

    private static KeysetHandle demo() throws IOException, GeneralSecurityException {
        try (InputStream demo = Keyset.class.getResourceAsStream(DEMO_KEYSET)) {
            if (demo == null) {
                throw new IOException("The WAR lacks " + DEMO_KEYSET);
            }
            return parse(new String(demo.readAllBytes(), UTF_8));
        }
    }

    private static KeysetHandle parse(String json) throws GeneralSecurityException {
        return TinkJsonProtoKeysetFormat.parseKeyset(json, InsecureSecretKeyAccess.get());
    }
}
