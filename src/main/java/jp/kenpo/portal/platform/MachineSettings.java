package jp.kenpo.portal.platform;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds settings where no server brings MicroProfile Config, in the same places and spellings. */
public final class MachineSettings {

    private MachineSettings() {}

    /**
     * A system property, else a variable of the environment: {@code portal.db.url}, {@code portal_db_url},
     * {@code PORTAL_DB_URL} (MicroProfile Config 3.1, environment variables mapping rules).
     */
    public static Optional<String> find(String name) {
        String variable = name.replaceAll("[^A-Za-z0-9_]", "_");
        return Optional.ofNullable(System.getProperty(name))
                .or(() -> Stream.of(name, variable, variable.toUpperCase(Locale.ROOT))
                        .flatMap(spelling -> Stream.ofNullable(System.getenv(spelling)))
                        .findFirst());
    }
}
