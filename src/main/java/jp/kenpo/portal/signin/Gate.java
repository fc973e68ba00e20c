package jp.kenpo.portal.signin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Optional;
import jp.kenpo.portal.platform.SecretToken;
import jp.kenpo.portal.web.Notice;
import jp.kenpo.portal.web.SameOriginFilter;

/** Knows where a request has to be sent that asks for what its visit's step does not admit. */
@ApplicationScoped
class Gate {

    /** Where a browser from which no cookie has come yet is sent, to see whether it sends one back. */
    static final String COOKIE_PROBE = "/sign-in/cookie";

    private static final String WITHOUT_COOKIES = "/information/cookies.xhtml";

    @Inject
    SignInSessions sessions;

    @Inject
    Drafts drafts;

    @Inject
    Clock clock;

    /**
     * Where to go instead of the page that is asked for.
     *
     * @param token the one that the browser brought, whether or not it still counts
     * @return an address within the portal; empty where the request may have what it asks for
     */
    Optional<String> detour(
            HttpServletRequest request, HttpServletResponse response, Visit visit, Optional<SecretToken> token) {
        String path = RequestPath.of(request);
        if (RequestPath.commandsFlow(request)) {
            return Optional.of(path);
        }
        if (RequestPath.bringsForeignState(request)) {
            return Optional.of(
                    RequestPath.isRead(request)
                            ? path
                            : Notice.STEP_PASSED.on(visit.step().page()));
        }
        if (path.equals(COOKIE_PROBE)) {
            return Optional.of(
                    visit.caller().isPresent() ? WayBack.of(request).towards(visit.step()) : WITHOUT_COOKIES);
        }
        if (path.equals("/") || path.equals(StaffPages.FOLDER) && visit.step() instanceof SignInStep.AtWork) {
            return Optional.of(visit.step().page());
        }
        if (RequestPath.isStepPage(path) && (!visit.step().admits(path) || asksForWhatIsNotThere(visit, path))) {
            return Optional.of(theWayToTheStep(request, response, visit, token));
        }
        return visit.caller()
                .filter(caller -> visit.step() instanceof SignInStep.Complete && needsFreshProof(caller, path))
                .map(caller -> theWayToAFreshProof(request, caller, path));
    }

    private static boolean asksForWhatIsNotThere(Visit visit, String path) {
        return visit.caller()
                .filter(caller -> SignInPages.asksForMore(path, caller.facts().secondFactors())
                        || path.equals(MfaSetupPages.PASSKEY_NAME)
                                && caller.evidence().newPasskey().isEmpty())
                .isPresent();
    }

    /** Whoever finds an unlocked device of somebody else's must not add a key of his own (ASVS 7.5.1). */
    private boolean needsFreshProof(Caller caller, String path) {
        return AccountPages.actionOn(path)
                .or(() -> StaffPages.actionOn(path))
                .filter(action -> SignInPolicy.mayDo(action, caller.evidence(), clock.instant())
                        == Permission.NEEDS_SECOND_FACTOR)
                .isPresent();
    }

    private String theWayToAFreshProof(HttpServletRequest request, Caller caller, String path) {
        boolean typed = keepTyped(request, caller.accountId(), path);
        return Notice.PROVE_AGAIN.on((typed ? WayBack.toTyped(path) : WayBack.to(request))
                .on(caller.facts().secondFactorStep().page()));
    }

    private String theWayToTheStep(
            HttpServletRequest request, HttpServletResponse response, Visit visit, Optional<SecretToken> token) {
        boolean isRead = RequestPath.isRead(request);
        Optional<SecretToken> answered = isRead || visit.caller().isPresent()
                ? Optional.empty()
                : token.flatMap(former -> sessions.answered(former, request));
        if (answered.isPresent()) {
            SignInMechanism.COOKIE.write(request, response, answered.get());
            return AccountPages.afterTheFormOf(RequestPath.of(request));
        }
        if (visit.past().isPresent()) {
            return afterTheEnd(request, visit.step(), visit.past().get());
        }
        String page = WayBack.of(request).orTo(request, visit.step()).towards(visit.step());
        // Where the token has just been replaced, the cookie may be the new one by the time this is answered.
        if (visit.caller().isEmpty()
                && token.filter(former -> sessions.succeeding(former).isEmpty()).isPresent()) {
            SignInMechanism.COOKIE.remove(request, response);
            return Notice.SESSION_OVER.on(page);
        }
        return isRead ? page : Notice.STEP_PASSED.on(page);
    }

    /**
     * The cookie stays: by it each tab that comes later still learns what became of its visit. What is typed is kept
     * only where time alone ended it; whoever was signed out from elsewhere may be somebody who should not be here.
     */
    private String afterTheEnd(HttpServletRequest request, SignInStep step, PastVisit past) {
        String path = RequestPath.of(request);
        boolean timedOut = past.ending() == PastVisit.Ending.TIMED_OUT;
        if (timedOut) {
            keepTyped(request, past.accountId(), path);
        }
        boolean typed = !drafts.find(past.accountId(), path).isEmpty();
        WayBack back = typed ? WayBack.toTyped(path) : WayBack.of(request).orTo(request, step);
        return timedOut ? back.on(SignInPages.SESSION_OVER) : Notice.ENDED_ELSEWHERE.on(back.towards(step));
    }

    private boolean keepTyped(HttpServletRequest request, long accountId, String path) {
        return !RequestPath.isRead(request)
                && SameOriginFilter.comesFromOurPage(request)
                && drafts.keep(accountId, path, request.getParameterMap());
    }
}
