package jp.kenpo.portal.member;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.chrono.JapaneseDate;
import java.time.temporal.ChronoField;
import java.util.stream.Stream;
import jp.kenpo.portal.platform.Parsed;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds of every birth date, and of everything that is typed for one. */
class BirthDatePropertiesTest {

    private static final LocalDate EARLIEST = LocalDate.of(1873, 1, 1);

    @Example
    void each_date_in_each_spelling_is_itself() {
        Stream<String> misread = EARLIEST.datesUntil(BirthDateSpelling.TODAY.plusDays(1))
                .flatMap(date ->
                        spellings(date).filter(spelling -> !read(spelling).equals(Parsed.of(new BirthDate(date)))));

        assertThat(misread).isEmpty();
    }

    @Property
    void the_eight_digits_are_read_back(@ForAll("dates") LocalDate date) {
        BirthDate birthDate = new BirthDate(date);

        assertThat(read(birthDate.eightDigits())).isEqualTo(Parsed.of(birthDate));
    }

    @Property
    void whatever_is_typed_is_a_date_of_a_living_person_or_refused(@ForAll("nearlyDates") String typed) {
        String outcome = read(typed)
                .either(
                        value -> value.date().isBefore(EARLIEST) || value.date().isAfter(BirthDateSpelling.TODAY)
                                ? "taken"
                                : "",
                        refused -> refused.key());

        assertThat(outcome).matches("|birth-date\\.(missing|shape|no-such-date|future)");
    }

    @Provide
    Arbitrary<LocalDate> dates() {
        return Arbitraries.longs()
                .between(EARLIEST.toEpochDay(), BirthDateSpelling.TODAY.toEpochDay())
                .map(LocalDate::ofEpochDay);
    }

    /** Numbers, parted as dates are, of any size and with what is no date between. */
    @Provide
    Arbitrary<String> nearlyDates() {
        Arbitrary<String> era = Arbitraries.of("", "S", "昭和", "令和", "ｈ", "明治", "X", "\uD800", "元");
        Arbitrary<String> part = Arbitraries.of("-", "/", ".", "年", "月", "日", "", " ", "ー", "\u200B");
        Arbitrary<String> number = Arbitraries.oneOf(
                Arbitraries.integers().between(0, 32).map(String::valueOf),
                Arbitraries.integers().between(1, 9999).map("%04d"::formatted),
                Arbitraries.bigIntegers().map(String::valueOf),
                Arbitraries.strings().ofMaxLength(4));
        return Combinators.combine(era, number, part, number, part, number, part)
                .as((a, b, c, d, e, f, g) -> a + b + c + d + e + f + g);
    }

    private static Stream<String> spellings(LocalDate date) {
        int year = date.getYear();
        int month = date.getMonthValue();
        int day = date.getDayOfMonth();
        JapaneseDate japanese = JapaneseDate.from(date);
        int eraYear = japanese.get(ChronoField.YEAR_OF_ERA);
        int era = japanese.getEra().getValue() + 1;
        String name = new String[] {"明治", "大正", "昭和", "平成", "令和"}[era];
        char initial = "MTSHR".charAt(era);
        return Stream.of(
                "%04d%02d%02d".formatted(year, month, day),
                year + "-" + month + "-" + day,
                year + "/" + month + "/" + day,
                year + "年" + month + "月" + day + "日",
                name + (eraYear == 1 ? "元" : eraYear) + "年" + month + "月" + day + "日",
                name + eraYear + "年" + month + "月" + day + "日",
                initial + "." + eraYear + "." + month + "." + day,
                "%c%02d%02d%02d".formatted(initial, eraYear, month, day));
    }

    private static Parsed<BirthDate> read(String typed) {
        return BirthDate.parse(typed, BirthDateSpelling.TODAY);
    }
}
