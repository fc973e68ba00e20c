package jp.kenpo.portal.platform;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** Takes the settings from MicroProfile Config: system properties, environment, the server's own sources. */
@Dependent
public class ConfiguredSettings {

    /** The settings of this machine, for beans. */
    @Produces
    @Singleton
    public static Settings settings() {
        // By our own class loader: Payara asks for connections on threads that have no context class loader.
        Config config = ConfigProvider.getConfig(ConfiguredSettings.class.getClassLoader());
        return Settings.read(name -> config.getOptionalValue(name, String.class));
    }
}
