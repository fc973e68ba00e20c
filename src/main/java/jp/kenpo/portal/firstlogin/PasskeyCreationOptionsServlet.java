package jp.kenpo.portal.firstlogin;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jp.kenpo.portal.insurer.SecondFactorMethod;
import jp.kenpo.portal.platform.Chance;
import jp.kenpo.portal.signin.CurrentVisit;
import jp.kenpo.portal.web.BrowserMark;
import jp.kenpo.portal.web.PlainAnswer;

/** Tells a page's script what to ask the browser for, with a fresh challenge, when a passkey is to be made. */
public class PasskeyCreationOptionsServlet extends HttpServlet {

    @Inject
    transient PasskeySetup setup;

    @Inject
    transient CurrentVisit visit;

    @Inject
    transient Chance chance;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) {
        if (!visit.insurer().policy().methods().contains(SecondFactorMethod.PASSKEY)) {
            PlainAnswer.notFound(response);
            return;
        }
        String browser = BrowserMark.give(request, response, chance);
        PlainAnswer.json(response, setup.options(visit.insurer(), visit.caller(), browser));
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) {
        PlainAnswer.notFound(response);
    }
}
