package jp.kenpo.portal.firstlogin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import jp.kenpo.portal.insurer.SecondFactorMethod;
import jp.kenpo.portal.platform.Refusal;
import jp.kenpo.portal.secondfactor.SecondFactorDevice;
import jp.kenpo.portal.secondfactor.SecondFactorDevices;
import jp.kenpo.portal.signin.CurrentVisit;
import jp.kenpo.portal.signin.MfaSetupPages;
import jp.kenpo.portal.signin.Onward;
import jp.kenpo.portal.web.FieldErrors;
import jp.kenpo.portal.web.PageText;
import org.jspecify.annotations.Nullable;

/** The choice of the second factor to set up, the first or one more. */
@Named
@RequestScoped
public class MethodPage {

    @Inject
    MethodSwitch methodSwitch;

    @Inject
    SecondFactorDevices secondFactors;

    @Inject
    CurrentVisit visit;

    @Inject
    Onward onward;

    @Inject
    FieldErrors errors;

    @Inject
    PageText text;

    private @Nullable String method;
    private @Nullable List<SecondFactorDevice> devices;

    /** Takes the form. */
    public void submit() {
        MethodChoice.find(method, visit.insurer().policy())
                .ifPresentOrElse(this::go, () -> errors.at("method", Refusal.of("method.missing")));
    }

    private void go(SecondFactorMethod chosen) {
        methodSwitch.to(visit.caller(), chosen);
        onward.to(MfaSetupPages.of(chosen));
    }

    /** The second factors to choose from. */
    public List<MethodOption> getMethods() {
        return MethodOption.of(visit.insurer().policy(), text);
    }

    /** What is set up already. */
    public List<SecondFactorDevice> getDevices() {
        if (devices == null) {
            devices = secondFactors.of(
                    visit.caller().accountId(), visit.caller().facts().secondFactors());
        }
        return devices;
    }

    public @Nullable String getMethod() {
        return method;
    }

    public void setMethod(@Nullable String method) {
        this.method = method;
    }
}
