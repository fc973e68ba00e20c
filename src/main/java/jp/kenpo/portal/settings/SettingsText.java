package jp.kenpo.portal.settings;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import jp.kenpo.portal.web.NumberText;
import jp.kenpo.portal.web.PageText;

/** What settings are called, and what they are set to, in words. */
@ApplicationScoped
class SettingsText {

    @Inject
    PageText page;

    @Inject
    NumberText numbers;

    /** One of them, as it stands. */
    public record Line(String name, String value) {

        public String getName() {
            return name;
        }

        public String getValue() {
            return value;
        }
    }

    /** One of them, as it was and as it is then. */
    public record Difference(String name, String before, String after) {

        public String getName() {
            return name;
        }

        public String getBefore() {
            return before;
        }

        public String getAfter() {
            return after;
        }
    }

    List<Line> lines(Decided decided, Collection<Setting> some) {
        return some.stream()
                .map(setting -> new Line(name(setting), value(setting, decided)))
                .toList();
    }

    List<Difference> differences(Decided before, Decided after) {
        return before.differences(after).stream()
                .map(setting -> setting.kind() == Setting.Kind.PICTURE
                        ? new Difference(
                                name(setting),
                                page.of("administration.setting.logo.before"),
                                page.of("administration.setting.logo.after"))
                        : new Difference(name(setting), value(setting, before), value(setting, after)))
                .toList();
    }

    private String name(Setting setting) {
        return page.of("field." + setting.key());
    }

    private String value(Setting setting, Decided decided) {
        String value = decided.value(setting);
        String key = "administration.setting." + setting.key() + ".";
        if (value.isEmpty()) {
            return page.of(key + "none");
        }
        return switch (setting.kind()) {
            case TEXT, PICTURE -> value;
            case CHOICE -> page.of(key + value);
            case NUMBER -> page.of(key + "is", numbers.of(Long.parseLong(value)));
        };
    }
}
