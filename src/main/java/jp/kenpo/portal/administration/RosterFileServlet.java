package jp.kenpo.portal.administration;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import jp.kenpo.portal.platform.Refusal;
import jp.kenpo.portal.platform.TypedText;
import jp.kenpo.portal.roster.RosterImports;
import jp.kenpo.portal.roster.RosterImports.Bringing;
import jp.kenpo.portal.roster.RosterScope;
import jp.kenpo.portal.signin.CurrentVisit;
import jp.kenpo.portal.signin.StaffPages;
import jp.kenpo.portal.web.FieldErrors;
import jp.kenpo.portal.web.Notice;
import jp.kenpo.portal.web.RequestId;
import jp.kenpo.portal.web.SeeOther;
import org.jspecify.annotations.Nullable;

/**
 * Takes the file that a manager brings. Beside Faces, for which each page of the portal would have to be ready to take
 * files; what is refused is shown by the page as ever.
 */
public class RosterFileServlet extends HttpServlet {

    private static final Logger LOG = Logger.getLogger(RosterFileServlet.class.getName());

    private static final String FILE = "file";
    private static final String SCOPE = "scope";
    private static final int LONGEST_NAME = 200;

    @Inject
    transient RosterImports imports;

    @Inject
    transient RosterUpload upload;

    @Inject
    transient CurrentVisit visit;

    @Inject
    transient FieldErrors errors;

    /** For whoever reloads the page or changes its language after a file was refused. */
    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        show(request, response);
    }

    private static void show(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        request.getRequestDispatcher(StaffPages.ROSTERS).forward(request, response);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        Optional<Part> file;
        try {
            file = Optional.ofNullable(request.getPart(FILE)).filter(part -> part.getSize() > 0);
            upload.choose(request.getParameter(SCOPE));
        } catch (IOException | ServletException | RuntimeException e) {
            // The servers say in several ways that a form ends too early or is none.
            LOG.log(Level.INFO, "Request " + RequestId.of(request) + " brings no whole file", e);
            SeeOther.send(response, Notice.FILE_NOT_RECEIVED.on(StaffPages.ROSTERS));
            return;
        }
        Optional<RosterScope> scope = RosterScope.find(upload.scope());
        if (scope.isEmpty()) {
            errors.at(SCOPE, Refusal.of("roster.scope-missing"));
        }
        if (file.isEmpty()) {
            errors.at(FILE, Refusal.of("roster.file-missing"));
        }
        if (errors.isAny()) {
            show(request, response);
        } else {
            bring(request, response, file.get(), scope.get());
        }
    }

    private void bring(HttpServletRequest request, HttpServletResponse response, Part file, RosterScope scope)
            throws ServletException, IOException {
        Bringing outcome;
        try {
            outcome = imports.bring(visit.insurer(), visit.caller(), nameOf(file), scope, file::getInputStream);
        } finally {
            // The server keeps it in a file of its own, and all of the insurer's members are in it.
            file.delete();
        }
        if (outcome instanceof Bringing.Brought brought) {
            String page = brought.columnsKnown() ? StaffPages.ROSTER : StaffPages.ROSTER_COLUMNS;
            SeeOther.send(response, page + "?" + StaffPages.IMPORT + "=" + brought.importId());
        } else {
            errors.at(FILE, ((Bringing.Refused) outcome).why());
            show(request, response);
        }
    }

    /** Some browsers told the folder as well. */
    private static String nameOf(Part file) {
        @Nullable String sent = file.getSubmittedFileName();
        String name = TypedText.line(sent == null ? "" : sent.substring(sent.lastIndexOf('\\') + 1));
        return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
    }
}
