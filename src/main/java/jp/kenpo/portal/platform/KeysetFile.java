package jp.kenpo.portal.platform;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.mac.MacConfig;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Optional;

/**
 * A file with a Tink keyset (JSON), which no other user of the machine should read.
 *
 * @param setting that names it
 * @param kind of keys, as Tink calls it
 * @param ofTheDemo where the WAR has the one that is used in demo mode
 */
record KeysetFile(String setting, String kind, String ofTheDemo) {

    /** What works with a keyset; fails with one of another kind. */
    @FunctionalInterface
    interface Use<T> {
        T of(KeysetHandle keyset) throws GeneralSecurityException;
    }

    /** @param file absent in demo mode only */
    <T> T open(Optional<Path> file, Use<T> use) {
        try {
            AeadConfig.register();
            MacConfig.register();
            KeysetHandle demo = demo();
            KeysetHandle chosen = file.isPresent() ? parse(Files.readString(file.get())) : demo;
            if (file.isPresent() && chosen.equalsKeyset(demo)) {
                throw new IllegalStateException(setting + " is the demo's key, which everybody knows");
            }
            return use.of(chosen);
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(setting + " holds no Tink " + kind + " keyset that can be read", e);
        }
    }

    private KeysetHandle demo() throws IOException, GeneralSecurityException {
        try (InputStream demo = KeysetFile.class.getResourceAsStream(ofTheDemo)) {
            if (demo == null) {
                throw new IOException("The WAR lacks " + ofTheDemo);
            }
            return parse(new String(demo.readAllBytes(), UTF_8));
        }
    }

    private static KeysetHandle parse(String json) throws GeneralSecurityException {
        return TinkJsonProtoKeysetFormat.parseKeyset(json, InsecureSecretKeyAccess.get());
    }
}
