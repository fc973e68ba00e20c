package jp.kenpo.portal.roster;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whom a file names. */
public enum RosterScope {
    /** Every member that the insurer has: who is missing has left. */
    WHOLE,
    /** Those of whom something is new. */
    CHANGES;

    /** The one that a form names. */
    public static Optional<RosterScope> find(@Nullable String key) {
        return Arrays.stream(values()).filter(scope -> scope.key().equals(key)).findFirst();
    }

    /** Names it in texts and forms. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
