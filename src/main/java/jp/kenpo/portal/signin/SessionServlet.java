package jp.kenpo.portal.signin;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import jp.kenpo.portal.web.PlainAnswer;
import jp.kenpo.portal.web.RequestOrigin;
import org.jspecify.annotations.Nullable;

/**
 * Tells a page how long its session still lasts, and takes the member's word that it is to go on.
 *
 * <p>To ask is no use of the session; to say that one is there is. What was typed on the page meanwhile is kept, should
 * nobody be there.
 */
public class SessionServlet extends HttpServlet {

    @Inject
    transient CurrentVisit visit;

    @Inject
    transient Visits visits;

    @Inject
    transient SignInSessions sessions;

    @Inject
    transient Drafts drafts;

    @Inject
    transient Clock clock;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) {
        answer(response, visit.get().caller());
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) {
        Optional<Caller> caller = visit.get().caller();
        @Nullable String page = request.getParameter("page");
        if (page == null) {
            answer(response, caller.flatMap(known -> goOn(request, known)));
            return;
        }
        // Else somebody who knows the password alone could lay words of his own into the member's pages.
        caller.filter(typing -> visit.get().step().admits(page))
                .ifPresent(typing -> drafts.keep(typing.accountId(), page, request.getParameterMap()));
        answer(response, caller);
    }

    private Optional<Caller> goOn(HttpServletRequest request, Caller known) {
        if (!sessions.isTouchDue(known)) {
            return Optional.of(known);
        }
        sessions.touch(known);
        return visits.find(RequestOrigin.authorityAsked(request), known.tokenHash())
                .flatMap(Visit::caller);
    }

    private void answer(HttpServletResponse response, Optional<Caller> caller) {
        long seconds = caller.map(known -> Duration.between(clock.instant(), known.endsAt()))
                .map(Duration::toSeconds)
                .orElse(0L);
        PlainAnswer.json(
                response, Json.createObjectBuilder().add("secondsLeft", seconds).build());
    }
}
