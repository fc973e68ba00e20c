package jp.kenpo.portal.firstlogin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jp.kenpo.portal.account.EmailCodePurpose;
import jp.kenpo.portal.signin.EmailCodeEntry;

/** P6b 確認コードの入力. */
@Named
@RequestScoped
public class EmailCodePage extends EmailCodeEntry {

    private static final String HERE = "/first-login/email-code.xhtml";

    @Inject
    EmailStep emailStep;

    /** For CDI. */
    public EmailCodePage() {
        super(EmailCodePurpose.ADDRESS);
    }

    @Override
    protected void take(String digits) {
        emailStep.confirm(visit.insurer(), visit.caller(), digits).ifPresentOrElse(this::refuse, onward::toNextStep);
    }

    /** Sends another code. */
    public void resend() {
        showResent(emailStep.resend(visit.insurer(), visit.caller(), preferences.getLanguage()), HERE);
    }

    /** Goes back to the address. */
    public void correct() {
        emailStep.correct(visit.caller());
        onward.toNextStep();
    }

    /** Goes on without the code. */
    public void putOff() {
        emailStep.putOff(visit.caller());
        onward.toNextStep();
    }

    /** Where the code went. */
    public String getEmail() {
        return visit.caller().account().email().orElse("");
    }
}
