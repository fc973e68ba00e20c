package jp.kenpo.portal.helpdesk;

import java.util.Locale;

/** How staff made sure that it is the member himself whom they help. */
public enum IdentityCheck {
    /** Name and birth date are the roster's. */
    NAME,
    /** 記号・番号 are the roster's. */
    NUMBER,
    /** He was called back at the telephone number that the insurer has of him. */
    CALLED_BACK,
    /** He showed papers with his picture. */
    PAPERS;

    /** Names it in the record. */
    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether it takes more than to know what is printed in the member's papers. */
    boolean isBeyondPapersAtHome() {
        return this == CALLED_BACK || this == PAPERS;
    }
}
