package jp.kenpo.portal.recovery;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import jp.kenpo.portal.account.EmailAddress;
import jp.kenpo.portal.member.BirthDate;
import jp.kenpo.portal.platform.Refusal;
import jp.kenpo.portal.platform.TypedText;
import jp.kenpo.portal.web.FieldErrors;
import org.jspecify.annotations.Nullable;

/** F2 ユーザIDを忘れた方: birth date, and the confirmed address or 記号・番号. */
@Named
@RequestScoped
public class ForgottenUserIdPage {

    /** As long as any symbol or number of a roster. */
    private static final int LONGEST_NUMBER = 20;

    @Inject
    RecoveryForm form;

    @Inject
    FieldErrors errors;

    @Inject
    Clock clock;

    private @Nullable String birthDate;
    private @Nullable String email;
    private @Nullable String symbol;
    private @Nullable String number;

    /** Takes the form. */
    public void submit() {
        BirthDate.parse(birthDate, LocalDate.now(clock)).either(this::ask, why -> {
            errors.at("birth-date", why);
            // What else is wrong is said at once, too.
            return ask(null);
        });
    }

    private @Nullable Void ask(@Nullable BirthDate born) {
        String typedSymbol = TypedText.identifier(symbol);
        String typedNumber = TypedText.identifier(number);
        if (!TypedText.compact(email).isEmpty()) {
            EmailAddress.parse(email).either(address -> askByEmail(address, born), why -> {
                errors.at("email", why);
                return null;
            });
        } else if (typedSymbol.isEmpty() && typedNumber.isEmpty()) {
            errors.at("email", Refusal.of("recovery.neither"));
        } else {
            judge("symbol", typedSymbol, "symbol.missing");
            judge("number", typedNumber, "number.missing");
            askByNumber(typedSymbol, typedNumber, born);
        }
        return null;
    }

    private @Nullable Void askByEmail(EmailAddress address, @Nullable BirthDate born) {
        if (born != null) {
            form.send(new Forgotten.UserIdOfEmail(address, born), "email");
        }
        return null;
    }

    private void askByNumber(String typedSymbol, String typedNumber, @Nullable BirthDate born) {
        if (born != null && !errors.isAny()) {
            form.send(new Forgotten.UserIdOfNumber(typedSymbol, typedNumber, born), "number");
        }
    }

    private void judge(String field, String typed, String missing) {
        if (typed.isEmpty()) {
            errors.at(field, Refusal.of(missing));
        } else if (typed.length() > LONGEST_NUMBER) {
            errors.at(field, Refusal.of("text.too-long", LONGEST_NUMBER));
        }
    }

    public @Nullable String getBirthDate() {
        return birthDate;
    }

    public void setBirthDate(@Nullable String birthDate) {
        this.birthDate = birthDate;
    }

    public @Nullable String getEmail() {
        return email;
    }

    public void setEmail(@Nullable String email) {
        this.email = email;
    }

    public @Nullable String getSymbol() {
        return symbol;
    }

    public void setSymbol(@Nullable String symbol) {
        this.symbol = symbol;
    }

    public @Nullable String getNumber() {
        return number;
    }

    public void setNumber(@Nullable String number) {
        this.number = number;
    }
}
