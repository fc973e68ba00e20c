package jp.kenpo.portal.account;

import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds the characters that a text may not hold, for the sentence that names them. */
final class ForbiddenCharacters {

    private static final int MOST_NAMED = 5;

    private ForbiddenCharacters() {}

    /** The first few different matches, parted by blanks; empty where there is none. */
    static String in(String text, String forbidden) {
        return Pattern.compile(forbidden)
                .matcher(text)
                .results()
                .map(match -> match.group())
                .map(character -> character.isBlank() ? "␣" : character)
                .distinct()
                .limit(MOST_NAMED)
                .collect(Collectors.joining(" "));
    }
}
