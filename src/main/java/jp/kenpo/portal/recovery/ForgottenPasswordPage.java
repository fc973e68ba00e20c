package jp.kenpo.portal.recovery;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import jp.kenpo.portal.account.UserId;
import jp.kenpo.portal.member.BirthDate;
import jp.kenpo.portal.platform.Refusal;
import jp.kenpo.portal.web.FieldErrors;
import org.jspecify.annotations.Nullable;

/** F1 パスワードを忘れた方: user ID and birth date. */
@Named
@RequestScoped
public class ForgottenPasswordPage {

    /** As long as any user ID that an insurer's roster may have. */
    private static final int LONGEST_USER_ID = 64;

    @Inject
    RecoveryForm form;

    @Inject
    FieldErrors errors;

    @Inject
    Clock clock;

    private @Nullable String userId;
    private @Nullable String birthDate;

    /** Takes the form. */
    public void submit() {
        UserId typed = UserId.typed(userId);
        if (typed.isMissing()) {
            errors.at("user-id", Refusal.of("user-id.missing"));
        } else if (typed.value().length() > LONGEST_USER_ID) {
            errors.at("user-id", Refusal.of("text.too-long", LONGEST_USER_ID));
        }
        BirthDate.parse(birthDate, LocalDate.now(clock)).either(born -> ask(typed, born), why -> {
            errors.at("birth-date", why);
            return null;
        });
    }

    private @Nullable Void ask(UserId typed, BirthDate born) {
        if (!errors.isAny()) {
            form.send(new Forgotten.Password(typed, born), "user-id");
        }
        return null;
    }

    public @Nullable String getUserId() {
        return userId;
    }

    public void setUserId(@Nullable String userId) {
        this.userId = userId;
    }

    public @Nullable String getBirthDate() {
        return birthDate;
    }

    public void setBirthDate(@Nullable String birthDate) {
        this.birthDate = birthDate;
    }
}
