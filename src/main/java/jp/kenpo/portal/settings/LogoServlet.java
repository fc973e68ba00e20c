package jp.kenpo.portal.settings;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.util.EnumSet;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import jp.kenpo.portal.insurer.Logo;
import jp.kenpo.portal.platform.Parsed;
import jp.kenpo.portal.selfservice.Change;
import jp.kenpo.portal.signin.CurrentVisit;
import jp.kenpo.portal.signin.StaffPages;
import jp.kenpo.portal.web.FieldErrors;
import jp.kenpo.portal.web.Notice;
import jp.kenpo.portal.web.RequestId;
import jp.kenpo.portal.web.SeeOther;

/** Takes the logo that a manager brings; what is refused is shown by its page. */
public class LogoServlet extends HttpServlet {

    private static final Logger LOG = Logger.getLogger(LogoServlet.class.getName());

    private static final String FILE = "logo";

    @Inject
    transient SettingsDesk desk;

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
        request.getRequestDispatcher(StaffPages.SETTINGS_LOGO).forward(request, response);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        Parsed<Logo> logo;
        try {
            logo = read(Optional.ofNullable(request.getPart(FILE)));
        } catch (IOException | ServletException | RuntimeException e) {
            // The servers say in several ways that a form ends too early or is none.
            LOG.log(Level.INFO, "Request " + RequestId.of(request) + " brings no whole file", e);
            SeeOther.send(response, Notice.FILE_NOT_RECEIVED.on(StaffPages.SETTINGS_LOGO));
            return;
        }
        Change outcome = logo.either(this::show, Change.Refused::new);
        if (outcome instanceof Change.Refused refused) {
            errors.at(FILE, refused.why());
            show(request, response);
        } else {
            SeeOther.send(
                    response,
                    outcome instanceof Change.Made
                            ? Notice.SETTINGS_SAVED.on(StaffPages.SETTINGS)
                            : StaffPages.SETTINGS_LOGO);
        }
    }

    private static Parsed<Logo> read(Optional<Part> file) throws IOException {
        if (file.isEmpty() || file.get().getSize() == 0) {
            return Parsed.refused("logo.missing");
        }
        if (file.get().getSize() > Logo.MOST_BYTES) {
            return Parsed.refused("logo.too-large");
        }
        try (InputStream bytes = file.get().getInputStream()) {
            return Logo.read(bytes.readAllBytes());
        }
    }

    /** Whoever brings one wants it shown, whichever there was before. */
    private Change show(Logo logo) {
        Decided present = Decided.of(visit.insurer().insurer().profile());
        EnumSet<Setting> points = EnumSet.of(Setting.LOGO);
        return desk.changeProfile(
                visit.insurer(),
                visit.caller(),
                new SettingsDesk.Seen(points, present.fingerprint(points)),
                profile -> profile.shownAs(profile.brand().with(logo)));
    }
}
