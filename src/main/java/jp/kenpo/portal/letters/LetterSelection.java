package jp.kenpo.portal.letters;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** To whom letters are written; never to whoever has a password of his own, or is not insured. */
public enum LetterSelection {
    /** Whoever was never written to, or told nothing that he can log in with. */
    FIRST,
    /** Whoever was, but a while ago, and has not logged in since. */
    AGAIN;

    /** The one that a form names. */
    public static Optional<LetterSelection> find(@Nullable String key) {
        return Arrays.stream(values()).filter(one -> one.key().equals(key)).findFirst();
    }

    /** Names it in texts. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
