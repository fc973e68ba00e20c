package jp.kenpo.portal.recovery;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jp.kenpo.portal.account.EmailAddress;
import jp.kenpo.portal.signin.CurrentVisit;
import jp.kenpo.portal.signin.Onward;
import jp.kenpo.portal.web.FieldErrors;
import jp.kenpo.portal.web.Preferences;

/** How a member shows who he is whose second factors the insurer's staff took away. */
@Named
@RequestScoped
public class EnrolmentPage {

    private static final String CODE = "/sign-in/enrolment-code.xhtml";

    @Inject
    Enrolment enrolment;

    @Inject
    CurrentVisit visit;

    @Inject
    Preferences preferences;

    @Inject
    Onward onward;

    @Inject
    FieldErrors errors;

    /** Sends a code by mail. */
    public void send() {
        enrolment
                .send(visit.insurer(), visit.caller(), preferences.getLanguage())
                .ifPresentOrElse(why -> errors.at("button-send", why), () -> onward.to(CODE));
    }

    /** As much of the address as may be shown here; empty where mail does not do. */
    public String getAddress() {
        return Enrolment.address(visit.caller().account())
                .map(EmailAddress::masked)
                .orElse("");
    }
}
