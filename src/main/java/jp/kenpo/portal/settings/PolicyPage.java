package jp.kenpo.portal.settings;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import jp.kenpo.portal.insurer.CrowdPolicy;
import jp.kenpo.portal.insurer.GuessPolicy;
import jp.kenpo.portal.insurer.InsurerPolicy;
import jp.kenpo.portal.platform.Refusal;
import jp.kenpo.portal.signin.StaffPages;
import jp.kenpo.portal.web.Option;

/** M6 設定: how the insurer's members sign in. */
@Named
@RequestScoped
public class PolicyPage extends SettingsForm {

    @Inject
    SettingsDesk desk;

    public PolicyPage() {
        super(EnumSet.range(Setting.PASSWORD_PROFILE, Setting.ALARM_FAILURES));
    }

    @Override
    Decided present() {
        return Decided.of(visit.insurer().policy());
    }

    /** Has it hold from now on. */
    public void save() {
        OptionalInt days = number(Setting.INITIAL_PASSWORD_DAYS);
        InsurerPolicy policy = new InsurerPolicy(
                chosen(Setting.PASSWORD_PROFILE, Choice.PASSWORD_PROFILES),
                chosen(Setting.INITIAL_PASSWORD, Choice.INITIAL_PASSWORDS),
                days.isEmpty() ? Optional.empty() : Optional.of(Duration.ofDays(days.getAsInt())),
                chosen(Setting.OFFERED_METHODS, Choice.METHODS),
                chosen(Setting.HAND_OVER, Choice.HAND_OVERS),
                chosen(Setting.OFFERED_LANGUAGES, Choice.LANGUAGES),
                Duration.ofMinutes(neededNumber(Setting.IDLE_MINUTES)),
                Duration.ofHours(neededNumber(Setting.ABSOLUTE_HOURS)),
                Duration.ofHours(neededNumber(Setting.RECOVERY_WAIT_HOURS)),
                chosen(Setting.HELP_APPROVAL, Choice.HELP_APPROVALS),
                new GuessPolicy(
                        neededNumber(Setting.FREE_TRIES),
                        Duration.ofSeconds(neededNumber(Setting.FIRST_WAIT_SECONDS)),
                        Duration.ofMinutes(neededNumber(Setting.LONGEST_WAIT_MINUTES)),
                        neededNumber(Setting.TELL_AFTER),
                        neededNumber(Setting.MOST_FAILURES)),
                new CrowdPolicy(neededNumber(Setting.ADDRESS_FAILURES), neededNumber(Setting.ALARM_FAILURES)));
        if (!errors.isAny() && policy.guesses().tellAfter() >= policy.guesses().mostFailures()) {
            errors.at(Setting.TELL_AFTER.key(), Refusal.of("settings.told-too-late"));
        }
        if (!errors.isAny()) {
            end(
                    desk.changePolicy(visit.insurer(), visit.caller(), seen(), policy),
                    "button-save",
                    StaffPages.SETTINGS_POLICY);
        }
    }

    public List<Option> getPasswordProfiles() {
        return options(Setting.PASSWORD_PROFILE, Choice.PASSWORD_PROFILES);
    }

    public List<Option> getInitialPasswords() {
        return options(Setting.INITIAL_PASSWORD, Choice.INITIAL_PASSWORDS);
    }

    public List<Option> getMethods() {
        return options(Setting.OFFERED_METHODS, Choice.METHODS);
    }

    public List<Option> getHandOvers() {
        return options(Setting.HAND_OVER, Choice.HAND_OVERS);
    }

    public List<Option> getHelpApprovals() {
        return options(Setting.HELP_APPROVAL, Choice.HELP_APPROVALS);
    }

    public List<Option> getLanguages() {
        return options(Setting.OFFERED_LANGUAGES, Choice.LANGUAGES);
    }
}
