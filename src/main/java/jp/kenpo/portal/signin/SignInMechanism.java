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
import jp.kenpo.portal.web.Preferences;
import jp.kenpo.portal.web.RequestId;
import jp.kenpo.portal.web.RequestOrigin;
import jp.kenpo.portal.web.SecurityHeaders;
import jp.kenpo.portal.web.SeeOther;

/** Asks at every request whose pages are asked for, who asks and what comes next, before anything else reads it. */
@ApplicationScoped
public class SignInMechanism implements HttpAuthenticationMechanism {

    /** Carries the token of a visit. */
    static final HostCookie COOKIE = new HostCookie("sign-in");

    private static final Logger LOG = Logger.getLogger(SignInMechanism.class.getName());

    @Inject
    Visits visits;

    @Inject
    SignInSessions sessions;

    @Inject
    Gate gate;

    @Inject
    Chance chance;

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        RequestId.give(request, chance);
        SecurityHeaders.set(request, response);
        try {
            return validate(request, response, context);
        } catch (RuntimeException fault) {
            // No filter has seen the request yet, so nobody else tells the two apart.
            if (!(fault instanceof PersistenceException) && !FaultFilter.isDatabaseAway(fault)) {
                throw fault;
            }
            return SubmittedForm.isTooLarge(request)
                    ? refuseForm(request, response)
                    : withoutDatabase(request, response, context, fault);
        }
    }

    private AuthenticationStatus validate(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        Optional<SecretToken> token = COOKIE.read(request);
        Optional<Visit> found = find(request, token);
        found.ifPresent(visit -> new RequestOrigin(visit.insurer().origin().uri()).noteIn(request));
        // The origin says under which name the token counts; only who plants cookies has another.
        Optional<SecretToken> counting = COOKIE.read(request);
        if (!counting.equals(token)) {
            token = counting;
            found = find(request, token);
        }
        if (found.isEmpty()) {
            PlainAnswer.notFound(response);
            return AuthenticationStatus.SEND_FAILURE;
        }
        Visit visit = found.get();
        visit.insurer().noteIn(request);
        Preferences.offer(request, visit.insurer().policy().languages());
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
        if (!visit.canonical()) {
            return leadToOwnOrigin(request, response, visit);
        }
        if (SubmittedForm.bringsFile(request)) {
            return takeFile(request, response, context, visit);
        }
        Optional<String> detour = gate.detour(request, response, visit, token);
        return detour.isPresent() ? send(response, detour.get()) : letThrough(request, context, visit);
    }

    private Optional<Visit> find(HttpServletRequest request, Optional<SecretToken> token) {
        return visits.find(
                RequestOrigin.authorityAsked(request),
                token.map(SecretToken::hash).orElse(""));
    }

    private static AuthenticationStatus refuseForm(HttpServletRequest request, HttpServletResponse response) {
        PlainAnswer.tooLarge(request, response, SubmittedForm.whyTooLarge(request));
        return AuthenticationStatus.SEND_FAILURE;
    }

    /** Only what is of no insurer and no member is served then, so that the page that says so has its looks. */
    private static AuthenticationStatus withoutDatabase(
            HttpServletRequest request,
            HttpServletResponse response,
            HttpMessageContext context,
            RuntimeException why) {
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

    private static AuthenticationStatus leadToOwnOrigin(
            HttpServletRequest request, HttpServletResponse response, Visit visit) {
        if (!RequestPath.isRead(request)) {
            PlainAnswer.notFound(response);
            return AuthenticationStatus.SEND_FAILURE;
        }
        return send(response, visit.insurer().origin().uri() + RequestPath.withQuery(request));
    }

    /** To whoever may not bring one it is not read, not even to be refused; and nobody asks it for a parameter. */
    private AuthenticationStatus takeFile(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context, Visit visit) {
        return visit.step().admits(RequestPath.of(request))
                ? letThrough(request, context, visit)
                : send(response, Notice.SESSION_OVER.on(visit.step().page()));
    }

    private static AuthenticationStatus send(HttpServletResponse response, String address) {
        SeeOther.send(response, address);
        return AuthenticationStatus.SEND_CONTINUE;
    }

    private AuthenticationStatus letThrough(HttpServletRequest request, HttpMessageContext context, Visit visit) {
        if (RequestPath.isUse(request)) {
            visit.caller().filter(sessions::isTouchDue).ifPresent(sessions::touch);
        }
        Optional<Role> role = visit.step().role();
        if (role.isEmpty() || visit.caller().isEmpty()) {
            return context.doNothing();
        }
        String name = Long.toString(visit.caller().get().accountId());
        return context.notifyContainerAboutLogin(name, Set.of(role.get().name()));
    }
}
