package jp.kenpo.portal.settings;

import java.util.Locale;

/** One point that an insurer's managers decide; also the field in which they do, and its bounds where it is a number. */
public enum Setting {
    INSURER_NAME(Kind.TEXT),
    INSURER_NAME_EN(Kind.TEXT),
    ACCENT(Kind.TEXT),
    LOGO(Kind.PICTURE),
    PHONE(Kind.TEXT),
    HOURS(Kind.TEXT),
    HOURS_EN(Kind.TEXT),
    POST(Kind.TEXT),
    POST_EN(Kind.TEXT),
    SENDER_ADDRESS(Kind.TEXT),
    ALARM_ADDRESS(Kind.TEXT),
    PASSWORD_PROFILE(Kind.CHOICE),
    INITIAL_PASSWORD(Kind.CHOICE),
    INITIAL_PASSWORD_DAYS(1, 365),
    OFFERED_METHODS(Kind.CHOICE),
    HAND_OVER(Kind.CHOICE),
    RECOVERY_WAIT_HOURS(24, 336),
    HELP_APPROVAL(Kind.CHOICE),
    OFFERED_LANGUAGES(Kind.CHOICE),
    /** An hour at most (NIST SP 800-63B-4 § 2.2.3). */
    IDLE_MINUTES(5, 60),
    /** A day at most (NIST SP 800-63B-4 § 2.2.3). */
    ABSOLUTE_HOURS(1, 24),
    FREE_TRIES(3, 10),
    FIRST_WAIT_SECONDS(10, 300),
    LONGEST_WAIT_MINUTES(5, 60),
    TELL_AFTER(5, 50),
    /** A hundred at most (NIST SP 800-63B-4 § 3.2.2). */
    MOST_FAILURES(20, 100),
    ADDRESS_FAILURES(20, 100_000),
    ALARM_FAILURES(100, 1_000_000);

    /** How it is written. */
    enum Kind {
        TEXT,
        PICTURE,
        CHOICE,
        NUMBER
    }

    private final Kind kind;
    private final int least;
    private final int most;

    Setting(Kind kind) {
        this(kind, 0, 0);
    }

    Setting(int least, int most) {
        this(Kind.NUMBER, least, most);
    }

    Setting(Kind kind, int least, int most) {
        this.kind = kind;
        this.least = least;
        this.most = most;
    }

    Kind kind() {
        return kind;
    }

    int least() {
        return least;
    }

    int most() {
        return most;
    }

    /** Name of its field and of its texts, such as {@code idle-minutes}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
