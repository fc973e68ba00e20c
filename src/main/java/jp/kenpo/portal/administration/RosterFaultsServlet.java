package jp.kenpo.portal.administration;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import jp.kenpo.portal.roster.RosterFault;
import jp.kenpo.portal.roster.RosterFaults;
import jp.kenpo.portal.roster.RosterImport;
import jp.kenpo.portal.web.PageText;
import jp.kenpo.portal.web.PlainAnswer;

/** All that is wrong with a file, as a file that spreadsheets open. It holds nothing of what the rows say. */
public class RosterFaultsServlet extends HttpServlet {

    private static final int AT_A_TIME = 10_000;

    @Inject
    transient AskedImport asked;

    @Inject
    transient RosterFaults faults;

    @Inject
    transient FaultText faultText;

    @Inject
    transient PageText text;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<RosterImport> roster = asked.find();
        if (roster.isEmpty()) {
            PlainAnswer.notFound(response);
            return;
        }
        List<String> headings = List.of(
                text.of("administration.fault.line"),
                text.of("administration.fault.column"),
                text.of("administration.fault.reason"));
        CsvAnswer.send(response, "roster-errors.csv", headings, rows -> write(roster.get(), rows));
    }

    private void write(RosterImport roster, Consumer<List<String>> rows) {
        List<RosterFault> some = faults.first(roster, AT_A_TIME);
        while (!some.isEmpty()) {
            for (RosterFault fault : some) {
                rows.accept(List.of(Long.toString(fault.line()), faultText.column(fault), faultText.reason(fault)));
            }
            some = faults.after(roster, some.get(some.size() - 1).line(), AT_A_TIME);
        }
    }
}
