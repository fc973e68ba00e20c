package jp.kenpo.portal.signin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jp.kenpo.portal.account.UserId;
import jp.kenpo.portal.guesses.NetworkAddress;
import jp.kenpo.portal.platform.Refusal;
import jp.kenpo.portal.web.FieldErrors;
import jp.kenpo.portal.web.RequestTrace;
import org.jspecify.annotations.Nullable;

/** P1 ログイン: user ID and password. */
@Named
@RequestScoped
public class PasswordPage {

    @Inject
    SignIn signIn;

    @Inject
    CurrentVisit visit;

    @Inject
    Onward onward;

    @Inject
    FieldErrors errors;

    @Inject
    RequestTrace trace;

    private @Nullable String userId;
    private @Nullable String password;

    /** Takes the form. */
    public void submit() {
        UserId typed = UserId.typed(userId);
        if (typed.isMissing()) {
            errors.at("user-id", Refusal.of("user-id.missing"));
        }
        if (password == null || password.isEmpty()) {
            errors.at("password", Refusal.of("password.missing"));
        } else if (!typed.isMissing()) {
            show(signIn.withPassword(
                    visit.insurer(), typed, password, NetworkAddress.of(trace.address()), trace.device()));
        }
    }

    private void show(Proving outcome) {
        if (outcome instanceof Proving.Proved proved) {
            onward.toFirstStep(proved.token());
        } else if (outcome instanceof Proving.Refused refused) {
            errors.at("password", refused.why());
        } else {
            onward.toNextStep();
        }
    }

    public @Nullable String getUserId() {
        return userId;
    }

    public void setUserId(@Nullable String userId) {
        this.userId = userId;
    }

    public @Nullable String getPassword() {
        return password;
    }

    public void setPassword(@Nullable String password) {
        this.password = password;
    }
}
