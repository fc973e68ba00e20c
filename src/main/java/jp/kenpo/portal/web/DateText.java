package jp.kenpo.portal.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.time.LocalDate;
import java.time.chrono.JapaneseDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import jp.kenpo.portal.platform.Clocks;

/** Dates and times as members read them: in Japan's time, in Japanese with the year of the era. */
@Named("dates")
@ApplicationScoped
public class DateText {

    private static final DateTimeFormatter ERA = DateTimeFormatter.ofPattern("Gy年", Locale.JAPANESE);
    private static final DateTimeFormatter ENGLISH_DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter ENGLISH_TIME =
            DateTimeFormatter.ofPattern("d MMMM uuuu, H:mm", Locale.ENGLISH).withZone(Clocks.JAPAN);
    private static final DateTimeFormatter JAPANESE_TIME =
            DateTimeFormatter.ofPattern("uuuu年M月d日 H時mm分", Locale.JAPANESE).withZone(Clocks.JAPAN);

    @Inject
    Preferences preferences;

    /** A day, such as 1980年（昭和55年）12月1日 or 1 December 1980. */
    public String day(LocalDate day) {
        if (preferences.getLanguage() == Language.EN) {
            return ENGLISH_DAY.format(day);
        }
        return japanese(day);
    }

    static String japanese(LocalDate day) {
        // The first year of an era is called 元年.
        String era = ERA.format(JapaneseDate.from(day)).replaceFirst("(?<=\\D)1年", "元年");
        return day.getYear() + "年（" + era + "）" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
    }

    /** A moment, to the minute. */
    public String time(Instant instant) {
        return time(instant, preferences.getLanguage());
    }

    /** A moment, to the minute, for somebody who reads this language. */
    public static String time(Instant instant, Language language) {
        return (language == Language.JA ? JAPANESE_TIME : ENGLISH_TIME).format(instant);
    }
}
