package jp.kenpo.portal.administration;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import jp.kenpo.portal.roster.RosterImport;
import jp.kenpo.portal.web.PlainAnswer;

/** Tells a page's script how far an import is. To ask is no use of the session. */
public class RosterProgressServlet extends HttpServlet {

    @Inject
    transient AskedImport asked;

    @Inject
    transient RosterProgress progress;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) {
        Optional<RosterImport> roster = asked.find();
        if (roster.isEmpty()) {
            PlainAnswer.notFound(response);
            return;
        }
        PlainAnswer.json(
                response,
                Json.createObjectBuilder()
                        .add("state", roster.get().state().key())
                        .add("percent", progress.percent(roster.get()))
                        .add("words", progress.words(roster.get()))
                        .build());
    }
}
