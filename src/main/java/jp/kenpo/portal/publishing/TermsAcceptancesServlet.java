package jp.kenpo.portal.publishing;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import jp.kenpo.portal.administration.CsvAnswer;
import jp.kenpo.portal.platform.Clocks;
import jp.kenpo.portal.publishing.TermsDesk.Acceptance;
import jp.kenpo.portal.signin.CurrentVisit;
import jp.kenpo.portal.signin.StaffPages;
import jp.kenpo.portal.terms.Terms;
import jp.kenpo.portal.terms.TermsVersion;
import jp.kenpo.portal.web.AskedNumber;
import jp.kenpo.portal.web.PageText;

/** Who accepted a version of the terms, as a file that spreadsheets open. The address says which. */
public class TermsAcceptancesServlet extends HttpServlet {

    private static final int AT_A_TIME = 1_000;

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(Clocks.JAPAN);

    @Inject
    transient TermsDesk desk;

    @Inject
    transient Terms terms;

    @Inject
    transient CurrentVisit visit;

    @Inject
    transient PageText text;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<TermsVersion> version =
                AskedNumber.find(request, StaffPages.VERSION).flatMap(number -> terms.find(visit.insurer(), number));
        if (version.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        int number = version.get().number();
        desk.noteExport(visit.insurer(), visit.caller(), number);
        List<String> headings = List.of(
                text.of("administration.column.symbol"),
                text.of("administration.column.number"),
                text.of("administration.column.branch"),
                text.of("administration.column.user-id"),
                text.of("administration.acceptance.at"),
                text.of("administration.acceptance.version"),
                text.of("administration.acceptance.language"),
                text.of("administration.acceptance.sha256"));
        CsvAnswer.send(response, "terms-" + number + ".csv", headings, rows -> write(number, rows));
    }

    private void write(int version, Consumer<List<String>> rows) {
        List<Acceptance> some = desk.acceptances(visit.insurer(), version, 0, AT_A_TIME);
        while (!some.isEmpty()) {
            some.forEach(one -> rows.accept(cells(version, one)));
            some = desk.acceptances(
                    visit.insurer(), version, some.get(some.size() - 1).id(), AT_A_TIME);
        }
    }

    private static List<String> cells(int version, Acceptance one) {
        return List.of(
                one.member().symbol(),
                one.member().number(),
                one.member().branch(),
                one.userId().value(),
                TIME.format(one.at()),
                Integer.toString(version),
                one.language(),
                one.sha256());
    }
}
