package jp.kenpo.portal.platform;

import static java.util.stream.Collectors.joining;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a member typed, brought to the form that the rules are written for.
 *
 * <p>A Japanese keyboard gives full-width letters, several hyphens and spaces of its own: none of them is the
 * member's mistake.
 */
public final class TypedText {

    /** White space, control characters, and what has no width: format characters and fillers. */
    private static final Pattern INVISIBLE =
            Pattern.compile("[\\p{IsWhite_Space}\\p{Cc}\\p{Cf}\\p{Cs}\\u3164\\u115F\\u1160]");

    /**
     * U+2010–2015, the hyphen bullet, the minus sign, the two box lines that Japanese keyboards offer for it, and the
     * long vowel mark that is typed for a hyphen in kana mode. Full-width, half-width, small, raised and vertical ones
     * are among these, or {@code -}, after NFKC.
     */
    private static final Pattern HYPHENS = Pattern.compile("[\\u2010-\\u2015\\u2043\\u2212\\u2500\\u2501\\u30FC]");

    private static final Pattern SPACES = Pattern.compile("[\\p{IsWhite_Space}\\p{Cc}]+");

    private static final Pattern FORMAT_CHARACTERS = Pattern.compile("[\\p{Cf}\\p{Cs}]");

    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}]");

    private TypedText() {}

    /** NFKC, without white space, control and zero-width characters; NFKC again, since what they parted may combine. */
    public static String compact(@Nullable String typed) {
        if (typed != null && isVisibleAscii(typed)) {
            return typed;
        }
        return nfkc(INVISIBLE.matcher(nfkc(typed)).replaceAll(""));
    }

    /** {@link #compact}, with every kind of hyphen as {@code -}: for 記号・番号 and user IDs. */
    public static String identifier(@Nullable String typed) {
        return HYPHENS.matcher(compact(typed)).replaceAll("-");
    }

    /** {@link #identifier} in lower case, whatever the machine's language. */
    public static String lowerCaseIdentifier(@Nullable String typed) {
        return nfkc(identifier(typed).toLowerCase(Locale.ROOT));
    }

    /** {@link #identifier} without hyphens: for one-time codes, which members group as they like. */
    public static String code(@Nullable String typed) {
        return nfkc(identifier(typed).replace("-", ""));
    }

    /** One line of text as typed, NFKC, without control characters, inner white space as single blanks. */
    public static String line(@Nullable String typed) {
        String seen = FORMAT_CHARACTERS.matcher(nfkc(typed)).replaceAll("");
        return nfkc(SPACES.matcher(seen).replaceAll(" ").strip());
    }

    /** Several lines as they were typed, without control and format characters, and no blank line at either end. */
    public static String paragraphs(@Nullable String typed) {
        return typed == null
                ? ""
                : typed.lines()
                        .map(line -> UNSEEN.matcher(line).replaceAll("").stripTrailing())
                        .collect(joining("\n"))
                        .strip();
    }

    /** NFKC alone: for passwords, which are otherwise taken as they are (ASVS 6.2.8). */
    public static String nfkc(@Nullable String typed) {
        return typed == null ? "" : Normalizer.normalize(typed, Normalizer.Form.NFKC);
    }

    /** Most of what a roster holds: nothing in it is to be normalised, and a million rows are to be read soon. */
    private static boolean isVisibleAscii(String typed) {
        for (int i = 0; i < typed.length(); i++) {
            if (typed.charAt(i) <= ' ' || typed.charAt(i) > '~') {
                return false;
            }
        }
        return true;
    }
}
