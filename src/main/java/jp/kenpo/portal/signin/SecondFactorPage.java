package jp.kenpo.portal.signin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import jp.kenpo.portal.guesses.KnownDevices;
import jp.kenpo.portal.secondfactor.TotpDevice;
import jp.kenpo.portal.secondfactor.TotpDevices;
import jp.kenpo.portal.web.FieldErrors;
import jp.kenpo.portal.web.RequestTrace;
import org.jspecify.annotations.Nullable;

/** L2 ワンタイムパスワードの入力, after the password or when something needs a fresh proof. */
@Named
@RequestScoped
public class SecondFactorPage {

    @Inject
    SecondFactor secondFactor;

    @Inject
    TotpDevices totpDevices;

    @Inject
    CurrentVisit visit;

    @Inject
    Onward onward;

    @Inject
    FieldErrors errors;

    @Inject
    HttpServletRequest request;

    @Inject
    RequestTrace trace;

    @Inject
    KnownDevices knownDevices;

    private @Nullable String code;
    private @Nullable List<TotpDevice> devices;

    /** Takes the form. */
    public void submit() {
        OneTimePassword.parse(code).either(this::prove, why -> {
            errors.at("one-time-password", why);
            return null;
        });
    }

    private @Nullable Void prove(OneTimePassword typed) {
        Proving outcome = secondFactor.withCode(
                visit.insurer(),
                visit.caller(),
                getDevice(),
                typed,
                knownDevices.find(trace.device(), visit.caller().accountId()));
        if (outcome instanceof Proving.Refused refused) {
            errors.at("one-time-password", refused.why());
        } else if (!(outcome instanceof Proving.Proved proved)) {
            onward.toNextStep();
        } else {
            onward.toNextStep(proved.token());
        }
        return null;
    }

    /** The member's authenticator apps, the one used last first; there is one, or the page is not shown. */
    private List<TotpDevice> devices() {
        if (devices == null) {
            devices = totpDevices.confirmed(visit.caller().accountId());
        }
        return devices;
    }

    /** The device whose code is asked for: the one that the address names, if it is his own; else the one used last. */
    public TotpDevice getDevice() {
        @Nullable String wanted = request.getParameter("device");
        return devices().stream()
                .filter(device -> Long.toString(device.id()).equals(wanted))
                .findFirst()
                .orElseGet(() -> devices().get(0));
    }

    public @Nullable String getCode() {
        return code;
    }

    public void setCode(@Nullable String code) {
        this.code = code;
    }
}
