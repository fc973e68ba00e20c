package jp.kenpo.portal.account;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.util.Locale;
import jp.kenpo.portal.platform.TypedText;
import org.jspecify.annotations.Nullable;

/**
 * What was drawn for one member and is printed in his letter: whoever holds the letter is believed until the member has a
 * password of his own.
 *
 * @param value twelve letters and digits of thirty kinds (58 bits), in groups of four
 */
public record LetterSecret(String value) {

    static final int GROUPS = 3;

    /** Whether this was typed; capitals, hyphens and blanks do not matter. */
    public boolean matches(@Nullable String typed) {
        return MessageDigest.isEqual(bare(value).getBytes(UTF_8), bare(typed).getBytes(UTF_8));
    }

    private static String bare(@Nullable String text) {
        return TypedText.identifier(text).replace("-", "").toUpperCase(Locale.ROOT);
    }

    /** Says nothing of the value, so that no log can. */
    @Override
    public String toString() {
        return "LetterSecret[hidden]";
    }
}
