package jp.kenpo.portal.selfservice;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import jp.kenpo.portal.guesses.KnownDevice;
import jp.kenpo.portal.guesses.KnownDevices;
import jp.kenpo.portal.signin.AccountPages;
import jp.kenpo.portal.signin.CurrentVisit;
import jp.kenpo.portal.signin.Onward;
import jp.kenpo.portal.web.Notice;
import jp.kenpo.portal.web.RequestTrace;
import org.jspecify.annotations.Nullable;

/** The lower part of A3: which devices the member signed in with, and that one is to be a stranger again. */
@Named
@RequestScoped
public class KnownDevicesPage {

    @Inject
    OwnKnownDevices ownKnownDevices;

    @Inject
    KnownDevices knownDevices;

    @Inject
    CurrentVisit visit;

    @Inject
    Onward onward;

    @Inject
    RequestTrace trace;

    @Inject
    HttpServletRequest request;

    private @Nullable List<KnownDevice> devices;

    /** Forgets the device whose button was pressed; the button says which. */
    public void forget() {
        show(ownKnownDevices.forget(visit.caller(), pressed()), Notice.KNOWN_DEVICE_FORGOTTEN);
    }

    /** Forgets all devices but this one. */
    public void forgetOthers() {
        show(ownKnownDevices.forgetOthers(visit.caller(), trace.device()), Notice.KNOWN_DEVICES_FORGOTTEN);
    }

    private void show(Change outcome, Notice done) {
        onward.to(outcome instanceof Change.Made ? done.on(AccountPages.SESSIONS) : AccountPages.SESSIONS);
    }

    private long pressed() {
        @Nullable String sent = request.getParameter("button-forget");
        // What is no number is nobody's, as is zero.
        return sent != null && sent.matches("[0-9]{1,18}") ? Long.parseLong(sent) : 0;
    }

    /** All of them, the one signed in with last first. */
    public List<KnownDevice> getDevices() {
        if (devices == null) {
            devices = knownDevices.list(visit.caller().accountId(), trace.device());
        }
        return devices;
    }

    /** Whether there are any but this one. */
    public boolean isOthers() {
        return getDevices().stream().anyMatch(device -> !device.here());
    }
}
