package jp.kenpo.portal.signin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import jp.kenpo.portal.platform.Chance;
import jp.kenpo.portal.platform.SecretToken;
import jp.kenpo.portal.web.FaultFilter;
import jp.kenpo.portal.web.HostCookie;
import jp.kenpo.portal.web.Notice;
import jp.kenpo.portal.web.PlainAnswer;
import jp.kenpo.portal.web.RequestId;
import jp.kenpo.portal.web.RequestOrigin;
import jp.kenpo.portal.web.SameOriginFilter;
import jp.kenpo.portal.web.SecurityHeaders;
import jp.kenpo.portal.web.SeeOther;

/**
 * Asks at every request whose pages are asked for, who asks and what comes next, tells the container, and sends
 * whoever is on another page than his step's to that page.
 */
@ApplicationScoped
public class SignInMechanism implements HttpAuthenticationMechanism {

    /** Carries the token of a visit. */
    static final HostCookie COOKIE = new HostCookie("sign-in");

    /** Where the browser is sent once after the password, to see whether it sends the cookie back. */
    static final String COOKIE_PROBE = "/sign-in/cookie";

    private static final Logger LOG = Logger.getLogger(SignInMechanism.class.getName());

    private static final String WITHOUT_COOKIES = "/information/cookies.xhtml";

    @Inject
    Visits visits;

    @Inject
    SignInSessions sessions;

    @Inject
    Drafts drafts;

    @Inject
    Chance chance;

    @Inject
    Clock clock;

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        RequestId.give(request, chance);
        SecurityHeaders.set(request, response);
        Optional<SecretToken> token = COOKIE.read(request);
        Optional<Visit> found;
        try {
            found = find(request, token);
            found.ifPresent(visit -> new RequestOrigin(visit.insurer().origin().uri()).noteIn(request));
            // The origin says under which name the token counts; only who plants cookies has another.
            Optional<SecretToken> counting = COOKIE.read(request);
            if (!counting.equals(token)) {
                token = counting;
                found = find(request, token);
            }
        } catch (PersistenceException away) {
            return SubmittedForm.isTooLarge(request)
                    ? refuseForm(request, response)
                    : withoutDatabase(request, response, context, away);
        }
        if (found.isEmpty()) {
            PlainAnswer.notFound(response);
            return AuthenticationStatus.SEND_FAILURE;
        }
        Visit visit = found.get();
        visit.insurer().noteIn(request);
        SecurityHeaders.set(request, response);
        // Before anybody asks for a parameter, which has the whole form read.
        if (SubmittedForm.isTooLarge(request)) {
            return refuseForm(request, response);
        }
        if (SubmittedForm.isOfAnotherType(request)) {
            PlainAnswer.notAForm(response);
            return AuthenticationStatus.SEND_FAILURE;
        }
        CurrentVisit.note(request, visit);
        return new Gate(request, response, context, visit, token).decide();
    }

    private Optional<Visit> find(HttpServletRequest request, Optional<SecretToken> token) {
        return visits.find(
                RequestOrigin.authorityAsked(request),
                token.map(SecretToken::hash).orElse(""));
    }

    private static AuthenticationStatus refuseForm(HttpServletRequest request, HttpServletResponse response) {
        PlainAnswer.formTooLarge(request, response);
        return AuthenticationStatus.SEND_FAILURE;
    }

    /** Only what is of no insurer and no member is served then, so that the page that says so has its looks. */
    private static AuthenticationStatus withoutDatabase(
            HttpServletRequest request,
            HttpServletResponse response,
            HttpMessageContext context,
            PersistenceException why) {
        if (RequestPath.of(request).startsWith("/assets/")) {
            return context.doNothing();
        }
        LOG.log(Level.SEVERE, "The database cannot be asked; request " + RequestId.of(request), why);
        try {
            FaultFilter.sayUnavailable(response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return AuthenticationStatus.SEND_FAILURE;
    }

    /** One request at the door. */
    private final class Gate {
        private final HttpServletRequest request;
        private final HttpServletResponse response;
        private final HttpMessageContext context;
        private final Visit visit;
        private final Optional<SecretToken> token;
        private final String path;

        Gate(
                HttpServletRequest request,
                HttpServletResponse response,
                HttpMessageContext context,
                Visit visit,
                Optional<SecretToken> token) {
            this.request = request;
            this.response = response;
            this.context = context;
            this.visit = visit;
            this.token = token;
            this.path = RequestPath.of(request);
        }

        AuthenticationStatus decide() {
            if (!visit.canonical()) {
                return leadToOwnOrigin();
            }
            if (RequestPath.commandsFlow(request)) {
                return send(path);
            }
            if (RequestPath.bringsForeignState(request)) {
                return send(isRead() ? path : Notice.STEP_PASSED.on(visit.step().page()));
            }
            if (path.equals(COOKIE_PROBE)) {
                return send(visit.caller().isPresent() ? WayBack.of(request).towards(visit.step()) : WITHOUT_COOKIES);
            }
            if (path.equals("/")) {
                return send(visit.step().page());
            }
            if (RequestPath.isStepPage(path) && (!visit.step().admits(path) || asksForWhatIsNotThere())) {
                return leadToStep();
            }
            if (MfaSetupPages.changesMethods(path) && needsFreshProof()) {
                return send(Notice.PROVE_AGAIN.on(
                        visit.caller().orElseThrow().facts().secondFactorStep().page()));
            }
            if (RequestPath.isUse(request)) {
                visit.caller().filter(sessions::isTouchDue).ifPresent(sessions::touch);
            }
            return letThrough();
        }

        private boolean asksForWhatIsNotThere() {
            return visit.caller()
                    .filter(caller ->
                            SignInPages.asksForMore(path, caller.facts().secondFactors())
                                    || path.equals(MfaSetupPages.PASSKEY_NAME)
                                            && caller.evidence().newPasskey().isEmpty())
                    .isPresent();
        }

        /** Whoever finds an unlocked device of somebody else's must not add a key of his own (ASVS 7.5.1). */
        private boolean needsFreshProof() {
            return visit.step() instanceof SignInStep.SignedIn
                    && visit.caller()
                            .filter(caller ->
                                    SignInPolicy.mayDo(Action.ADD_SECOND_FACTOR, caller.evidence(), clock.instant())
                                            == Permission.NEEDS_SECOND_FACTOR)
                            .isPresent();
        }

        private AuthenticationStatus leadToOwnOrigin() {
            if (!isRead()) {
                PlainAnswer.notFound(response);
                return AuthenticationStatus.SEND_FAILURE;
            }
            return send(visit.insurer().origin().uri() + RequestPath.withQuery(request));
        }

        private AuthenticationStatus leadToStep() {
            Optional<SecretToken> answered = isRead() || visit.caller().isPresent()
                    ? Optional.empty()
                    : token.flatMap(former -> sessions.answered(former, request));
            if (answered.isPresent()) {
                COOKIE.write(request, response, answered.get());
                return send("/");
            }
            if (visit.past().isPresent()) {
                return send(afterTheEnd(visit.past().get()));
            }
            String page = WayBack.of(request).orTo(path, visit.step()).towards(visit.step());
            if (visit.caller().isEmpty() && token.isPresent()) {
                COOKIE.remove(request, response);
                return send(Notice.SESSION_OVER.on(page));
            }
            return send(isRead() ? page : Notice.STEP_PASSED.on(page));
        }

        /** The cookie stays: by it each tab that comes later still learns what became of its visit. */
        private String afterTheEnd(PastVisit past) {
            if (!isRead() && SameOriginFilter.comesFromOurPage(request)) {
                drafts.keep(past.accountId(), path, request.getParameterMap());
            }
            boolean typed = !drafts.find(past.accountId(), path).isEmpty();
            WayBack back = typed ? WayBack.to(path, true) : WayBack.of(request).orTo(path, visit.step());
            return past.ending() == PastVisit.Ending.TIMED_OUT
                    ? back.on(SignInPages.SESSION_OVER)
                    : Notice.ENDED_ELSEWHERE.on(back.towards(visit.step()));
        }

        private AuthenticationStatus letThrough() {
            Optional<Role> role = visit.step().role();
            if (role.isEmpty() || visit.caller().isEmpty()) {
                return context.doNothing();
            }
            String name = Long.toString(visit.caller().get().accountId());
            return context.notifyContainerAboutLogin(name, Set.of(role.get().name()));
        }

        private AuthenticationStatus send(String address) {
            SeeOther.send(response, address);
            return AuthenticationStatus.SEND_CONTINUE;
        }

        private boolean isRead() {
            return request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
        }
    }
}
