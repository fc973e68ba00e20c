package jp.kenpo.portal.signin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jp.kenpo.portal.guesses.KnownDevices;
import jp.kenpo.portal.secondfactor.RecoveryCode;
import jp.kenpo.portal.secondfactor.RecoveryCodes;
import jp.kenpo.portal.web.FieldErrors;
import jp.kenpo.portal.web.Notice;
import jp.kenpo.portal.web.RequestTrace;
import org.jspecify.annotations.Nullable;

/** L5 リカバリーコード: for whoever has none of his devices. */
@Named
@RequestScoped
public class RecoveryCodePage {

    @Inject
    RecoveryCodeSignIn signIn;

    @Inject
    RecoveryCodes codes;

    @Inject
    KnownDevices knownDevices;

    @Inject
    CurrentVisit visit;

    @Inject
    Onward onward;

    @Inject
    FieldErrors errors;

    @Inject
    RequestTrace trace;

    private @Nullable String code;
    private @Nullable Integer left;

    /** Takes the form. */
    public void submit() {
        RecoveryCode.parse(code).either(this::prove, why -> {
            errors.at("recovery-code", why);
            return null;
        });
    }

    private @Nullable Void prove(RecoveryCode typed) {
        Caller caller = visit.caller();
        Proving outcome =
                signIn.withCode(visit.insurer(), caller, typed, knownDevices.find(trace.device(), caller.accountId()));
        if (outcome instanceof Proving.Refused refused) {
            errors.at("recovery-code", refused.why());
        } else if (outcome instanceof Proving.Proved proved) {
            onward.toNextStep(proved.token(), Notice.RECOVERY_CODE_USED);
        } else {
            onward.toNextStep();
        }
        return null;
    }

    /** How many codes the member has left. */
    public int getLeft() {
        if (left == null) {
            left = codes.left(visit.caller().accountId());
        }
        return left;
    }

    public @Nullable String getCode() {
        return code;
    }

    public void setCode(@Nullable String code) {
        this.code = code;
    }
}
