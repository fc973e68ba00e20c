package jp.kenpo.portal.firstlogin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jp.kenpo.portal.account.EmailCodePurpose;
import jp.kenpo.portal.account.EmailConfirmations;
import jp.kenpo.portal.signin.CurrentVisit;
import jp.kenpo.portal.signin.EmailCodes;
import jp.kenpo.portal.signin.Onward;
import jp.kenpo.portal.web.FieldErrors;
import jp.kenpo.portal.web.Notice;
import jp.kenpo.portal.web.Preferences;
import org.jspecify.annotations.Nullable;

/** P6b 確認コードの入力. */
@Named
@RequestScoped
public class EmailCodePage {

    private static final String HERE = "/first-login/email-code.xhtml";

    @Inject
    EmailStep emailStep;

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
    private @Nullable String waitSeconds;

    /** Takes the code. */
    public void submit() {
        EmailCodes.refusalOf(code)
                .or(() -> emailStep.confirm(visit.insurer(), visit.caller(), EmailCodes.digits(code)))
                .ifPresentOrElse(why -> errors.at("confirmation-code", why), onward::toNextStep);
    }

    /** Sends another code. */
    public void resend() {
        emailStep
                .resend(visit.insurer(), visit.caller(), preferences.getLanguage())
                .ifPresentOrElse(
                        why -> errors.at("button-resend", why), () -> onward.to(Notice.EMAIL_CODE_RESENT.on(HERE)));
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

    /** Seconds until another code may be sent; empty: at once. */
    public String getWaitSeconds() {
        // Asked for several times while the page is built.
        if (waitSeconds == null) {
            long seconds = confirmations
                    .waitForNext(visit.caller().accountId(), EmailCodePurpose.ADDRESS)
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
