package jp.kenpo.portal.platform;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.Optional;

/** Opens the keysets that the settings name. */
@Dependent
public class Keyset {

    private static final KeysetFile SECRETS = new KeysetFile("portal.keyset", "AEAD", "/demo/keyset.json");
    private static final KeysetFile SEALS = new KeysetFile("portal.audit-keyset", "MAC", "/demo/audit-keyset.json");

    /**
     * The box that is locked with this installation's key; in demo mode with the one that everybody knows.
     *
     * @throws IllegalStateException when the file cannot be read, holds no AEAD keyset, or is the demo's
     */
    @Produces
    @Singleton
    public static SecretBox secretBox(Settings settings) {
        return SECRETS.open(settings.keyset(), SecretBox::new);
    }

    /** The key that seals the audit. */
    @Produces
    @Singleton
    public static SealKey sealKey(Settings settings) {
        return sealKey(settings.auditKeyset());
    }

    /**
     * The key in a file that seals the audit; without one that of the demo.
     *
     * @throws IllegalStateException when the file cannot be read, holds no MAC keyset, or is the demo's
     */
    public static SealKey sealKey(Optional<Path> file) {
        return SEALS.open(file, SealKey::new);
    }
}
