package jp.kenpo.portal.firstlogin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import jp.kenpo.portal.member.BirthDate;
import jp.kenpo.portal.platform.Refusal;
import jp.kenpo.portal.signin.CurrentVisit;
import jp.kenpo.portal.signin.Onward;
import jp.kenpo.portal.web.FieldErrors;
import org.jspecify.annotations.Nullable;

/** P2 生年月日の入力. */
@Named
@RequestScoped
public class BirthDatePage {

    @Inject
    FirstLogin firstLogin;

    @Inject
    CurrentVisit visit;

    @Inject
    Onward onward;

    @Inject
    FieldErrors errors;

    @Inject
    Clock clock;

    private @Nullable String birthDate;

    /** Takes the form. */
    public void submit() {
        Optional<Refusal> refusal = BirthDate.parse(birthDate, LocalDate.now(clock))
                .either(typed -> firstLogin.confirmBirthDate(visit.insurer(), visit.caller(), typed), Optional::of);
        refusal.ifPresentOrElse(why -> errors.at("birth-date", why), onward::toNextStep);
    }

    public @Nullable String getBirthDate() {
        return birthDate;
    }

    public void setBirthDate(@Nullable String birthDate) {
        this.birthDate = birthDate;
    }
}
