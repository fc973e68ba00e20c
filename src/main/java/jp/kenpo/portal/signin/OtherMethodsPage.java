package jp.kenpo.portal.signin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import jp.kenpo.portal.secondfactor.SecondFactorDevice;
import jp.kenpo.portal.secondfactor.SecondFactorDevices;
import org.jspecify.annotations.Nullable;

/** L4 別の方法を選ぶ: whatever the member can confirm with. */
@Named
@RequestScoped
public class OtherMethodsPage {

    @Inject
    SecondFactorDevices secondFactorDevices;

    @Inject
    CurrentVisit visit;

    private @Nullable List<SecondFactorDevice> devices;

    /** The member's own, the one used last first. */
    public List<SecondFactorDevice> getDevices() {
        if (devices == null) {
            devices = secondFactorDevices.of(
                    visit.caller().accountId(), visit.caller().facts().secondFactors());
        }
        return devices;
    }

    /** Where it is confirmed with. */
    public String address(SecondFactorDevice device) {
        String page = SignInPages.of(device.method());
        return device.isPasskey() ? page : page + "?device=" + device.id();
    }
}
