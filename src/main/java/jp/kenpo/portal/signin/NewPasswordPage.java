package jp.kenpo.portal.signin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jp.kenpo.portal.account.PasswordHashing;
import jp.kenpo.portal.web.Notice;

/** P5 パスワードの更新, and its like after a password was forgotten. */
@Named
@RequestScoped
public class NewPasswordPage {

    @Inject
    NewPasswordForm form;

    @Inject
    NewPassword newPassword;

    @Inject
    PasswordHashing hashing;

    @Inject
    CurrentVisit visit;

    @Inject
    Onward onward;

    /** Takes the form. */
    public void submit() {
        form.chosen().ifPresent(this::set);
    }

    private void set(String chosen) {
        Caller caller = visit.caller();
        show(newPassword.set(visit.insurer(), caller, hashing.hash(chosen), form.isSignOutEverywhere()), caller);
    }

    private void show(Proving outcome, Caller caller) {
        if (!(outcome instanceof Proving.Proved proved)) {
            onward.toNextStep();
        } else if (caller.evidence().mailLink().isPresent()) {
            onward.toNextStep(proved.token(), Notice.PASSWORD_RESET);
        } else {
            onward.toNextStep(proved.token());
        }
    }
}
