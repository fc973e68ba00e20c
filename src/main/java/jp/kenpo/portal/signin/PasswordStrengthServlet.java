package jp.kenpo.portal.signin;

import static jp.kenpo.portal.account.PasswordStrength.VERY_WEAK;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import jp.kenpo.portal.account.AccountOwner;
import jp.kenpo.portal.account.EasyGuess;
import jp.kenpo.portal.account.LetterSecrets;
import jp.kenpo.portal.account.OwnWords;
import jp.kenpo.portal.account.PasswordPolicy;
import jp.kenpo.portal.account.PasswordStrength;
import jp.kenpo.portal.account.UserId;
import jp.kenpo.portal.insurer.Insurer;
import jp.kenpo.portal.platform.TypedText;
import jp.kenpo.portal.web.Messages;
import jp.kenpo.portal.web.PlainAnswer;
import jp.kenpo.portal.web.Preferences;

/**
 * Says in words how strong the password is that a member is thinking up, while he types, and what makes it easy.
 *
 * <p>Asked of the server, since what it estimates by is many times heavier than the page. Nothing of it is kept.
 */
public class PasswordStrengthServlet extends HttpServlet {

    @Inject
    transient CurrentVisit visit;

    @Inject
    transient LetterSecrets letterSecrets;

    @Inject
    transient Preferences preferences;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) {
        Optional<Caller> caller =
                visit.find().filter(PasswordStrengthServlet::setsPassword).flatMap(Visit::caller);
        if (caller.isEmpty()) {
            PlainAnswer.notFound(response);
            return;
        }
        String typed = TypedText.nfkc(request.getParameter("password"));
        String password = typed.substring(0, Math.min(typed.length(), PasswordPolicy.LONGEST));
        UserId userId = caller.get().account().userId();
        AccountOwner owner = caller.get().owner();
        Insurer insurer = visit.insurer().insurer();
        List<EasyGuess> guesses = letterSecrets.isPrinted(caller.get().account(), password)
                ? List.of(EasyGuess.INITIAL_PASSWORD)
                : EasyGuess.in(password, userId, owner, insurer);
        PasswordStrength strength =
                guesses.isEmpty() ? PasswordStrength.of(password, OwnWords.all(userId, owner, insurer)) : VERY_WEAK;
        PlainAnswer.json(
                response,
                Json.createObjectBuilder()
                        .add("strength", inWords(strength))
                        .add("broken", keys(guesses))
                        .build());
    }

    /** At no other step: what makes a password easy tells of the member's own data, which come after the second factor. */
    private static boolean setsPassword(Visit visit) {
        return visit.step() instanceof SignInStep.NeedsNewPassword
                || visit.step() instanceof SignInStep.NeedsPasswordReset
                || visit.step() instanceof SignInStep.SignedIn;
    }

    private String inWords(PasswordStrength strength) {
        return Messages.text(preferences.getLanguage(), "field.password-strength." + strength.key());
    }

    /** The rules of the page that only the server can judge and that the password does not keep. */
    private static JsonArrayBuilder keys(List<EasyGuess> guesses) {
        return Json.createArrayBuilder(guesses.stream().map(EasyGuess::key).toList());
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) {
        PlainAnswer.notFound(response);
    }
}
