package jp.kenpo.portal.account;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a member of the insurer's staff may do in the portal. */
public enum StaffRole {
    /** Whatever the insurer decides for itself, and all that the help desk does. */
    MANAGER,
    /** Finds members and helps them back in. */
    HELP_DESK,
    /** Reads the record and the figures, and changes nothing. */
    AUDITOR;

    /** The one that a form names. */
    public static Optional<StaffRole> find(@Nullable String key) {
        return Arrays.stream(values()).filter(role -> role.key().equals(key)).findFirst();
    }

    /** Names it in texts and in the record. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
