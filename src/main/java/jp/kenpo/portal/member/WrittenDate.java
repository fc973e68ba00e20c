package jp.kenpo.portal.member;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.chrono.JapaneseDate;
import java.time.chrono.JapaneseEra;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.kenpo.portal.platform.TypedText;
import org.jspecify.annotations.Nullable;

/**
 * What a text says of a day.
 *
 * <p>People write it in many ways: eight digits, with separators, in the years of an era (昭和54年8月22日,
 * S54.8.22). Separators are kept until the parts are known: 1979/1/11 is not 1979/11/1.
 */
public final class WrittenDate {

    private static final Pattern DIGITS = Pattern.compile("([0-9]{4})([0-9]{2})([0-9]{2})");

    private static final Pattern SEPARATED = Pattern.compile("([0-9]{4})[-/.年]([0-9]{1,2})[-/.月]([0-9]{1,2})日?");

    private static final String ERA = "(明治|大正|昭和|平成|令和|[MTSHR])";

    private static final Pattern ERA_SEPARATED =
            Pattern.compile(ERA + "\\.?(元|[0-9]{1,2})[-/.年]([0-9]{1,2})[-/.月]([0-9]{1,2})日?");

    private static final Pattern ERA_DIGITS = Pattern.compile(ERA + "([0-9]{2})([0-9]{2})([0-9]{2})");

    private WrittenDate() {}

    /** Why a text says of no day. */
    public enum Fault {
        /** Nothing is written. */
        MISSING,
        /** It is no date at all. */
        SHAPE,
        /** No calendar has the day, such as 1979/2/29 or 昭和65年1月1日. */
        NO_SUCH_DAY
    }

    /** Reads what was typed: one answer for a day, one for a fault. */
    public static <R> R read(@Nullable String typed, Function<LocalDate, R> ifDay, Function<Fault, R> ifNone) {
        String text = TypedText.identifier(typed).toUpperCase(Locale.ROOT);
        if (text.isEmpty()) {
            return ifNone.apply(Fault.MISSING);
        }
        LocalDate date;
        try {
            date = date(text);
        } catch (DateTimeException e) {
            return ifNone.apply(Fault.NO_SUCH_DAY);
        }
        return date == null ? ifNone.apply(Fault.SHAPE) : ifDay.apply(date);
    }

    private static @Nullable LocalDate date(String text) {
        Matcher western = DIGITS.matcher(text);
        if (western.matches() || western.usePattern(SEPARATED).matches()) {
            return LocalDate.of(part(western, 1), part(western, 2), part(western, 3));
        }
        Matcher japanese = ERA_SEPARATED.matcher(text);
        if (japanese.matches() || japanese.usePattern(ERA_DIGITS).matches()) {
            JapaneseEra era = era(japanese.group(1).charAt(0));
            int year = japanese.group(2).equals("元") ? 1 : part(japanese, 2);
            return LocalDate.from(JapaneseDate.of(era, year, part(japanese, 3), part(japanese, 4)));
        }
        return null;
    }

    private static JapaneseEra era(char initial) {
        return switch (initial) {
            case '明', 'M' -> JapaneseEra.MEIJI;
            case '大', 'T' -> JapaneseEra.TAISHO;
            case '昭', 'S' -> JapaneseEra.SHOWA;
            case '平', 'H' -> JapaneseEra.HEISEI;
            case '令', 'R' -> JapaneseEra.REIWA;
            default -> throw new IllegalStateException("No era begins with " + initial);
        };
    }

    private static int part(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }
}
