package jp.kenpo.portal.helpdesk;

import java.util.Locale;

/** What opens a member's account to whoever made the staff believe him: two of them do it where the policy says so. */
public enum Deed {
    FACTORS_RESET,
    PASSWORD_RESET,
    EMAIL_CORRECTION;

    /** Names it in texts and in the record. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
