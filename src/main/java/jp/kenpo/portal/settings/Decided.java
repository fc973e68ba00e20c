package jp.kenpo.portal.settings;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import jp.kenpo.portal.insurer.Brand;
import jp.kenpo.portal.insurer.Contact;
import jp.kenpo.portal.insurer.InsurerPolicy;
import jp.kenpo.portal.insurer.InsurerProfile;
import jp.kenpo.portal.platform.Sha256;
import jp.kenpo.portal.web.Language;

/**
 * What was decided, point by point, in no language, so that two states of it can be compared and each point be shown.
 *
 * @param values as they stand in the fields; empty where nothing is said
 */
record Decided(Map<Setting, String> values) {

    private static final int DIGITS_OF_A_LOGO = 12;

    Decided {
        values = new EnumMap<>(values);
    }

    static Decided of(InsurerProfile profile) {
        Brand brand = profile.brand();
        Contact contact = profile.contact();
        Map<Setting, String> values = new EnumMap<>(Setting.class);
        values.put(Setting.INSURER_NAME, brand.name(Language.JA));
        values.put(Setting.INSURER_NAME_EN, brand.name(Language.EN));
        values.put(Setting.ACCENT, brand.accent().value());
        values.put(Setting.LOGO, Sha256.hex(brand.logo()).substring(0, DIGITS_OF_A_LOGO));
        values.put(Setting.PHONE, contact.phone());
        values.put(Setting.HOURS, contact.hours(Language.JA));
        values.put(Setting.HOURS_EN, contact.hours(Language.EN));
        values.put(Setting.POST, contact.post(Language.JA));
        values.put(Setting.POST_EN, contact.post(Language.EN));
        values.put(Setting.SENDER_ADDRESS, profile.senderAddress());
        values.put(Setting.ALARM_ADDRESS, profile.alarmAddress().orElse(""));
        return new Decided(values);
    }

    static Decided of(InsurerPolicy policy) {
        Map<Setting, String> values = new EnumMap<>(Setting.class);
        values.put(Setting.PASSWORD_PROFILE, Choice.PASSWORD_PROFILES.word(policy.passwordProfile()));
        values.put(Setting.INITIAL_PASSWORD, Choice.INITIAL_PASSWORDS.word(policy.initialPassword()));
        values.put(
                Setting.INITIAL_PASSWORD_DAYS,
                policy.initialPasswordLife()
                        .map(life -> Long.toString(life.toDays()))
                        .orElse(""));
        values.put(Setting.OFFERED_METHODS, Choice.METHODS.word(policy.methods()));
        values.put(Setting.HAND_OVER, Choice.HAND_OVERS.word(policy.handOver()));
        values.put(Setting.HELP_APPROVAL, Choice.HELP_APPROVALS.word(policy.helpApproval()));
        values.put(Setting.OFFERED_LANGUAGES, Choice.LANGUAGES.word(policy.languages()));
        put(values, Setting.RECOVERY_WAIT_HOURS, policy.recoveryWait().toHours());
        put(values, Setting.IDLE_MINUTES, policy.idleLimit().toMinutes());
        put(values, Setting.ABSOLUTE_HOURS, policy.absoluteLimit().toHours());
        put(values, Setting.FREE_TRIES, policy.guesses().freeTries());
        put(values, Setting.FIRST_WAIT_SECONDS, policy.guesses().firstWait().toSeconds());
        put(values, Setting.LONGEST_WAIT_MINUTES, policy.guesses().longestWait().toMinutes());
        put(values, Setting.TELL_AFTER, policy.guesses().tellAfter());
        put(values, Setting.MOST_FAILURES, policy.guesses().mostFailures());
        put(values, Setting.ADDRESS_FAILURES, policy.crowds().addressFailures());
        put(values, Setting.ALARM_FAILURES, policy.crowds().alarmFailures());
        return new Decided(values);
    }

    private static void put(Map<Setting, String> values, Setting setting, long number) {
        values.put(setting, Long.toString(number));
    }

    String value(Setting setting) {
        return Objects.requireNonNull(values.get(setting));
    }

    /** The points in which another state of it differs, in their order. */
    Set<Setting> differences(Decided other) {
        return values.keySet().stream()
                .filter(setting -> !value(setting).equals(other.value(setting)))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Setting.class)));
    }

    /** Another one for each state of some of its points: what a form carries that was made from them. */
    String fingerprint(Set<Setting> some) {
        return Sha256.base64Url(EnumSet.copyOf(some).stream().map(this::value).collect(Collectors.joining("\0")));
    }
}
