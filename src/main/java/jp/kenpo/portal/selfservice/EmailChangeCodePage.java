package jp.kenpo.portal.selfservice;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;
import jp.kenpo.portal.account.EmailAddress;
import jp.kenpo.portal.account.EmailCodePurpose;
import jp.kenpo.portal.account.EmailConfirmations;
import jp.kenpo.portal.signin.AccountPages;
import jp.kenpo.portal.signin.CurrentVisit;
import jp.kenpo.portal.signin.EmailCodes;
import jp.kenpo.portal.signin.Onward;
import jp.kenpo.portal.web.FieldErrors;
import jp.kenpo.portal.web.Notice;
import jp.kenpo.portal.web.Preferences;
import org.jspecify.annotations.Nullable;

/** Where a member enters the code that was sent to his address, new or not. */
@Named
@RequestScoped
public class EmailChangeCodePage {

    @Inject
    EmailChange change;

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
        EmailCodes.refusalOf(code).ifPresentOrElse(why -> errors.at("confirmation-code", why), this::confirm);
    }

    private void confirm() {
        Change outcome = change.confirm(visit.insurer(), visit.caller(), EmailCodes.digits(code));
        if (outcome instanceof Change.Refused refused) {
            errors.at("confirmation-code", refused.why());
        } else {
            Notice done = outcome instanceof Change.Made ? Notice.EMAIL_CONFIRMED : Notice.STEP_PASSED;
            onward.to(done.on(AccountPages.OVERVIEW));
        }
    }

    /** Sends another code. */
    public void resend() {
        change.resend(visit.insurer(), visit.caller(), preferences.getLanguage())
                .ifPresentOrElse(
                        why -> errors.at("button-resend", why),
                        () -> onward.to(Notice.EMAIL_CODE_RESENT.on(AccountPages.EMAIL_CODE)));
    }

    /** Where the code went; empty where none is awaited. */
    public String getEmail() {
        if (address == null) {
            address = confirmations.awaitedFrom(visit.caller().accountId(), EmailCodePurpose.ADDRESS);
        }
        return address.map(EmailAddress::value).orElse("");
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
