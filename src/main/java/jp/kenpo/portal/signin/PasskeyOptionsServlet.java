package jp.kenpo.portal.signin;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jp.kenpo.portal.platform.Chance;
import jp.kenpo.portal.web.BrowserMark;
import jp.kenpo.portal.web.PlainAnswer;

/** Tells a page's script what to ask the browser for, with a fresh challenge, when a passkey is to sign in. */
public class PasskeyOptionsServlet extends HttpServlet {

    @Inject
    transient PasskeySignIn signIn;

    @Inject
    transient CurrentVisit visit;

    @Inject
    transient Chance chance;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) {
        String browser = BrowserMark.give(request, response, chance);
        PlainAnswer.json(response, signIn.options(visit.insurer(), visit.get().caller(), browser));
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) {
        PlainAnswer.notFound(response);
    }
}
