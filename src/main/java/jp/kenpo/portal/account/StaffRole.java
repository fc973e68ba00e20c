package jp.kenpo.portal.account;

import java.util.Locale;

/** What a member of the insurer's staff may do in the portal. */
public enum StaffRole {
    /** Whatever the insurer decides for itself, and all that the help desk does. */
    MANAGER,
    /** Finds members and helps them back in. */
    HELP_DESK;

    /** Names it in texts and in the record. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
