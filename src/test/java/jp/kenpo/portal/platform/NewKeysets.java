package jp.kenpo.portal.platform;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Parameters;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.mac.MacConfig;
import com.google.crypto.tink.mac.PredefinedMacParameters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;

/** Keys that nobody else has, as an insurer makes them before the first start. */
public final class NewKeysets {

    private NewKeysets() {}

    /** Both that the portal needs, as {@code keyset.json} and {@code audit-keyset.json}. */
    public static void writeTo(Path folder) throws GeneralSecurityException, IOException {
        AeadConfig.register();
        write(PredefinedAeadParameters.AES256_GCM, folder.resolve("keyset.json"));
        forTheAudit(folder.resolve("audit-keyset.json"));
    }

    /** The one that the audit is sealed with. */
    public static Path forTheAudit(Path file) throws GeneralSecurityException, IOException {
        MacConfig.register();
        return write(PredefinedMacParameters.HMAC_SHA256_256BITTAG, file);
    }

    private static Path write(Parameters parameters, Path file) throws GeneralSecurityException, IOException {
        return Files.writeString(
                file,
                TinkJsonProtoKeysetFormat.serializeKeyset(
                        KeysetHandle.generateNew(parameters), InsecureSecretKeyAccess.get()));
    }
}
