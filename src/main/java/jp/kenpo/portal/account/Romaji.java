package jp.kenpo.portal.account;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The Latin letters that somebody may type for kana: by Hepburn (fuji, shimbashi), by Kunrei (huzi, sinbasi), as on a
 * keyboard (jya, dzu), with a long vowel written or not (ohno, oono, ouno, ono).
 */
final class Romaji {

    /** Where a word has more spellings, its later syllables are spelt in one way only. */
    private static final int MOST = 256;

    private static final String VOWELS = "aiueo";

    private static final Pattern SYLLABLE = Pattern.compile("[ぁ-ゔ&&[^ぁぃぅぇぉっゃゅょゎん]][ゃゅょぁぃぅぇぉ]|.", Pattern.DOTALL);

    /** The rows of the table of fifty sounds, by their consonant; · where there is no sound. */
    private static final Map<String, String> ROWS = Map.ofEntries(
            Map.entry("", "あいうえお"),
            Map.entry("k", "かきくけこ"),
            Map.entry("s", "さしすせそ"),
            Map.entry("t", "たちつてと"),
            Map.entry("n", "なにぬねの"),
            Map.entry("h", "はひふへほ"),
            Map.entry("m", "まみむめも"),
            Map.entry("y", "や·ゆ·よ"),
            Map.entry("r", "らりるれろ"),
            Map.entry("w", "わ···を"),
            Map.entry("g", "がぎぐげご"),
            Map.entry("z", "ざじずぜぞ"),
            Map.entry("d", "だぢづでど"),
            Map.entry("b", "ばびぶべぼ"),
            Map.entry("p", "ぱぴぷぺぽ"),
            Map.entry("v", "··ゔ··"));

    /** Where Hepburn or a keyboard is not the row's consonant and vowel. */
    private static final Map<String, List<String>> ODD = Map.ofEntries(
            Map.entry("し", List.of("shi", "si")),
            Map.entry("ち", List.of("chi", "ti")),
            Map.entry("つ", List.of("tsu", "tu")),
            Map.entry("ふ", List.of("fu", "hu")),
            Map.entry("じ", List.of("ji", "zi")),
            Map.entry("ぢ", List.of("ji", "zi", "di")),
            Map.entry("づ", List.of("zu", "du", "dzu")),
            Map.entry("を", List.of("o", "wo")),
            Map.entry("ゎ", List.of("wa")),
            Map.entry("ゐ", List.of("i", "wi")),
            Map.entry("ゑ", List.of("e", "we")),
            Map.entry("ゕ", List.of("ka")),
            Map.entry("ゖ", List.of("ke")));

    /** The consonants before a small や, ゆ or よ. */
    private static final Map<String, List<String>> PALATAL = Map.of(
            "し", List.of("sh", "sy"),
            "ち", List.of("ch", "ty", "cy"),
            "じ", List.of("j", "zy", "jy"),
            "ぢ", List.of("j", "zy", "jy", "dy"));

    private static final Map<String, List<String>> SOUNDS = sounds();

    private Romaji() {}

    /** Every spelling of a word in small letters, Hepburn without long vowels among them; what is no kana is kept. */
    static Set<String> of(String kana) {
        Set<String> spellings = Set.of("");
        for (List<String> syllable : syllables(hiragana(kana))) {
            List<String> ways = spellings.size() * syllable.size() > MOST ? syllable.subList(0, 1) : syllable;
            Set<String> longer = new LinkedHashSet<>();
            spellings.forEach(beginning -> ways.forEach(way -> longer.add(beginning + way)));
            spellings = longer;
        }
        return spellings;
    }

    /** Katakana, full and half width, as hiragana. */
    static String hiragana(String kana) {
        String text = Normalizer.normalize(kana, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return text.chars()
                .map(c -> c >= 'ァ' && c <= 'ヶ' ? c - 'ァ' + 'ぁ' : c)
                .collect(StringBuilder::new, (all, c) -> all.append((char) c), StringBuilder::append)
                .toString();
    }

    private static List<List<String>> syllables(String hiragana) {
        List<String> kana =
                SYLLABLE.matcher(hiragana).results().map(MatchResult::group).toList();
        List<List<String>> syllables = new ArrayList<>();
        char vowel = ' ';
        boolean doubled = false;
        for (int i = 0; i < kana.size(); i++) {
            String one = kana.get(i);
            List<String> ways;
            if (one.equals("っ")) {
                doubled = true;
                continue;
            } else if (one.equals("ん")) {
                ways = nasal(i + 1 < kana.size() ? sounds(kana.get(i + 1)).get(0) : "");
            } else if (lengthens(one, vowel)) {
                ways = lengthened(one, vowel);
            } else {
                ways = sounds(one);
                vowel = ways.get(0).charAt(ways.get(0).length() - 1);
            }
            syllables.add(doubled ? ways.stream().flatMap(Romaji::doubled).toList() : ways);
            doubled = false;
            vowel = one.equals("ん") ? ' ' : vowel;
        }
        return syllables;
    }

    private static List<String> sounds(String syllable) {
        return SOUNDS.getOrDefault(syllable, List.of(syllable));
    }

    private static List<String> nasal(String next) {
        if (next.matches("[bmp].*")) {
            return List.of("m", "n");
        }
        return next.matches("[aiueoy].*") ? List.of("n", "n'") : List.of("n");
    }

    private static boolean lengthens(String syllable, char vowel) {
        int row = VOWELS.indexOf(vowel);
        return syllable.equals("ー")
                || syllable.equals("う") && vowel == 'o'
                || row >= 0 && syllable.equals(ROWS.get("").substring(row, row + 1));
    }

    private static List<String> lengthened(String syllable, char vowel) {
        if (vowel == 'o') {
            return List.of("", "u", "o", "h");
        }
        if (VOWELS.indexOf(vowel) < 0) {
            return List.of("");
        }
        String written = String.valueOf(vowel);
        return syllable.equals("い") ? List.of(written, "") : List.of("", written);
    }

    private static Stream<String> doubled(String sound) {
        if (sound.isEmpty() || VOWELS.indexOf(sound.charAt(0)) >= 0) {
            return Stream.of(sound);
        }
        return sound.startsWith("ch") ? Stream.of("t" + sound, "c" + sound) : Stream.of(sound.charAt(0) + sound);
    }

    private static Map<String, List<String>> sounds() {
        Map<String, List<String>> sounds = new HashMap<>();
        ROWS.forEach((consonant, row) -> {
            for (int i = 0; i < VOWELS.length(); i++) {
                sounds.put(row.substring(i, i + 1), List.of(consonant + VOWELS.charAt(i)));
            }
        });
        sounds.remove("·");
        sounds.putAll(ODD);
        Map<String, List<String>> combined = new HashMap<>();
        sounds.forEach((kana, ways) -> {
            List<String> consonants = ways.stream()
                    .map(way -> kana.equals("う") ? "w" : way.substring(0, way.length() - 1))
                    .toList();
            List<String> palatal = PALATAL.getOrDefault(
                    kana, consonants.stream().map(consonant -> consonant + "y").toList());
            for (String small : List.of("ゃa", "ゅu", "ょo")) {
                combined.put(kana + small.charAt(0), with(palatal, small));
            }
            for (String small : List.of("ぁa", "ぃi", "ぅu", "ぇe", "ぉo")) {
                combined.put(kana + small.charAt(0), with(PALATAL.getOrDefault(kana, consonants), small));
            }
        });
        sounds.putAll(combined);
        Arrays.stream("ぁa ぃi ぅu ぇe ぉo ゃya ゅyu ょyo".split(" "))
                .forEach(small -> sounds.put(small.substring(0, 1), List.of(small.substring(1))));
        return Map.copyOf(sounds);
    }

    private static List<String> with(List<String> consonants, String small) {
        return consonants.stream().map(consonant -> consonant + small.charAt(1)).toList();
    }
}
