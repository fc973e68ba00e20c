package jp.kenpo.portal.firstlogin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import jp.kenpo.portal.account.UserId;
import jp.kenpo.portal.insurer.SecondFactorMethod;
import jp.kenpo.portal.platform.Refusal;
import jp.kenpo.portal.signin.CurrentVisit;
import jp.kenpo.portal.signin.Onward;
import jp.kenpo.portal.web.FieldErrors;
import jp.kenpo.portal.web.PageText;
import org.jspecify.annotations.Nullable;

/** P4 ユーザIDの変更・認証方法の設定. */
@Named
@RequestScoped
public class UserIdAndMethodPage {

    @Inject
    FirstLogin firstLogin;

    @Inject
    UserIdChoice userIdChoice;

    @Inject
    FirstLoginFlow draft;

    @Inject
    CurrentVisit visit;

    @Inject
    Onward onward;

    @Inject
    FieldErrors errors;

    @Inject
    PageText text;

    /** Takes the form; both fields are judged before either is saved. */
    public void submit() {
        UserId wanted = UserId.typed(draft.getUserId());
        Optional<SecondFactorMethod> method =
                MethodChoice.find(draft.getMethod(), visit.insurer().policy());
        userIdChoice.judge(visit.insurer(), visit.caller(), wanted).ifPresent(why -> errors.at("user-id", why));
        if (method.isEmpty()) {
            errors.at("method", Refusal.of("method.missing"));
        }
        if (!errors.isAny()) {
            firstLogin
                    .decideUserIdAndMethod(visit.insurer(), visit.caller(), wanted, method.get())
                    .ifPresentOrElse(why -> errors.at("user-id", why), onward::toNextStep);
        }
    }

    /** What was typed, or else today's user ID. */
    public String getUserId() {
        @Nullable String typed = draft.getUserId();
        return typed == null ? visit.caller().account().userId().value() : typed;
    }

    public void setUserId(@Nullable String userId) {
        draft.setUserId(userId);
    }

    public @Nullable String getMethod() {
        return draft.getMethod();
    }

    public void setMethod(@Nullable String method) {
        draft.setMethod(method);
    }

    /** The second factors to choose from. */
    public List<MethodOption> getMethods() {
        return MethodOption.of(visit.insurer().policy(), text);
    }
}
