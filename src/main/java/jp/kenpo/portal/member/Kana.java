package jp.kenpo.portal.member;

/** How a name is read, as rosters have it: in katakana. */
public final class Kana {

    private Kana() {}

    /** Hiragana as katakana, all else as it is. */
    public static String katakana(String kana) {
        StringBuilder written = new StringBuilder(kana.length());
        kana.chars()
                .forEach(letter ->
                        written.append((char) (letter >= 'ぁ' && letter <= 'ゖ' ? letter + 'ァ' - 'ぁ' : letter)));
        return written.toString();
    }
}
