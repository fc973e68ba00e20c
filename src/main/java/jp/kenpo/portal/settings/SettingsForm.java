package jp.kenpo.portal.settings;

import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import jp.kenpo.portal.platform.Refusal;
import jp.kenpo.portal.platform.TypedText;
import jp.kenpo.portal.selfservice.Change;
import jp.kenpo.portal.signin.CurrentVisit;
import jp.kenpo.portal.signin.Onward;
import jp.kenpo.portal.signin.StaffPages;
import jp.kenpo.portal.signin.TypedBefore;
import jp.kenpo.portal.web.AskedNumber;
import jp.kenpo.portal.web.FieldErrors;
import jp.kenpo.portal.web.Notice;
import jp.kenpo.portal.web.NumberText;
import jp.kenpo.portal.web.Option;
import jp.kenpo.portal.web.PageText;
import org.jspecify.annotations.Nullable;

/** A page on which some settings are decided together: what its fields hold, at first what is decided now. */
abstract class SettingsForm {

    @Inject
    CurrentVisit visit;

    @Inject
    Onward onward;

    @Inject
    FieldErrors errors;

    @Inject
    PageText text;

    @Inject
    NumberText numbers;

    @Inject
    TypedBefore before;

    @Inject
    HttpServletRequest request;

    /** What has to be decided otherwise where something is refused that is decided on the same page. */
    private static final Map<String, Setting> REFUSED_FOR = Map.of(
            "settings.nobody-to-approve", Setting.HELP_APPROVAL,
            "settings.no-english", Setting.OFFERED_LANGUAGES,
            "settings.sender-of-another", Setting.SENDER_ADDRESS);

    private final Set<Setting> fields;
    private final Map<String, String> typed = new HashMap<>();
    private String seen = "";

    SettingsForm(Set<Setting> fields) {
        this.fields = fields;
    }

    /** What is decided now. */
    abstract Decided present();

    @PostConstruct
    void takeUp() {
        Decided present = present();
        for (Setting field : fields) {
            typed.put(field.key(), Optional.ofNullable(before.find(field.key())).orElse(present.value(field)));
        }
        seen = Optional.ofNullable(request.getParameter(AskedNumber.SEEN))
                .or(() -> Optional.ofNullable(before.find(AskedNumber.SEEN)))
                .orElseGet(() -> present.fingerprint(fields));
    }

    /** What stands in the fields, by their names. */
    public Map<String, String> getTyped() {
        return typed;
    }

    public String getSeen() {
        return seen;
    }

    SettingsDesk.Seen seen() {
        return new SettingsDesk.Seen(fields, seen);
    }

    @Nullable
    String typed(Setting field) {
        return typed.get(field.key());
    }

    /** One line, which may be empty if it is not needed. */
    String line(Setting field, int longest, boolean needed) {
        String line = TypedText.line(typed(field));
        if (line.isEmpty() && needed) {
            errors.at(field.key(), Refusal.of("settings.missing", name(field)));
        } else if (line.length() > longest) {
            errors.at(field.key(), Refusal.of("text.too-long", numbers.of(longest)));
        }
        return line;
    }

    /** A number within its bounds; empty where none stands there, or where it is refused. */
    OptionalInt number(Setting field) {
        String number = TypedText.compact(typed(field)).replace(",", "");
        if (number.isEmpty()) {
            return OptionalInt.empty();
        }
        if (number.matches("[0-9]{1,7}")) {
            int value = Integer.parseInt(number);
            if (value >= field.least() && value <= field.most()) {
                return OptionalInt.of(value);
            }
        }
        refuseNumber(field);
        return OptionalInt.empty();
    }

    /** The same where there has to be one; 0 where it is refused. */
    int neededNumber(Setting field) {
        OptionalInt number = number(field);
        if (number.isEmpty()) {
            refuseNumber(field);
        }
        return number.orElse(0);
    }

    private void refuseNumber(Setting field) {
        errors.at(
                field.key(),
                Refusal.of("settings.number", name(field), numbers.of(field.least()), numbers.of(field.most())));
    }

    private String name(Setting field) {
        return text.label(field.key());
    }

    /** What was chosen; without it, what is the first of them. */
    <T> T chosen(Setting field, Choice<T> choice) {
        Optional<T> chosen = choice.find(typed(field));
        if (chosen.isEmpty()) {
            errors.at(field.key(), Refusal.of("settings.missing", name(field)));
        }
        return chosen.orElseGet(() -> choice.all().get(0).getValue());
    }

    List<Option> options(Setting field, Choice<?> choice) {
        return Option.all(text, "administration.setting." + field.key() + ".", choice.words());
    }

    /** Leaves the page where it was decided, and says otherwise why it was not. */
    void end(Change outcome, String button, String page) {
        if (outcome instanceof Change.Refused refused) {
            errors.at(
                    Optional.ofNullable(REFUSED_FOR.get(refused.why().key()))
                            .filter(fields::contains)
                            .map(Setting::key)
                            .orElse(button),
                    refused.why());
        } else if (outcome instanceof Change.Made) {
            before.forget();
            onward.to(Notice.SETTINGS_SAVED.on(StaffPages.SETTINGS));
        } else {
            onward.to(page);
        }
    }
}
