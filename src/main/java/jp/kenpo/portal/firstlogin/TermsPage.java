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
import jp.kenpo.portal.terms.TermsVersion;
import jp.kenpo.portal.web.CommonMarkText;
import jp.kenpo.portal.web.Preferences;

/** P3 健保ポータル 利用規約, where it is accepted or declined; and the page that shows it to everybody. */
@Named
@RequestScoped
public class TermsPage {

    /** The first level of headings is the page's own title. */
    private static final int TOP = 2;

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
        return CommonMarkText.of(getVersion().text(preferences.getLanguage()), TOP);
    }

    /** Whether a member who has long signed in is asked for new terms, which is no step of the first login. */
    public boolean isAgain() {
        return visit.get().step() instanceof SignInStep.NeedsTerms needed && needed.again();
    }

    /** What changed since the version that the member accepted, the oldest change first; empty for his first. */
    public List<String> getChanges() {
        return isAgain()
                ? terms.inForce(visit.insurer())
                        .changesSince(visit.caller().facts().acceptedTerms(), preferences.getLanguage())
                : List.of();
    }
}
