package jp.kenpo.portal.platform;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.aead.AeadConfig;
import java.security.GeneralSecurityException;
import java.util.Optional;

/**
 * Seals what the database must keep but must not be able to read, with a key that is not in the database.
 *
 * <p>Each sealed value is bound to the place it belongs to (table, column, row): moved to another row it no
 * longer opens.
 */
public final class SecretBox {

    private final Aead aead;

    SecretBox(KeysetHandle keyset) throws GeneralSecurityException {
        AeadConfig.register();
        aead = keyset.getPrimitive(RegistryConfiguration.get(), Aead.class);
    }

    /**
     * Seals a text for one place.
     *
     * @param place table, column and row, such as {@code totp_device.secret.17}
     */
    public byte[] seal(String text, String place) {
        try {
            return aead.encrypt(text.getBytes(UTF_8), place.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Could not seal " + place, e);
        }
    }

    /**
     * Opens what was sealed for the same place.
     *
     * @throws IllegalStateException when the value was altered, moved here from elsewhere, or sealed by
     *     another key
     */
    public String open(byte[] sealed, String place) {
        try {
            return decrypt(sealed, place);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Could not open " + place, e);
        }
    }

    /** Opens what somebody brings from outside: empty where it was not sealed here for that place. */
    public Optional<String> find(byte[] brought, String place) {
        try {
            return Optional.of(decrypt(brought, place));
        } catch (GeneralSecurityException notOurs) {
            return Optional.empty();
        }
    }

    private String decrypt(byte[] sealed, String place) throws GeneralSecurityException {
        return new String(aead.decrypt(sealed, place.getBytes(UTF_8)), UTF_8);
    }
}
