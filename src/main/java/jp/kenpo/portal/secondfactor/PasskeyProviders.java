package jp.kenpo.portal.secondfactor;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Properties;

/** The makes of authenticators by their AAGUID (WebAuthn L3 § 6.5.1), only to name a new passkey by. */
final class PasskeyProviders {

    private static final Properties NAMES = read();

    private PasskeyProviders() {}

    /** The make's name; empty where it is not known, or not said. */
    static Optional<String> name(String aaguid) {
        return Optional.ofNullable(NAMES.getProperty(aaguid));
    }

    private static Properties read() {
        Properties names = new Properties();
        try (InputStream file = PasskeyProviders.class.getResourceAsStream("/passkey-providers.properties")) {
            names.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return names;
    }
}
