package jp.kenpo.portal.signin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jp.kenpo.portal.account.Account;
import jp.kenpo.portal.account.EasyGuess;
import jp.kenpo.portal.account.LetterSecrets;
import jp.kenpo.portal.account.PasswordPolicy;
import jp.kenpo.portal.insurer.PasswordProfile;
import jp.kenpo.portal.platform.Refusal;
import jp.kenpo.portal.platform.TypedText;
import jp.kenpo.portal.web.FieldErrors;
import jp.kenpo.portal.web.PageText;
import org.jspecify.annotations.Nullable;

/** The fields of each page on which a member thinks up a password, and the rules that hold for it. */
@Named
@RequestScoped
public class NewPasswordForm {

    @Inject
    CurrentVisit visit;

    @Inject
    LetterSecrets letterSecrets;

    @Inject
    FieldErrors errors;

    @Inject
    PageText text;

    private @Nullable String password;
    private @Nullable String confirmation;
    private boolean signOutEverywhere;

    @Inject
    void takeUp(TypedBefore typed) {
        signOutEverywhere = typed.isTicked("sign-out-everywhere");
    }

    /** A rule as the page lists it. @param key what the script judges by */
    public record Rule(String key, String text) {
        public String getKey() {
            return key;
        }

        public String getText() {
            return text;
        }
    }

    /** The password that was chosen, in NFKC; empty where it may not be, which is then said at its field. */
    public Optional<String> chosen() {
        String chosen = TypedText.nfkc(password);
        Account account = visit.caller().account();
        Optional<Refusal> refusal = letterSecrets.isPrinted(account, chosen)
                ? Optional.of(Refusal.of("password.initial"))
                : PasswordPolicy.check(
                        profile(),
                        chosen,
                        account.userId(),
                        visit.caller().owner(),
                        visit.insurer().insurer());
        if (refusal.isPresent()) {
            errors.at("new-password", refusal.get());
            return Optional.empty();
        }
        if (!chosen.equals(TypedText.nfkc(confirmation))) {
            errors.at("password-confirmation", Refusal.of("password.different"));
            return Optional.empty();
        }
        return Optional.of(chosen);
    }

    /** What is ticked off while the member types: by the script what it can judge, the rest by asking the server. */
    public List<Rule> getRules() {
        Stream<String> composition =
                profile() == PasswordProfile.MANUAL ? Stream.of("letter", "digit", "characters") : Stream.of();
        Stream<String> guesses = Arrays.stream(EasyGuess.values()).map(EasyGuess::key);
        return Stream.of(Stream.of("length"), composition, guesses, Stream.of("same"))
                .flatMap(keys -> keys)
                .map(key -> new Rule(key, text.of("field.password-rule." + key)))
                .toList();
    }

    /** The same for password managers that make passwords up (the attribute {@code passwordrules}). */
    public String getPasswordRules() {
        String length = "minlength: " + PasswordPolicy.SHORTEST + "; maxlength: " + PasswordPolicy.LONGEST + ";";
        return profile() == PasswordProfile.MANUAL
                ? length + " required: lower, upper; required: digit; allowed: lower, upper, digit;"
                : length + " allowed: ascii-printable;";
    }

    private PasswordProfile profile() {
        return visit.insurer().policy().passwordProfile();
    }

    /** Whose password it is, for password managers. */
    public String getUserId() {
        return visit.caller().account().userId().value();
    }

    public @Nullable String getPassword() {
        return password;
    }

    public void setPassword(@Nullable String password) {
        this.password = password;
    }

    public @Nullable String getConfirmation() {
        return confirmation;
    }

    public void setConfirmation(@Nullable String confirmation) {
        this.confirmation = confirmation;
    }

    public boolean isSignOutEverywhere() {
        return signOutEverywhere;
    }

    public void setSignOutEverywhere(boolean signOutEverywhere) {
        this.signOutEverywhere = signOutEverywhere;
    }
}
