package jp.kenpo.portal.administration;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import jp.kenpo.portal.account.UserId;
import jp.kenpo.portal.platform.Clocks;
import jp.kenpo.portal.signin.CurrentVisit;
import jp.kenpo.portal.web.PageText;

/** All lines of the record that an address asks for, as a file that spreadsheets open. */
public class AuditFileServlet extends HttpServlet {

    private static final int AT_A_TIME = 1_000;

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(Clocks.JAPAN);

    @Inject
    transient AuditDesk desk;

    @Inject
    transient CurrentVisit visit;

    @Inject
    transient PageText text;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        desk.noteExport(visit.insurer(), visit.caller());
        AuditFilter filter = AuditFilter.of(request::getParameter);
        List<String> headings = List.of(
                text.of("administration_audit.at"),
                text.of("administration_audit.event"),
                text.of("administration_audit.whose"),
                text.of("administration_audit.doer"),
                text.of("administration_audit.role"),
                text.of("administration_audit.detail"),
                text.of("administration_audit.address"),
                text.of("administration_audit.request"));
        CsvAnswer.send(response, "audit.csv", headings, rows -> write(filter, rows));
    }

    private void write(AuditFilter filter, Consumer<List<String>> rows) {
        Optional<Long> before = Optional.empty();
        List<AuditDesk.Line> some = read(filter, before);
        while (!some.isEmpty()) {
            some.forEach(line -> rows.accept(cells(line)));
            before = Optional.of(some.get(some.size() - 1).entry().id());
            some = read(filter, before);
        }
    }

    private List<AuditDesk.Line> read(AuditFilter filter, Optional<Long> before) {
        return desk.read(visit.insurer(), visit.caller(), filter, before, AT_A_TIME);
    }

    private List<String> cells(AuditDesk.Line line) {
        return List.of(
                TIME.format(line.at()),
                text.of("administration.audit-event."
                        + AuditFilter.key(line.entry().event())),
                line.userId().map(UserId::value).orElse(""),
                line.doer().flatMap(AuditDesk.Doer::userId).map(UserId::value).orElse(""),
                line.doer()
                        .map(doer ->
                                text.of("administration.role." + doer.role().key()))
                        .orElse(""),
                line.detail(),
                line.entry().address(),
                line.entry().requestId());
    }
}
