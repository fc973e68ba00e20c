package jp.kenpo.portal.recovery;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;
import jp.kenpo.portal.account.EmailAddress;
import jp.kenpo.portal.account.EmailCodePurpose;
import jp.kenpo.portal.account.EmailConfirmations;
import jp.kenpo.portal.recovery.LostDeviceRecovery.Outcome;
import jp.kenpo.portal.signin.AccountPages;
import jp.kenpo.portal.signin.CurrentVisit;
import jp.kenpo.portal.signin.EmailCodes;
import jp.kenpo.portal.signin.Onward;
import jp.kenpo.portal.web.FieldErrors;
import jp.kenpo.portal.web.Notice;
import jp.kenpo.portal.web.Preferences;
import org.jspecify.annotations.Nullable;

/** D1: where the code is entered that was sent to the address of a member who has none of his devices any more. */
@Named
@RequestScoped
public class LostDeviceCodePage {

    private static final String WAY = "/sign-in/lost-device.xhtml";
    private static final String HERE = "/sign-in/lost-device-code.xhtml";

    @Inject
    LostDeviceRecovery recovery;

    @Inject
    EmailConfirmations confirmations;

    @Inject
    CurrentVisit visit;

    @Inject
    Preferences preferences;

    @Inject
    Onward onward;

    @Inject
    FieldErrors errors;

    private @Nullable String code;
    private @Nullable Optional<EmailAddress> address;
    private @Nullable String waitSeconds;

    /** Takes the code. */
    public void submit() {
        EmailCodes.refusalOf(code).ifPresentOrElse(why -> errors.at("confirmation-code", why), this::take);
    }

    private void take() {
        Outcome outcome = recovery.take(visit.insurer(), visit.caller(), EmailCodes.digits(code));
        if (outcome instanceof Outcome.Refused refused) {
            errors.at("confirmation-code", refused.why());
        } else if (outcome instanceof Outcome.Entered entered) {
            onward.to(Notice.ACCOUNT_RECOVERED.on(AccountPages.OVERVIEW), entered.token());
        } else {
            onward.to(visit.onTheWayBack(WAY));
        }
    }

    /** Sends another code. */
    public void resend() {
        recovery.resend(visit.insurer(), visit.caller(), preferences.getLanguage())
                .ifPresentOrElse(
                        why -> errors.at("button-resend", why),
                        () -> onward.to(visit.onTheWayBack(Notice.EMAIL_CODE_RESENT.on(HERE))));
    }

    /** As much of the address as may be shown here; empty where no code is awaited from it. */
    public String getAddress() {
        if (address == null) {
            address = confirmations.awaitedFrom(visit.caller().accountId(), EmailCodePurpose.LOST_DEVICE);
        }
        return address.map(EmailAddress::masked).orElse("");
    }

    /** Seconds until another code may be sent; empty: at once. */
    public String getWaitSeconds() {
        // Asked for several times while the page is built.
        if (waitSeconds == null) {
            long seconds = confirmations
                    .waitForNext(visit.caller().accountId(), EmailCodePurpose.LOST_DEVICE)
                    .toSeconds();
            waitSeconds = seconds > 0 ? Long.toString(seconds) : "";
        }
        return waitSeconds;
    }

    public @Nullable String getCode() {
        return code;
    }

    public void setCode(@Nullable String code) {
        this.code = code;
    }
}
