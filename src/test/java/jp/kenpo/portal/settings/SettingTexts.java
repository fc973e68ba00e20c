package jp.kenpo.portal.settings;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;

/** The keys of all texts that tell what settings are called and set to. */
public final class SettingTexts {

    private static final String PREFIX = "administration.setting.";

    private static final Map<Setting, Choice<?>> CHOICES = Map.of(
            Setting.PASSWORD_PROFILE, Choice.PASSWORD_PROFILES,
            Setting.OFFERED_METHODS, Choice.METHODS,
            Setting.HAND_OVER, Choice.HAND_OVERS,
            Setting.INITIAL_PASSWORD, Choice.INITIAL_PASSWORDS,
            Setting.HELP_APPROVAL, Choice.HELP_APPROVALS,
            Setting.OFFERED_LANGUAGES, Choice.LANGUAGES);

    private SettingTexts() {}

    public static Stream<String> keys() {
        return Stream.of(
                        Arrays.stream(Setting.values()).map(setting -> "field." + setting.key()),
                        Arrays.stream(Setting.values())
                                .filter(setting -> setting.kind() == Setting.Kind.NUMBER)
                                .map(setting -> PREFIX + setting.key() + ".is"),
                        CHOICES.entrySet().stream()
                                .flatMap(one -> one.getValue()
                                        .words()
                                        .map(word -> PREFIX + one.getKey().key() + "." + word))
                                .flatMap(key -> Stream.of(key, key + ".about")),
                        Stream.of(PREFIX + "logo.before", PREFIX + "logo.after"),
                        optional().map(setting -> PREFIX + setting.key() + ".none"))
                .flatMap(keys -> keys);
    }

    /** Those that need not be set to anything. */
    private static Stream<Setting> optional() {
        return Stream.of(
                Setting.INSURER_NAME_EN,
                Setting.HOURS_EN,
                Setting.POST_EN,
                Setting.ALARM_ADDRESS,
                Setting.INITIAL_PASSWORD_DAYS);
    }
}
