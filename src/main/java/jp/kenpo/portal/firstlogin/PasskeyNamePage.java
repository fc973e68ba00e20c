package jp.kenpo.portal.firstlogin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import jp.kenpo.portal.platform.Parsed;
import jp.kenpo.portal.secondfactor.DeviceName;
import jp.kenpo.portal.secondfactor.SecondFactorDevice;
import jp.kenpo.portal.secondfactor.SecondFactorDevices;
import jp.kenpo.portal.signin.CurrentVisit;
import jp.kenpo.portal.signin.MfaSetupPages;
import jp.kenpo.portal.signin.Onward;
import jp.kenpo.portal.web.FieldErrors;
import org.jspecify.annotations.Nullable;

/** P9b: the name of the passkey that was made a moment ago. It is kept already, under a name that fits. */
@Named
@RequestScoped
public class PasskeyNamePage {

    @Inject
    PasskeySetup setup;

    @Inject
    SecondFactorDevices devices;

    @Inject
    MfaSetupFlow draft;

    @Inject
    CurrentVisit visit;

    @Inject
    Onward onward;

    @Inject
    FieldErrors errors;

    private @Nullable List<SecondFactorDevice> all;

    /** Takes the form. */
    public void submit() {
        Optional<SecondFactorDevice> device = device();
        if (device.isEmpty()) {
            onward.toNextStep();
            return;
        }
        Parsed<DeviceName> name = DeviceName.parse(draft.getDeviceName(), device.get(), all());
        if (name instanceof Parsed.Refused<DeviceName> refused) {
            errors.at("device-name", refused.why());
        } else {
            setup.rename(visit.caller(), device.get().id(), ((Parsed.Value<DeviceName>) name).value());
            keep();
        }
    }

    /** Goes on; the name stays as it is. */
    public void keep() {
        draft.setDeviceName(null);
        onward.to(MfaSetupPages.DONE);
    }

    /** What was typed, or else the name that the passkey has. */
    public String getDeviceName() {
        @Nullable String typed = draft.getDeviceName();
        return typed == null ? device().map(SecondFactorDevice::name).orElse("") : typed;
    }

    public void setDeviceName(@Nullable String deviceName) {
        draft.setDeviceName(deviceName);
    }

    /** The passkey that was made in this visit last. */
    private Optional<SecondFactorDevice> device() {
        Optional<Long> made = visit.caller().evidence().newPasskey();
        return all().stream()
                .filter(SecondFactorDevice::isPasskey)
                .filter(device -> made.equals(Optional.of(device.id())))
                .findFirst();
    }

    private List<SecondFactorDevice> all() {
        if (all == null) {
            all = devices.of(visit.caller().accountId(), visit.caller().facts().secondFactors());
        }
        return all;
    }
}
