package jp.kenpo.portal.firstlogin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Comparator;
import java.util.Optional;
import jp.kenpo.portal.secondfactor.TotpDevice;
import jp.kenpo.portal.secondfactor.TotpDevices;
import jp.kenpo.portal.signin.CurrentVisit;
import jp.kenpo.portal.web.DateText;

/** P10 以上で設定が完了しました: what was set up last, and the sheet for the next time. */
@Named
@RequestScoped
public class MfaDonePage {

    @Inject
    TotpDevices devices;

    @Inject
    CurrentVisit visit;

    @Inject
    DateText dates;

    /** The newest device. */
    public TotpDevice getDevice() {
        return devices.confirmed(visit.caller().accountId()).stream()
                .max(Comparator.comparing(device -> device.confirmedAt().orElseThrow()))
                .orElseThrow();
    }

    /** When it was set up. */
    public String getSetUpAt() {
        return Optional.of(getDevice())
                .flatMap(TotpDevice::confirmedAt)
                .map(dates::time)
                .orElse("");
    }

    /** Where to sign in the next time. */
    public String getAddress() {
        return visit.insurer().origin().uri() + "/";
    }

    public String getUserId() {
        return visit.caller().account().userId().value();
    }
}
