package jp.kenpo.portal.firstlogin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jp.kenpo.portal.account.EmailAddress;
import jp.kenpo.portal.signin.CurrentVisit;
import jp.kenpo.portal.signin.Onward;
import jp.kenpo.portal.signin.TypedBefore;
import jp.kenpo.portal.web.FieldErrors;
import jp.kenpo.portal.web.Preferences;
import org.jspecify.annotations.Nullable;

/** P6 メールアドレスの更新. */
@Named
@RequestScoped
public class EmailPage {

    @Inject
    EmailStep emailStep;

    @Inject
    FirstLoginFlow draft;

    @Inject
    CurrentVisit visit;

    @Inject
    Preferences preferences;

    @Inject
    Onward onward;

    @Inject
    FieldErrors errors;

    private boolean signOutEverywhere;

    @Inject
    void takeUp(TypedBefore typed) {
        signOutEverywhere = typed.isTicked("sign-out-everywhere");
    }

    /** Takes the form. */
    public void submit() {
        EmailAddress.parse(draft.getEmail()).either(this::enter, why -> {
            errors.at("email", why);
            return null;
        });
    }

    private @Nullable Void enter(EmailAddress address) {
        emailStep
                .enter(visit.insurer(), visit.caller(), address, signOutEverywhere, preferences.getLanguage())
                .ifPresentOrElse(why -> errors.at("email", why), onward::toNextStep);
        return null;
    }

    /** What was typed, or else the address that was entered before, or the roster's. */
    public String getEmail() {
        @Nullable String typed = draft.getEmail();
        return typed != null
                ? typed
                : visit.caller()
                        .account()
                        .email()
                        .or(() -> visit.caller().member().rosterEmail())
                        .orElse("");
    }

    public void setEmail(@Nullable String email) {
        draft.setEmail(email);
    }

    /** The address that the insurer's mail comes from. */
    public String getSender() {
        return visit.insurer().insurer().senderAddress();
    }

    public boolean isSignOutEverywhere() {
        return signOutEverywhere;
    }

    public void setSignOutEverywhere(boolean signOutEverywhere) {
        this.signOutEverywhere = signOutEverywhere;
    }
}
