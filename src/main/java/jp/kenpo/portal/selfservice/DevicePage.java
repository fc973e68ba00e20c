package jp.kenpo.portal.selfservice;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.util.Optional;
import jp.kenpo.portal.secondfactor.RelyingParty;
import jp.kenpo.portal.secondfactor.SecondFactorDevice;
import jp.kenpo.portal.secondfactor.SecondFactorDevices;
import jp.kenpo.portal.signin.AccountPages;
import jp.kenpo.portal.signin.CurrentVisit;
import jp.kenpo.portal.signin.Onward;
import jp.kenpo.portal.web.FieldErrors;
import jp.kenpo.portal.web.Notice;
import org.jspecify.annotations.Nullable;

/** One of the member's devices: its name, and its end. The address or the form says which, by its key. */
@Named
@RequestScoped
public class DevicePage {

    @Inject
    OwnDevices ownDevices;

    @Inject
    SecondFactorDevices secondFactors;

    @Inject
    CurrentVisit visit;

    @Inject
    Onward onward;

    @Inject
    FieldErrors errors;

    @Inject
    HttpServletRequest request;

    private @Nullable Optional<SecondFactorDevice> device;
    private @Nullable Boolean last;
    private @Nullable String name;
    /** Ticked beforehand, unlike elsewhere: who removes a device may have lost it, signed in as it was. */
    private boolean signOutEverywhere = true;

    /** Takes the other name. */
    public void rename() {
        show(ownDevices.rename(visit.caller(), key(), name), "device-name", AccountPages.DEVICE, Notice.DEVICE_RENAMED);
    }

    /** Removes the device. */
    public void remove() {
        show(
                ownDevices.remove(visit.insurer(), visit.caller(), key(), signOutEverywhere),
                "button-remove",
                AccountPages.DEVICE_REMOVAL,
                Notice.DEVICE_REMOVED);
    }

    private void show(Change outcome, String field, String here, Notice done) {
        if (outcome instanceof Change.Refused refused) {
            errors.at(field, refused.why());
        } else if (outcome instanceof Change.NotNow) {
            onward.to(here + "?device=" + URLEncoder.encode(key(), UTF_8));
        } else {
            onward.to(done.on(AccountPages.OVERVIEW));
        }
    }

    /** Whether the member has this device, and has had it until now. */
    public boolean isThere() {
        return find().isPresent();
    }

    /** The device; there is one, or the page does not ask for it. */
    public SecondFactorDevice getDevice() {
        return find().orElseThrow();
    }

    /** Whether it is the last one with which the member could sign in. */
    public boolean isLast() {
        // Asked for several times while the page is built.
        if (last == null) {
            last = find().filter(own -> !secondFactors.isThereAnother(
                            visit.caller().accountId(), own, RelyingParty.of(visit.insurer())))
                    .isPresent();
        }
        return last;
    }

    private Optional<SecondFactorDevice> find() {
        if (device == null) {
            device = secondFactors
                    .of(visit.caller().accountId(), visit.caller().facts().secondFactors())
                    .stream()
                    .filter(own -> own.key().equals(key()))
                    .findFirst();
        }
        return device;
    }

    private String key() {
        @Nullable String sent = request.getParameter("device");
        return sent == null ? "" : sent;
    }

    /** What was typed, or else the name that the device has. */
    public String getName() {
        return name == null ? getDevice().name() : name;
    }

    public void setName(@Nullable String name) {
        this.name = name;
    }

    public boolean isSignOutEverywhere() {
        return signOutEverywhere;
    }

    public void setSignOutEverywhere(boolean signOutEverywhere) {
        this.signOutEverywhere = signOutEverywhere;
    }
}
