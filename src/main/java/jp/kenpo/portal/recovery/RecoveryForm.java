package jp.kenpo.portal.recovery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jp.kenpo.portal.audit.AuditLog;
import jp.kenpo.portal.signin.CurrentVisit;
import jp.kenpo.portal.signin.Onward;
import jp.kenpo.portal.web.FieldErrors;
import jp.kenpo.portal.web.Preferences;
import jp.kenpo.portal.web.RequestTrace;

/** How each form of the recovery ends: with the same page for everybody, or with a wait. */
@ApplicationScoped
class RecoveryForm {

    private static final String SENT = "/recovery/sent.xhtml?" + RecoverySentPage.REFERENCE + "=";

    @Inject
    RecoveryRequests requests;

    @Inject
    CurrentVisit visit;

    @Inject
    Preferences preferences;

    @Inject
    RequestTrace trace;

    @Inject
    Onward onward;

    @Inject
    FieldErrors errors;

    /**
     * Asks for the mail.
     *
     * @param field where a wait is said
     */
    void send(Forgotten what, String field) {
        AuditLog.Source source = new AuditLog.Source(trace.address(), trace.id());
        requests.take(visit.insurer(), what, preferences.getLanguage(), source)
                .ifPresentOrElse(why -> errors.at(field, why), () -> onward.to(SENT + trace.id()));
    }
}
