package jp.kenpo.portal.signin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import jp.kenpo.portal.insurer.SecondFactorMethod;
import jp.kenpo.portal.platform.Refusal;
import jp.kenpo.portal.secondfactor.Passkey;
import jp.kenpo.portal.secondfactor.PasskeyFailure;
import jp.kenpo.portal.secondfactor.Passkeys;
import jp.kenpo.portal.secondfactor.RelyingParty;
import jp.kenpo.portal.web.BrowserMark;
import jp.kenpo.portal.web.Messages;
import jp.kenpo.portal.web.Preferences;
import org.jspecify.annotations.Nullable;

/** L3 生体認証でログイン after the password, the same button of the login page, and what is shown if it fails. */
@Named
@RequestScoped
public class PasskeyPage {

    @Inject
    PasskeySignIn signIn;

    @Inject
    Passkeys passkeys;

    @Inject
    PasskeyForm form;

    @Inject
    CurrentVisit visit;

    @Inject
    Preferences preferences;

    @Inject
    Onward onward;

    @Inject
    HttpServletRequest request;

    private Refusal failure = PasskeyFailure.CANCELLED.refusal();

    /** Takes the form. */
    public @Nullable String submit() {
        Proving outcome = visit.isKnown()
                ? signIn.afterPassword(visit.insurer(), visit.caller(), form.answer(BrowserMark.find(request)))
                : signIn.alone(visit.insurer(), form.answer(BrowserMark.find(request)));
        if (outcome instanceof Proving.Refused refused) {
            failure = refused.why();
            return SignInPages.PASSKEY_FAILED;
        }
        if (outcome instanceof Proving.Proved proved) {
            onward.toNextStep(proved.token());
        } else {
            onward.toNextStep();
        }
        return null;
    }

    /** The cause in plain words, and what to do. */
    public String getFailure() {
        return Messages.text(preferences.getLanguage(), failure);
    }

    /** Whether the browser offered a passkey that the insurer does not know, and may be told so. */
    public boolean isUnknownKey() {
        return failure.equals(PasskeyFailure.UNKNOWN_KEY.refusal());
    }

    /** The member's own passkeys, the one used last first. */
    public List<Passkey> getPasskeys() {
        return passkeys.usable(visit.caller().accountId(), RelyingParty.of(visit.insurer()));
    }

    /** Whether the member can confirm by a one-time password instead. */
    public boolean isOtpThere() {
        return visit.isKnown() && visit.caller().facts().secondFactors().contains(SecondFactorMethod.OTP);
    }
}
