package jp.kenpo.portal.signin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jp.kenpo.portal.platform.Chance;
import jp.kenpo.portal.platform.SecretToken;
import jp.kenpo.portal.web.BrowserMark;
import jp.kenpo.portal.web.DeviceMark;
import jp.kenpo.portal.web.Flows;
import jp.kenpo.portal.web.Notice;
import jp.kenpo.portal.web.RequestOrigin;
import jp.kenpo.portal.web.SeeOther;

/** Ends a form that was taken: by a redirect to whatever the member has to do next, as the facts now stand. */
@ApplicationScoped
public class Onward {

    @Inject
    Visits visits;

    @Inject
    FullSignIn fullSignIn;

    @Inject
    Chance chance;

    @Inject
    CurrentVisit visit;

    @Inject
    HttpServletRequest request;

    /** To the step that is open now. */
    public void toNextStep() {
        String tokenHash = visit.get().caller().map(Caller::tokenHash).orElse("");
        to(WayBack.of(request).towards(now(tokenHash).step()));
    }

    /** To the step that is open now for whoever holds the new token. */
    public void toNextStep(SecretToken token) {
        carry(token);
        to(WayBack.of(request).towards(welcome(token).step()));
    }

    /** The same, with a sentence on what was just done. */
    void toNextStep(SecretToken token, Notice done) {
        carry(token);
        to(done.on(WayBack.of(request).towards(welcome(token).step())));
    }

    /**
     * After the password, or the link in its place, which begin a visit: a browser from which no cookie has come yet is
     * asked first whether it keeps any.
     */
    public void toFirstStep(SecretToken token) {
        if (keepsCookies()) {
            toNextStep(token);
        } else {
            carry(token);
            to(WayBack.of(request).on(Gate.COOKIE_PROBE));
        }
    }

    private boolean keepsCookies() {
        return !DeviceMark.find(request).isEmpty() || !BrowserMark.find(request).isEmpty();
    }

    /** To a page that is open at the present step. */
    public void to(String page, SecretToken token) {
        carry(token);
        welcome(token);
        to(page);
    }

    /** To a page that is open at the present step. */
    public void to(String page) {
        FacesContext faces = FacesContext.getCurrentInstance();
        Flows.leaveUnlessWithin(faces, page);
        SeeOther.send(response(), page);
        faces.responseComplete();
    }

    private void carry(SecretToken token) {
        SignInMechanism.COOKIE.write(request, response(), token);
    }

    /** Where nothing is left to prove, the device is known from now on. */
    private Visit welcome(SecretToken token) {
        Visit now = now(token.hash());
        if (now.step() instanceof SignInStep.Complete) {
            fullSignIn.note(now.insurer(), now.caller().orElseThrow(), DeviceMark.give(request, response(), chance));
        }
        return now;
    }

    private Visit now(String tokenHash) {
        return visits.find(RequestOrigin.authorityAsked(request), tokenHash).orElseThrow();
    }

    private static HttpServletResponse response() {
        return (HttpServletResponse)
                FacesContext.getCurrentInstance().getExternalContext().getResponse();
    }
}
