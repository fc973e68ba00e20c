package jp.kenpo.portal.selfservice;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;
import jp.kenpo.portal.guesses.KnownDevices;
import jp.kenpo.portal.platform.Refusal;
import jp.kenpo.portal.platform.TypedText;
import jp.kenpo.portal.signin.AccountPages;
import jp.kenpo.portal.signin.Caller;
import jp.kenpo.portal.signin.CurrentVisit;
import jp.kenpo.portal.signin.NewPasswordForm;
import jp.kenpo.portal.signin.Onward;
import jp.kenpo.portal.signin.Proving;
import jp.kenpo.portal.web.FieldErrors;
import jp.kenpo.portal.web.Notice;
import jp.kenpo.portal.web.RequestTrace;
import org.jspecify.annotations.Nullable;

/** A1 パスワードの変更: of a signed-in member. */
@Named
@RequestScoped
public class PasswordChangePage {

    @Inject
    PasswordChange passwordChange;

    @Inject
    NewPasswordForm form;

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

    private @Nullable String current;

    /** Takes the form. The current password is not guessed at before the rest of the form is right. */
    public void change() {
        String typed = current == null ? "" : current;
        if (typed.isEmpty()) {
            errors.at("current-password", Refusal.of("current-password.missing"));
        }
        Optional<String> chosen = form.chosen();
        if (chosen.filter(TypedText.nfkc(typed)::equals).isPresent()) {
            errors.at("new-password", Refusal.of("password.unchanged"));
        }
        if (!errors.isAny()) {
            show(change(new PasswordChange.Wish(typed, chosen.orElseThrow(), form.isSignOutEverywhere())));
        }
    }

    private Proving change(PasswordChange.Wish wish) {
        Caller caller = visit.caller();
        return passwordChange.change(
                visit.insurer(), caller, knownDevices.find(trace.device(), caller.accountId()), wish);
    }

    private void show(Proving outcome) {
        if (outcome instanceof Proving.Refused refused) {
            errors.at("current-password", refused.why());
        } else if (outcome instanceof Proving.Proved proved) {
            onward.to(Notice.PASSWORD_CHANGED.on(AccountPages.OVERVIEW), proved.token());
        } else {
            onward.to(AccountPages.PASSWORD);
        }
    }

    public @Nullable String getCurrent() {
        return current;
    }

    public void setCurrent(@Nullable String current) {
        this.current = current;
    }
}
