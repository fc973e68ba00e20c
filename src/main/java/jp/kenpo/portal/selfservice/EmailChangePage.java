package jp.kenpo.portal.selfservice;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jp.kenpo.portal.account.EmailAddress;
import jp.kenpo.portal.signin.AccountPages;
import jp.kenpo.portal.signin.CurrentVisit;
import jp.kenpo.portal.signin.Onward;
import jp.kenpo.portal.signin.TypedBefore;
import jp.kenpo.portal.web.FieldErrors;
import jp.kenpo.portal.web.Preferences;
import org.jspecify.annotations.Nullable;

/** Where a member confirms his address, or enters another one. */
@Named
@RequestScoped
public class EmailChangePage {

    @Inject
    EmailChange change;

    @Inject
    CurrentVisit visit;

    @Inject
    Preferences preferences;

    @Inject
    Onward onward;

    @Inject
    FieldErrors errors;

    private @Nullable String email;

    @Inject
    void takeUp(TypedBefore typed) {
        email = typed.find("email");
    }

    /** Takes the form. */
    public void submit() {
        EmailAddress.parse(email).either(this::enter, why -> {
            errors.at("email", why);
            return null;
        });
    }

    private @Nullable Void enter(EmailAddress address) {
        Change outcome = change.enter(visit.insurer(), visit.caller(), address, preferences.getLanguage());
        if (outcome instanceof Change.Refused refused) {
            errors.at("email", refused.why());
        } else {
            onward.to(outcome instanceof Change.NotNow ? AccountPages.EMAIL : AccountPages.EMAIL_CODE);
        }
        return null;
    }

    /** What was typed, or else the present address. */
    public String getEmail() {
        return email == null ? visit.caller().account().email().orElse("") : email;
    }

    public void setEmail(@Nullable String email) {
        this.email = email;
    }
}
