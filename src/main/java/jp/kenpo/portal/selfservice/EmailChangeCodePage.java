package jp.kenpo.portal.selfservice;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jp.kenpo.portal.account.EmailAddress;
import jp.kenpo.portal.account.EmailCodePurpose;
import jp.kenpo.portal.signin.AccountPages;
import jp.kenpo.portal.signin.EmailCodeEntry;
import jp.kenpo.portal.web.Notice;

/** Where a member enters the code that was sent to his address, new or not. */
@Named
@RequestScoped
public class EmailChangeCodePage extends EmailCodeEntry {

    @Inject
    EmailChange change;

    /** For CDI. */
    public EmailChangeCodePage() {
        super(EmailCodePurpose.ADDRESS);
    }

    @Override
    protected void take(String digits) {
        Change outcome = change.confirm(visit.insurer(), visit.caller(), digits);
        if (outcome instanceof Change.Refused refused) {
            refuse(refused.why());
        } else {
            Notice done = outcome instanceof Change.Made ? Notice.EMAIL_CONFIRMED : Notice.STEP_PASSED;
            onward.to(done.on(AccountPages.OVERVIEW));
        }
    }

    /** Sends another code. */
    public void resend() {
        showResent(change.resend(visit.insurer(), visit.caller(), preferences.getLanguage()), AccountPages.EMAIL_CODE);
    }

    /** Where the code went; empty where none is awaited. */
    public String getEmail() {
        return address().map(EmailAddress::value).orElse("");
    }
}
