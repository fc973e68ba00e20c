package jp.kenpo.portal.recovery;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jp.kenpo.portal.account.EmailAddress;
import jp.kenpo.portal.account.EmailCodePurpose;
import jp.kenpo.portal.signin.EmailCodeEntry;
import jp.kenpo.portal.signin.Proving;

/** Where the code is entered that was sent to a member whose second factors the insurer's staff took away. */
@Named
@RequestScoped
public class EnrolmentCodePage extends EmailCodeEntry {

    private static final String HERE = "/sign-in/enrolment-code.xhtml";

    @Inject
    Enrolment enrolment;

    /** For CDI. */
    public EnrolmentCodePage() {
        super(EmailCodePurpose.ENROLMENT);
    }

    @Override
    protected void take(String digits) {
        Proving outcome = enrolment.take(visit.insurer(), visit.caller(), digits);
        if (outcome instanceof Proving.Refused refused) {
            refuse(refused.why());
        } else if (outcome instanceof Proving.Proved proved) {
            onward.toNextStep(proved.token());
        } else {
            onward.toNextStep();
        }
    }

    /** Sends another code. */
    public void resend() {
        showResent(enrolment.resend(visit.insurer(), visit.caller(), preferences.getLanguage()), HERE);
    }

    /** As much of the address as may be shown here; empty where no code is awaited from it. */
    public String getAddress() {
        return address().map(EmailAddress::masked).orElse("");
    }
}
