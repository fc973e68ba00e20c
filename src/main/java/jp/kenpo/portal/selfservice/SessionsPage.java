package jp.kenpo.portal.selfservice;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import jp.kenpo.portal.signin.AccountPages;
import jp.kenpo.portal.signin.CurrentVisit;
import jp.kenpo.portal.signin.Onward;
import jp.kenpo.portal.signin.OpenVisit;
import jp.kenpo.portal.signin.OpenVisits;
import jp.kenpo.portal.web.Language;
import jp.kenpo.portal.web.Messages;
import jp.kenpo.portal.web.Notice;
import jp.kenpo.portal.web.Preferences;
import jp.kenpo.portal.web.UserAgent;
import jp.kenpo.portal.web.UserAgent.Browser;
import jp.kenpo.portal.web.UserAgent.OperatingSystem;
import org.jspecify.annotations.Nullable;

/** A3 ログイン中の端末: where the member is signed in, and the end of it. */
@Named
@RequestScoped
public class SessionsPage {

    @Inject
    OpenVisits openVisits;

    @Inject
    OwnSessions ownSessions;

    @Inject
    CurrentVisit visit;

    @Inject
    Onward onward;

    @Inject
    Preferences preferences;

    @Inject
    HttpServletRequest request;

    private @Nullable List<OpenVisit> visits;

    /** Signs out the device whose button was pressed; the button says which. */
    public void end() {
        show(ownSessions.end(visit.caller(), pressed()), Notice.SESSION_ENDED);
    }

    /** Signs out all devices but this one. */
    public void endOthers() {
        show(ownSessions.endOthers(visit.caller()), Notice.OTHER_SESSIONS_ENDED);
    }

    private void show(Change outcome, Notice done) {
        onward.to(outcome instanceof Change.Made ? done.on(AccountPages.SESSIONS) : AccountPages.SESSIONS);
    }

    private long pressed() {
        @Nullable String sent = request.getParameter("button-end");
        // What is no number is nobody's, as is zero.
        return sent != null && sent.matches("[0-9]{1,18}") ? Long.parseLong(sent) : 0;
    }

    /** The one in which the member reads this; null where it was ended just now. */
    public @Nullable OpenVisit getHere() {
        return visits().stream().filter(OpenVisit::here).findFirst().orElse(null);
    }

    /** All others, the one used last first. */
    public List<OpenVisit> getOthers() {
        return visits().stream().filter(one -> !one.here()).toList();
    }

    private List<OpenVisit> visits() {
        if (visits == null) {
            visits = openVisits.of(visit.caller(), visit.insurer().policy());
        }
        return visits;
    }

    /** A device in words, such as iPhone の Safari. */
    public String name(UserAgent device) {
        Language language = preferences.getLanguage();
        if (device.equals(UserAgent.UNKNOWN)) {
            return Messages.text(language, "member_sessions.unknown");
        }
        String browser = device.browser() == Browser.UNKNOWN
                ? ""
                : Messages.text(
                        language, "member_sessions.browser." + device.browser().key());
        String system = device.system() == OperatingSystem.UNKNOWN
                ? Messages.text(language, "member_sessions.unknown")
                : Messages.text(
                        language, "member_sessions.system." + device.system().key());
        return browser.isEmpty() ? system : Messages.text(language, "member_sessions.browser-of", system, browser);
    }
}
