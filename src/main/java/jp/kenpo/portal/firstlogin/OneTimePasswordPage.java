package jp.kenpo.portal.firstlogin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jp.kenpo.portal.platform.Parsed;
import jp.kenpo.portal.secondfactor.DeviceName;
import jp.kenpo.portal.secondfactor.OtpAuthUri;
import jp.kenpo.portal.secondfactor.QrCode;
import jp.kenpo.portal.secondfactor.TotpDevices;
import jp.kenpo.portal.secondfactor.TotpSecret;
import jp.kenpo.portal.signin.CurrentVisit;
import jp.kenpo.portal.signin.MfaSetupPages;
import jp.kenpo.portal.signin.OneTimePassword;
import jp.kenpo.portal.signin.Onward;
import jp.kenpo.portal.signin.Proving;
import jp.kenpo.portal.signin.TypedBefore;
import jp.kenpo.portal.web.FieldErrors;
import jp.kenpo.portal.web.Handheld;
import jp.kenpo.portal.web.PageText;
import jp.kenpo.portal.web.Preferences;
import org.jspecify.annotations.Nullable;

/** P8 ワンタイムパスワードの設定. */
@Named
@RequestScoped
public class OneTimePasswordPage {

    @Inject
    TotpSetup setup;

    @Inject
    TotpDevices devices;

    @Inject
    MfaSetupFlow draft;

    @Inject
    CurrentVisit visit;

    @Inject
    Preferences preferences;

    @Inject
    Onward onward;

    @Inject
    FieldErrors errors;

    @Inject
    PageText text;

    @Inject
    HttpServletRequest request;

    private @Nullable String code;
    private boolean signOutEverywhere;

    @Inject
    void takeUp(TypedBefore typed) {
        signOutEverywhere = typed.isTicked("sign-out-everywhere");
    }

    private @Nullable TotpSecret secret;

    /** Takes the form. */
    public void submit() {
        Parsed<OneTimePassword> typed = OneTimePassword.parse(code);
        Parsed<DeviceName> name = DeviceName.parse(draft.getDeviceName(), suggestedName());
        if (typed instanceof Parsed.Refused<OneTimePassword> refused) {
            errors.at("one-time-password", refused.why());
        }
        if (name instanceof Parsed.Refused<DeviceName> refused) {
            errors.at("device-name", refused.why());
        }
        if (typed instanceof Parsed.Value<OneTimePassword> right && name instanceof Parsed.Value<DeviceName> called) {
            confirm(right.value(), called.value());
        }
    }

    private void confirm(OneTimePassword typed, DeviceName name) {
        Proving outcome = setup.confirm(visit.insurer(), visit.caller(), typed, name, signOutEverywhere);
        if (outcome instanceof Proving.Proved proved) {
            onward.to(MfaSetupPages.DONE, proved.token());
        } else if (outcome instanceof Proving.Refused refused) {
            errors.at("one-time-password", refused.why());
        } else {
            onward.toNextStep();
        }
    }

    private TotpSecret secret() {
        if (secret == null) {
            secret = setup.secret(visit.caller());
        }
        return secret;
    }

    /** What the app reads, as an address that opens it on this very phone. */
    public String getOtpAuthUri() {
        String issuer = visit.insurer().name(preferences.getLanguage());
        return OtpAuthUri.of(issuer, visit.caller().account().userId().value(), secret());
    }

    /** The same for a camera. */
    public QrCode getQrCode() {
        return QrCode.of(getOtpAuthUri());
    }

    /** The key in groups of four, for typing. */
    public String getKey() {
        return secret().inGroups();
    }

    /** Whether the browser runs on a phone, where opening the app comes before scanning. */
    public boolean isOnPhone() {
        return Handheld.of(request).isPhone();
    }

    private String suggestedName() {
        String wished = text.of("field.device-name." + Handheld.of(request).key());
        return devices.unusedName(visit.caller().accountId(), wished).value();
    }

    /** What was typed, or else a name that fits the device. */
    public String getDeviceName() {
        @Nullable String typed = draft.getDeviceName();
        return typed == null ? suggestedName() : typed;
    }

    public void setDeviceName(@Nullable String deviceName) {
        draft.setDeviceName(deviceName);
    }

    public @Nullable String getCode() {
        return code;
    }

    public void setCode(@Nullable String code) {
        this.code = code;
    }

    public boolean isSignOutEverywhere() {
        return signOutEverywhere;
    }

    public void setSignOutEverywhere(boolean signOutEverywhere) {
        this.signOutEverywhere = signOutEverywhere;
    }
}
