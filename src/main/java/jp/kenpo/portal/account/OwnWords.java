package jp.kenpo.portal.account;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jp.kenpo.portal.insurer.Insurer;
import jp.kenpo.portal.member.Member;
import jp.kenpo.portal.member.MemberNumber;
import jp.kenpo.portal.web.Language;

/** Words that somebody who knows the member, or his insurer, tries with a few digits behind. */
public final class OwnWords {

    /** So short a word in Latin letters is in a password by chance, such as Ai in kumohai47. */
    private static final int SHORTEST_LATIN = 3;

    private static final int SHORTEST_OTHER = 2;

    /** What is no more than that beside the words makes them no password. */
    private static final int FEW = 3;

    /** What is longer is refused in any case, and would take long to look through. */
    private static final int LONGEST = 2 * PasswordPolicy.LONGEST;

    private static final String SOCIETY = "健康保険組合";

    private OwnWords() {}

    /** What the estimate of a password's strength is to know: it takes each for a word that is tried early. */
    public static List<String> all(UserId userId, AccountOwner owner, Insurer insurer) {
        return Stream.of(
                        List.of(userId.value()),
                        owner.insured().map(OwnWords::ofRoster).orElse(List.of()),
                        ofName(owner),
                        ofInsurer(insurer))
                .flatMap(Collection::stream)
                .toList();
    }

    private static List<String> ofRoster(Member member) {
        MemberNumber number = member.number();
        return Stream.concat(
                        Stream.of(number.symbol(), number.number()), WrittenBirthDate.of(member.birthDate()).stream())
                .toList();
    }

    /** The owner's names, in kanji, kana and Latin letters. */
    static Set<String> ofName(AccountOwner owner) {
        List<String> kanji = parts(owner.name());
        List<String> kana = parts(owner.insured().map(Member::kana).orElse(""));
        Set<String> words = new HashSet<>(kanji);
        words.add(String.join("", kanji));
        for (String part : kana) {
            words.addAll(kanaAndLatin(part));
        }
        words.removeIf(OwnWords::isShort);
        words.addAll(withShortParts(kana));
        return words;
    }

    /** The insurer's names and code, and what every health insurance society is called. */
    static Set<String> ofInsurer(Insurer insurer) {
        String japanese = insurer.brand().name(Language.JA);
        String english = insurer.brand().name(Language.EN).toLowerCase(Locale.ROOT);
        Set<String> words = new HashSet<>(List.of(insurer.code(), japanese, "健康保険", "健保", "組合"));
        words.addAll(kanaAndLatin(japanese.replace(SOCIETY, "")));
        words.addAll(Arrays.asList(english.split("[^\\p{L}]+")));
        Stream.of("けんぽ", "けんこう", "ほけん", "くみあい").map(OwnWords::kanaAndLatin).forEach(words::addAll);
        words.removeIf(OwnWords::isShort);
        return words;
    }

    /**
     * Whether a password is hardly more than some of the words: without them, and signs, only digits are left, or no
     * more than three letters and digits.
     */
    static boolean areNearlyAllOf(String password, Set<String> words) {
        if (password.length() > LONGEST) {
            return false;
        }
        String text = password.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}ー]", "");
        String anyWord = words.stream()
                .sorted(comparing(String::length).reversed())
                .map(Pattern::quote)
                .collect(joining("|"));
        String rest = text.replaceAll(anyWord, "");
        return rest.length() < text.length()
                && (rest.length() <= FEW || rest.codePoints().noneMatch(Character::isLetter));
    }

    private static List<String> parts(String name) {
        return Arrays.stream(name.toLowerCase(Locale.ROOT).split("[\\s\u3000・]+"))
                .filter(part -> !part.isEmpty())
                .toList();
    }

    private static Set<String> kanaAndLatin(String kana) {
        Set<String> words = new HashSet<>(Romaji.of(kana));
        words.add(kana);
        words.add(Romaji.hiragana(kana));
        return words;
    }

    /** A short part tells something only next to another. */
    private static Set<String> withShortParts(List<String> kana) {
        Set<String> words = new HashSet<>();
        for (String one : kana) {
            for (String other : kana) {
                Set<String> spellings = Romaji.of(other);
                if (one.equals(other) || spellings.stream().noneMatch(OwnWords::isShort)) {
                    continue;
                }
                for (String beside : Romaji.of(one)) {
                    spellings.forEach(spelling -> words.addAll(List.of(beside + spelling, spelling + beside)));
                }
            }
        }
        return words;
    }

    private static boolean isShort(String word) {
        boolean latin = word.chars().allMatch(c -> c < 128);
        return word.length() < (latin ? SHORTEST_LATIN : SHORTEST_OTHER);
    }
}
