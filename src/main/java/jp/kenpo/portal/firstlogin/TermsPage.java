package jp.kenpo.portal.firstlogin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import jp.kenpo.portal.signin.CurrentVisit;
import jp.kenpo.portal.signin.Onward;
import jp.kenpo.portal.signin.SignInStep;
import jp.kenpo.portal.terms.Terms;
import jp.kenpo.portal.terms.TermsDifference;
import jp.kenpo.portal.terms.TermsVersion;
import jp.kenpo.portal.web.CommonMarkText;
import jp.kenpo.portal.web.Preferences;
import org.jspecify.annotations.Nullable;

/** P3 健保ポータル 利用規約, where it is accepted or declined; and the page that shows it to everybody. */
@Named
@RequestScoped
public class TermsPage {

    private static final String DECLINED = "/first-login/terms-declined.xhtml";

    @Inject
    FirstLogin firstLogin;

    @Inject
    Terms terms;

    @Inject
    CurrentVisit visit;

    @Inject
    Preferences preferences;

    @Inject
    Onward onward;

    @Inject
    HttpServletRequest request;

    private @Nullable TermsDifference difference;

    /** Accepts what was shown; what has been replaced meanwhile is shown anew instead. */
    public void accept() {
        if (Integer.toString(getVersion().number()).equals(request.getParameter("version"))) {
            firstLogin.acceptTerms(visit.caller(), getVersion(), preferences.getLanguage());
        }
        onward.toNextStep();
    }

    /** Declines. */
    public void decline() {
        firstLogin.declineTerms(visit.caller());
        onward.to(DECLINED);
    }

    /** The version in force. */
    public TermsVersion getVersion() {
        return terms.inForce(visit.insurer()).current();
    }

    /** Its text, with the table of contents. */
    public CommonMarkText getDocument() {
        return getVersion().document(preferences.getLanguage());
    }

    /** Whether a member who has long signed in is asked for new terms, which is no step of the first login. */
    public boolean isAgain() {
        return visit.get().step() instanceof SignInStep.NeedsTerms needed && needed.again();
    }

    /** The version that is announced; null where none is. */
    public @Nullable TermsVersion getAnnounced() {
        return terms.announced(visit.insurer()).orElse(null);
    }

    /** What is not as in the version that the member accepted, for whoever is asked again. */
    public TermsDifference getDifference() {
        if (difference == null) {
            TermsVersion accepted = terms.find(
                            visit.insurer(), visit.caller().facts().acceptedTerms())
                    .orElseThrow();
            difference = terms.difference(visit.insurer(), accepted, getVersion(), preferences.getLanguage());
        }
        return difference;
    }

    /** What changed, in the insurer's words, since the version that the member accepted, the oldest change first; empty for his first. */
    public List<String> getChanges() {
        return isAgain()
                ? terms.inForce(visit.insurer())
                        .changesSince(visit.caller().facts().acceptedTerms(), preferences.getLanguage())
                : List.of();
    }
}
