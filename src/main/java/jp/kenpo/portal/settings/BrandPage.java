package jp.kenpo.portal.settings;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.EnumSet;
import jp.kenpo.portal.insurer.Accent;
import jp.kenpo.portal.platform.Parsed;
import jp.kenpo.portal.signin.StaffPages;
import jp.kenpo.portal.web.Language;

/** M6 設定: what the insurer is called, and its colour. */
@Named
@RequestScoped
public class BrandPage extends SettingsForm {

    /** Three lines of a letter. */
    private static final int LONGEST_NAME = 40;

    private static final int LONGEST_NAME_IN_ENGLISH = 100;

    @Inject
    SettingsDesk desk;

    public BrandPage() {
        super(EnumSet.of(Setting.INSURER_NAME, Setting.INSURER_NAME_EN, Setting.ACCENT));
    }

    @Override
    Decided present() {
        return Decided.of(visit.insurer().insurer().profile());
    }

    /** Has it shown from now on. */
    public void save() {
        boolean english = visit.insurer().policy().languages().contains(Language.EN);
        String name = line(Setting.INSURER_NAME, LONGEST_NAME, true);
        String nameInEnglish = line(Setting.INSURER_NAME_EN, LONGEST_NAME_IN_ENGLISH, english);
        Parsed<Accent> accent = Accent.parse(typed(Setting.ACCENT));
        if (accent instanceof Parsed.Refused<Accent> refused) {
            errors.at(Setting.ACCENT.key(), refused.why());
        }
        if (!errors.isAny() && accent instanceof Parsed.Value<Accent> value) {
            end(
                    desk.changeProfile(
                            visit.insurer(),
                            visit.caller(),
                            seen(),
                            present -> present.shownAs(present.brand().called(name, nameInEnglish, value.value()))),
                    "button-save",
                    StaffPages.SETTINGS_BRAND);
        }
    }
}
