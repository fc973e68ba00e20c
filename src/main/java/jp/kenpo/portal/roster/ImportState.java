package jp.kenpo.portal.roster;

import java.util.Locale;

/** How far an import is. */
public enum ImportState {
    /** The file is here; which column is which, staff have yet to say. */
    BROUGHT,
    /** Its rows are being read. */
    CHECKING,
    /** What it would change is known, and nothing is changed yet. */
    CHECKED,
    /** It is being taken over. */
    RUNNING,
    /** It was taken over. */
    DONE,
    /** What it changed is being put back. */
    UNDOING,
    /** All is as it was before. */
    UNDONE,
    /** Staff gave it up before it was taken over. */
    GIVEN_UP;

    /** Names it in texts. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether nothing becomes of it any more by itself. */
    public boolean isEnded() {
        return this == DONE || this == UNDONE || this == GIVEN_UP;
    }

    /** Whether the portal is at work on it. */
    public boolean isAtWork() {
        return this == CHECKING || this == RUNNING || this == UNDOING;
    }
}
