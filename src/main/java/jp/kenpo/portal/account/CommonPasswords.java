package jp.kenpo.portal.account;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The passwords that are tried first: the hundred thousand most frequent of ten million leaked ones, whatever the case.
 *
 * <p>The list that zxcvbn carries is not asked beside it: of its passwords that are long enough, 64 of 11,611 stand
 * in it alone. Source and licence: {@code passwords/README.md}.
 */
final class CommonPasswords {

    private static final String LIST = "xato-net-10-million-passwords-100000.txt";

    /** Only what could be chosen at all takes memory: two in five. */
    private static final Set<String> LONG_ENOUGH = WordList.read(LIST)
            .filter(password -> password.length() >= PasswordPolicy.SHORTEST)
            .map(CommonPasswords::lower)
            .collect(Collectors.toUnmodifiableSet());

    private CommonPasswords() {}

    static boolean contain(String password) {
        return LONG_ENOUGH.contains(lower(password));
    }

    private static String lower(String password) {
        return password.toLowerCase(Locale.ROOT);
    }
}
