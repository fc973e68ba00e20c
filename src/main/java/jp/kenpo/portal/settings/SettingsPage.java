package jp.kenpo.portal.settings;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.EnumSet;
import java.util.List;
import jp.kenpo.portal.signin.CurrentVisit;

/** M6 設定: all that is decided. */
@Named
@RequestScoped
public class SettingsPage {

    @Inject
    SettingsText text;

    @Inject
    CurrentVisit visit;

    /** What the insurer is called, and its colour; the logo is shown as it is. */
    public List<SettingsText.Line> getBrand() {
        return text.lines(
                Decided.of(visit.insurer().insurer().profile()), EnumSet.range(Setting.INSURER_NAME, Setting.ACCENT));
    }

    public List<SettingsText.Line> getContact() {
        return text.lines(
                Decided.of(visit.insurer().insurer().profile()), EnumSet.range(Setting.PHONE, Setting.ALARM_ADDRESS));
    }

    public List<SettingsText.Line> getPolicy() {
        return text.lines(
                Decided.of(visit.insurer().policy()), EnumSet.range(Setting.PASSWORD_PROFILE, Setting.ALARM_FAILURES));
    }
}
