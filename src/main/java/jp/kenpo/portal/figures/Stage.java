package jp.kenpo.portal.figures;

import java.util.Locale;

/** What every insured person passes, one after the other. */
public enum Stage {
    /** He is in the roster, and insured today. */
    IN_ROSTER,
    /** He was written to; not everybody is. */
    WRITTEN_TO,
    BIRTH_DATE_CONFIRMED,
    TERMS_ACCEPTED,
    USER_ID_DECIDED,
    PASSWORD_SET,
    /** The first login is over: his address is confirmed, or put off. */
    FIRST_LOGIN_COMPLETED,
    /** He can confirm with a second factor. */
    SECOND_FACTOR;

    /** Names it in texts. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
