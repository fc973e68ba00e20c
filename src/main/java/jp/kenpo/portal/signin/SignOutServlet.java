package jp.kenpo.portal.signin;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import jp.kenpo.portal.web.Notice;
import jp.kenpo.portal.web.SeeOther;
import org.jspecify.annotations.Nullable;

/** Takes the button ログアウト, which stands on every page of a known member. */
public class SignOutServlet extends HttpServlet {

    @Inject
    transient CurrentVisit visit;

    @Inject
    transient SignInRecord record;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) {
        visit.get()
                .caller()
                .ifPresentOrElse(
                        record::signOut,
                        () -> SignInMechanism.COOKIE.read(request).ifPresent(record::signOut));
        @Nullable HttpSession faces = request.getSession(false);
        if (faces != null) {
            faces.invalidate();
        }
        SignInMechanism.COOKIE.remove(request, response);
        // Not "cookies": that would clear those of the whole registrable domain.
        response.setHeader("Clear-Site-Data", "\"cache\", \"storage\"");
        SeeOther.send(response, Notice.SIGNED_OUT.on(new SignInStep.NeedsPassword().page()));
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) {
        SeeOther.send(response, "/");
    }
}
