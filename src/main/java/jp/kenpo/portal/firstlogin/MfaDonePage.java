package jp.kenpo.portal.firstlogin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Comparator;
import jp.kenpo.portal.secondfactor.SecondFactorDevice;
import jp.kenpo.portal.secondfactor.SecondFactorDevices;
import jp.kenpo.portal.signin.CurrentVisit;
import jp.kenpo.portal.web.DateText;
import org.jspecify.annotations.Nullable;

/** P10 以上で設定が完了しました: what was set up last, and the sheet for the next time. */
@Named
@RequestScoped
public class MfaDonePage {

    @Inject
    SecondFactorDevices devices;

    @Inject
    CurrentVisit visit;

    @Inject
    DateText dates;

    private @Nullable SecondFactorDevice device;

    /** What was set up last. */
    public SecondFactorDevice getDevice() {
        if (device == null) {
            device = devices
                    .of(visit.caller().accountId(), visit.caller().facts().secondFactors())
                    .stream()
                    .max(Comparator.comparing(SecondFactorDevice::setUpAt))
                    .orElseThrow();
        }
        return device;
    }

    /** When it was set up. */
    public String getSetUpAt() {
        return dates.time(getDevice().setUpAt());
    }

    /** Where to sign in the next time. */
    public String getAddress() {
        return visit.insurer().origin().uri() + "/";
    }

    public String getUserId() {
        return visit.caller().account().userId().value();
    }
}
