package jp.kenpo.portal.account;

import java.time.LocalDate;
import java.time.chrono.JapaneseDate;
import java.time.chrono.JapaneseEra;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.kenpo.portal.member.BirthDate;

/** A birth date as it is put into passwords: by the calendar or the era, in any order, in letters and digits alone. */
final class WrittenBirthDate {

    /** What is shorter would be in many passwords by chance. */
    private static final int SHORTEST = 6;

    private WrittenBirthDate() {}

    /** Such as 19801201, 801201, 12011980, 01121980, 551201, s551201, showa551201, 昭和551201, 昭551201. */
    static Set<String> of(BirthDate birthDate) {
        LocalDate date = birthDate.date();
        return Stream.concat(western(date), japanese(date))
                .filter(written -> written.length() >= SHORTEST)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Stream<String> western(LocalDate date) {
        String year = Integer.toString(date.getYear());
        String lastTwo = year.substring(2);
        String dayMonth = twoDigits(date.getDayOfMonth()) + twoDigits(date.getMonthValue());
        return Stream.of(year, lastTwo)
                .flatMap(either -> Stream.concat(
                        monthDay(date).flatMap(monthDay -> Stream.of(either + monthDay, monthDay + either)),
                        Stream.of(dayMonth + either)));
    }

    private static Stream<String> japanese(LocalDate date) {
        JapaneseDate japanese = JapaneseDate.from(date);
        int year = japanese.get(ChronoField.YEAR_OF_ERA);
        List<String> monthDays = monthDay(date).toList();
        return eraNames(japanese.getEra())
                .flatMap(era -> Stream.of(twoDigits(year), Integer.toString(year))
                        .flatMap(written -> monthDays.stream().map(monthDay -> era + written + monthDay)));
    }

    private static Stream<String> monthDay(LocalDate date) {
        int month = date.getMonthValue();
        int day = date.getDayOfMonth();
        return Stream.of(twoDigits(month) + twoDigits(day), month + "" + day).distinct();
    }

    /** By hand: while a password is typed, it is asked for some fifty times at each pause. */
    private static String twoDigits(int number) {
        return number < 10 ? "0" + number : Integer.toString(number);
    }

    /** The era's name in its spellings, and none. */
    private static Stream<String> eraNames(JapaneseEra era) {
        List<String> kanjiAndKana = switch (era.getValue()) {
            case -1 -> List.of("明治", "めいじ");
            case 0 -> List.of("大正", "たいしょう");
            case 1 -> List.of("昭和", "しょうわ");
            case 2 -> List.of("平成", "へいせい");
            case 3 -> List.of("令和", "れいわ");
            default -> throw new IllegalStateException("No name is known of era " + era);
        };
        String kanji = kanjiAndKana.get(0);
        Set<String> latin = Romaji.of(kanjiAndKana.get(1));
        String initial = latin.iterator().next().substring(0, 1);
        return Stream.concat(latin.stream(), Stream.of("", initial, kanji, kanji.substring(0, 1)));
    }
}
