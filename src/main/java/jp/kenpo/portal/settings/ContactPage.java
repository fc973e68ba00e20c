package jp.kenpo.portal.settings;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.EnumSet;
import java.util.Optional;
import jp.kenpo.portal.account.EmailAddress;
import jp.kenpo.portal.insurer.Contact;
import jp.kenpo.portal.insurer.InsurerProfile;
import jp.kenpo.portal.platform.Parsed;
import jp.kenpo.portal.platform.Refusal;
import jp.kenpo.portal.platform.TypedText;
import jp.kenpo.portal.signin.StaffPages;
import jp.kenpo.portal.web.Language;

/** M6 設定: where members reach the insurer, and where its mail comes from. */
@Named("contactSettingsPage")
@RequestScoped
public class ContactPage extends SettingsForm {

    /** What a letter has room for. */
    private static final int LONGEST = 100;

    private static final int LONGEST_IN_ENGLISH = 200;

    @Inject
    SettingsDesk desk;

    public ContactPage() {
        super(EnumSet.range(Setting.PHONE, Setting.ALARM_ADDRESS));
    }

    @Override
    Decided present() {
        return Decided.of(visit.insurer().insurer().profile());
    }

    /** Has it hold from now on. */
    public void save() {
        boolean english = visit.insurer().policy().languages().contains(Language.EN);
        Contact contact = new Contact(
                phone(),
                line(Setting.HOURS, LONGEST, true),
                line(Setting.HOURS_EN, LONGEST_IN_ENGLISH, english),
                line(Setting.POST, LONGEST, true),
                line(Setting.POST_EN, LONGEST_IN_ENGLISH, english));
        Optional<String> sender = address(Setting.SENDER_ADDRESS);
        Optional<String> alarm = TypedText.compact(typed(Setting.ALARM_ADDRESS)).isEmpty()
                ? Optional.empty()
                : address(Setting.ALARM_ADDRESS);
        if (!errors.isAny()) {
            end(
                    desk.changeProfile(
                            visit.insurer(),
                            visit.caller(),
                            seen(),
                            present -> new InsurerProfile(present.brand(), contact, sender.orElseThrow(), alarm)),
                    "button-save",
                    StaffPages.SETTINGS_CONTACT);
        }
    }

    /** Only what a telephone can dial, since pages have it dialled. */
    private String phone() {
        String phone = TypedText.identifier(typed(Setting.PHONE));
        if (!phone.matches("[+]?[0-9][0-9-]{5,18}")) {
            errors.at(Setting.PHONE.key(), Refusal.of("settings.phone"));
        }
        return phone;
    }

    private Optional<String> address(Setting field) {
        Parsed<EmailAddress> address = EmailAddress.parse(typed(field));
        return address.either(value -> Optional.of(value.value()), why -> {
            errors.at(field.key(), why);
            return Optional.empty();
        });
    }
}
