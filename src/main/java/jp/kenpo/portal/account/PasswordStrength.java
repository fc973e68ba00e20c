package jp.kenpo.portal.account;

import com.nulabinc.zxcvbn.StandardDictionaries;
import com.nulabinc.zxcvbn.StandardKeyboards;
import com.nulabinc.zxcvbn.Zxcvbn;
import com.nulabinc.zxcvbn.ZxcvbnBuilder;
import com.nulabinc.zxcvbn.matchers.Dictionary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;

/** How hard a password is to guess, in the five steps of zxcvbn (Wheeler, USENIX Security 2016), weakest first. */
public enum PasswordStrength {
    VERY_WEAK("very-weak"),
    WEAK("weak"),
    FAIR("fair"),
    STRONG("strong"),
    VERY_STRONG("very-strong");

    private static final Zxcvbn ESTIMATOR = estimator();

    private final String key;

    PasswordStrength(String key) {
        this.key = key;
    }

    /**
     * Estimates a password.
     *
     * @param password in NFKC; what exceeds the longest that can be chosen is not looked at
     * @param ownWords what somebody who knows the member would try first
     */
    public static PasswordStrength of(String password, List<String> ownWords) {
        int looked = Math.min(password.length(), PasswordPolicy.LONGEST);
        int score = ESTIMATOR.measure(password.substring(0, looked), ownWords).getScore();
        return values()[score];
    }

    /** Names the step in texts. */
    public String key() {
        return key;
    }

    /** With the words that Japanese passwords are made of, in kana and in every spelling in Latin letters. */
    private static Zxcvbn estimator() {
        List<String> japanese = WordList.read("japanese-words.txt")
                .flatMap(word -> Stream.concat(Stream.of(word), Romaji.of(word).stream()))
                .distinct()
                .toList();
        try {
            return new ZxcvbnBuilder()
                    .dictionaries(StandardDictionaries.loadAllDictionaries())
                    .dictionary(new Dictionary("japanese", japanese))
                    .keyboards(StandardKeyboards.loadAllKeyboards())
                    .build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
