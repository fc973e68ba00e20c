package jp.kenpo.portal.recovery;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jp.kenpo.portal.account.EmailAddress;
import jp.kenpo.portal.account.EmailCodePurpose;
import jp.kenpo.portal.recovery.LostDeviceRecovery.Outcome;
import jp.kenpo.portal.signin.AccountPages;
import jp.kenpo.portal.signin.EmailCodeEntry;
import jp.kenpo.portal.web.Notice;

/** D1: where the code is entered that was sent to the address of a member who has none of his devices any more. */
@Named
@RequestScoped
public class LostDeviceCodePage extends EmailCodeEntry {

    private static final String WAY = "/sign-in/lost-device.xhtml";
    private static final String HERE = "/sign-in/lost-device-code.xhtml";

    @Inject
    LostDeviceRecovery recovery;

    /** For CDI. */
    public LostDeviceCodePage() {
        super(EmailCodePurpose.LOST_DEVICE);
    }

    @Override
    protected void take(String digits) {
        Outcome outcome = recovery.take(visit.insurer(), visit.caller(), digits);
        if (outcome instanceof Outcome.Refused refused) {
            refuse(refused.why());
        } else if (outcome instanceof Outcome.Entered entered) {
            onward.to(Notice.ACCOUNT_RECOVERED.on(AccountPages.OVERVIEW), entered.token());
        } else {
            onward.to(visit.onTheWayBack(WAY));
        }
    }

    /** Sends another code. */
    public void resend() {
        showResent(recovery.resend(visit.insurer(), visit.caller(), preferences.getLanguage()), HERE);
    }

    /** As much of the address as may be shown here; empty where no code is awaited from it. */
    public String getAddress() {
        return address().map(EmailAddress::masked).orElse("");
    }
}
