package jp.kenpo.portal.firstlogin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jp.kenpo.portal.insurer.SecondFactorMethod;
import jp.kenpo.portal.platform.Refusal;
import jp.kenpo.portal.secondfactor.PasskeyFailure;
import jp.kenpo.portal.signin.CurrentVisit;
import jp.kenpo.portal.signin.MfaSetupPages;
import jp.kenpo.portal.signin.Onward;
import jp.kenpo.portal.signin.PasskeyForm;
import jp.kenpo.portal.signin.Proving;
import jp.kenpo.portal.web.BrowserMark;
import jp.kenpo.portal.web.Handheld;
import jp.kenpo.portal.web.Messages;
import jp.kenpo.portal.web.Notice;
import jp.kenpo.portal.web.PageText;
import jp.kenpo.portal.web.Preferences;
import org.jspecify.annotations.Nullable;

/** P9 生体認証の設定, and P9e セキュリティキー・エラー if it fails. */
@Named
@RequestScoped
public class PasskeySetupPage {

    @Inject
    PasskeySetup setup;

    @Inject
    MethodSwitch methodSwitch;

    @Inject
    PasskeyForm form;

    @Inject
    CurrentVisit visit;

    @Inject
    Preferences preferences;

    @Inject
    Onward onward;

    @Inject
    PageText text;

    @Inject
    HttpServletRequest request;

    private Refusal failure = PasskeyFailure.CANCELLED.refusal();

    /** Takes the form. */
    public @Nullable String submit() {
        String platform = text.of("field.passkey-name." + Handheld.of(request).key());
        Proving outcome =
                setup.confirm(visit.insurer(), visit.caller(), form.answer(BrowserMark.find(request)), platform);
        if (outcome instanceof Proving.Proved proved) {
            onward.to(MfaSetupPages.PASSKEY_NAME, proved.token());
        } else if (outcome instanceof Proving.Refused refused) {
            return failed(refused.why());
        } else {
            onward.toNextStep();
        }
        return null;
    }

    private @Nullable String failed(Refusal why) {
        boolean there = why.equals(PasskeyFailure.ALREADY_REGISTERED.refusal());
        if (there && visit.caller().facts().secondFactors().contains(SecondFactorMethod.PASSKEY)) {
            onward.to(Notice.ALREADY_REGISTERED.on(MfaSetupPages.DONE));
            return null;
        }
        failure = why;
        return MfaSetupPages.PASSKEY_FAILED;
    }

    /** Goes over to one-time passwords. */
    public void switchToOtp() {
        methodSwitch.to(visit.caller(), SecondFactorMethod.OTP);
        onward.to(MfaSetupPages.of(SecondFactorMethod.OTP));
    }

    /** The cause in plain words, and what to do. */
    public String getFailure() {
        return Messages.text(preferences.getLanguage(), failure);
    }

    /** Whether the insurer leaves the choice of the other method. */
    public boolean isOtpOffered() {
        return visit.insurer().policy().methods().contains(SecondFactorMethod.OTP);
    }
}
