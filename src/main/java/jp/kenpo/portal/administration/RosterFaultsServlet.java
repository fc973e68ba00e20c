package jp.kenpo.portal.administration;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.writer.CsvWriter;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.util.List;
import java.util.Optional;
import jp.kenpo.portal.roster.RosterFault;
import jp.kenpo.portal.roster.RosterFaults;
import jp.kenpo.portal.roster.RosterImport;
import jp.kenpo.portal.web.PageText;
import jp.kenpo.portal.web.PlainAnswer;

/** All that is wrong with a file, as a file that spreadsheets open. It holds nothing of what the rows say. */
public class RosterFaultsServlet extends HttpServlet {

    /** By it spreadsheets know that the letters are UTF-8. */
    private static final char BYTE_ORDER_MARK = '\uFEFF';

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
        response.setContentType("text/csv");
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"roster-errors.csv\"");
        try (Writer out = new OutputStreamWriter(response.getOutputStream(), UTF_8);
                CsvWriter csv = CsvWriter.builder().build(out)) {
            out.write(BYTE_ORDER_MARK);
            csv.writeRecord(
                    text.of("administration.fault.line"),
                    text.of("administration.fault.column"),
                    text.of("administration.fault.reason"));
            write(roster.get(), csv);
        }
    }

    private void write(RosterImport roster, CsvWriter csv) {
        List<RosterFault> some = faults.first(roster, AT_A_TIME);
        while (!some.isEmpty()) {
            for (RosterFault fault : some) {
                csv.writeRecord(Long.toString(fault.line()), faultText.column(fault), faultText.reason(fault));
            }
            some = faults.after(roster, some.get(some.size() - 1).line(), AT_A_TIME);
        }
    }
}
