package jp.kenpo.portal.selfservice;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jp.kenpo.portal.account.UserId;
import jp.kenpo.portal.firstlogin.UserIdChoice;
import jp.kenpo.portal.signin.AccountPages;
import jp.kenpo.portal.signin.CurrentVisit;
import jp.kenpo.portal.signin.Onward;
import jp.kenpo.portal.signin.TypedBefore;
import jp.kenpo.portal.web.FieldErrors;
import jp.kenpo.portal.web.Notice;
import org.jspecify.annotations.Nullable;

/** A1 ユーザIDの変更: of a signed-in member. */
@Named
@RequestScoped
public class UserIdPage {

    @Inject
    UserIdChoice choice;

    @Inject
    UserIdChange userIdChange;

    @Inject
    CurrentVisit visit;

    @Inject
    Onward onward;

    @Inject
    FieldErrors errors;

    private @Nullable String userId;

    @Inject
    void takeUp(TypedBefore typed) {
        userId = typed.find("user-id");
    }

    /** Takes the form. */
    public void change() {
        UserId wanted = UserId.typed(userId);
        choice.judge(visit.insurer(), visit.caller(), wanted)
                .ifPresentOrElse(
                        why -> errors.at("user-id", why),
                        () -> show(userIdChange.change(visit.insurer(), visit.caller(), wanted)));
    }

    private void show(Change outcome) {
        if (outcome instanceof Change.Refused refused) {
            errors.at("user-id", refused.why());
        } else {
            onward.to(
                    outcome instanceof Change.Made
                            ? Notice.USER_ID_SAVED.on(AccountPages.OVERVIEW)
                            : AccountPages.USER_ID);
        }
    }

    /** What was typed, or else the user ID that the member has. */
    public String getUserId() {
        return userId == null ? visit.caller().account().userId().value() : userId;
    }

    public void setUserId(@Nullable String userId) {
        this.userId = userId;
    }
}
