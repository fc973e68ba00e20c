package jp.kenpo.portal.selfservice;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import jp.kenpo.portal.signin.AccountPages;
import jp.kenpo.portal.signin.CurrentVisit;
import jp.kenpo.portal.signin.Onward;
import jp.kenpo.portal.web.RequestTrace;
import org.jspecify.annotations.Nullable;

/** 心当たりがない: says what will be done, does it, and leads on to another password, where it says what was done. */
@Named
@RequestScoped
public class NotMePage {

    @Inject
    NotMe notMe;

    @Inject
    CurrentVisit visit;

    @Inject
    Onward onward;

    @Inject
    RequestTrace trace;

    @Inject
    HttpServletRequest request;

    private @Nullable Optional<NotMe.Report> report;

    /** Secures the account. */
    public void secure() {
        Change outcome = notMe.secure(visit.insurer(), visit.caller(), trace.device());
        onward.to(outcome instanceof Change.Made ? AccountPages.PASSWORD_AFTER_REPORT : AccountPages.NOT_ME);
    }

    /** Whether the insurer will be told by mail. */
    public boolean isInsurerTold() {
        return visit.insurer().insurer().alarmAddress().isPresent();
    }

    /** What was reported just now, on the page to which it led; null elsewhere. */
    public NotMe.@Nullable Report getReport() {
        if (request.getParameter(AccountPages.REPORTED) == null) {
            return null;
        }
        if (report == null) {
            report = notMe.report(visit.caller().accountId());
        }
        return report.orElse(null);
    }
}
