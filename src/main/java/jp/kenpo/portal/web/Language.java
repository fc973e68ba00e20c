package jp.kenpo.portal.web;

import java.util.Locale;

/** The languages that every text exists in; Japanese unless the member asks for English. */
public enum Language {
    JA(Locale.JAPANESE),
    EN(Locale.ENGLISH);

    private final Locale locale;

    Language(Locale locale) {
        this.locale = locale;
    }

    /** For Faces and resource bundles. */
    public Locale locale() {
        return locale;
    }

    /** Two letters, as in {@code <html lang>} (BCP 47). */
    public String code() {
        return locale.getLanguage();
    }

    /**
     * The language of a code.
     *
     * @throws IllegalArgumentException where no text exists in it
     */
    public static Language of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    /** The one to switch to. */
    public Language other() {
        return this == JA ? EN : JA;
    }
}
