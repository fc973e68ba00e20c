package jp.kenpo.portal.member;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import jp.kenpo.portal.platform.Parsed;
import org.jspecify.annotations.Nullable;

/** The day on which a member was born. */
public record BirthDate(LocalDate date) {

    private static final DateTimeFormatter EIGHT_DIGITS = DateTimeFormatter.ofPattern("uuuuMMdd");

    /** Japan took over this calendar on that day. */
    private static final LocalDate EARLIEST = LocalDate.of(1873, 1, 1);

    /**
     * Reads what a member typed.
     *
     * @param today a birth date after it is refused
     */
    public static Parsed<BirthDate> parse(@Nullable String typed, LocalDate today) {
        return WrittenDate.read(typed, date -> of(date, today), fault -> switch (fault) {
            case MISSING -> Parsed.refused("birth-date.missing");
            case SHAPE -> Parsed.refused("birth-date.shape");
            case NO_SUCH_DAY -> Parsed.refused("birth-date.no-such-date");
        });
    }

    private static Parsed<BirthDate> of(LocalDate date, LocalDate today) {
        if (date.isBefore(EARLIEST)) {
            return Parsed.refused("birth-date.no-such-date");
        }
        return date.isAfter(today) ? Parsed.refused("birth-date.future") : Parsed.of(new BirthDate(date));
    }

    /** Eight digits, no separators: as in the initial password. */
    public String eightDigits() {
        return EIGHT_DIGITS.format(date);
    }

    /** Says nothing of the date, so that no log can. */
    @Override
    public String toString() {
        return "BirthDate[hidden]";
    }
}
