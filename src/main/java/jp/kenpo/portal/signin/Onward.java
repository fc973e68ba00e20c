package jp.kenpo.portal.signin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import jp.kenpo.portal.platform.SecretToken;
import jp.kenpo.portal.web.Flows;
import jp.kenpo.portal.web.RequestOrigin;
import jp.kenpo.portal.web.SeeOther;

/** Ends a form that was taken: by a redirect to whatever the member has to do next, as the facts now stand. */
@RequestScoped
public class Onward {

    @Inject
    Visits visits;

    @Inject
    CurrentVisit visit;

    @Inject
    HttpServletRequest request;

    /** To the step that is open now. */
    public void toNextStep() {
        String tokenHash = visit.get().caller().map(Caller::tokenHash).orElse("");
        to(pageFor(tokenHash));
    }

    /** To the step that is open now for whoever holds the new token. */
    public void toNextStep(SecretToken token) {
        carry(token);
        to(pageFor(token.hash()));
    }

    /** After the very first proof: by way of a look whether the browser keeps cookies at all. */
    void toFirstStep(SecretToken token) {
        carry(token);
        to(SignInMechanism.COOKIE_PROBE);
    }

    /** To a page that is open at the present step. */
    public void to(String page, SecretToken token) {
        carry(token);
        to(page);
    }

    /** To a page that is open at the present step. */
    public void to(String page) {
        FacesContext faces = FacesContext.getCurrentInstance();
        Flows.leaveUnlessWithin(faces, page);
        SeeOther.send((HttpServletResponse) faces.getExternalContext().getResponse(), page);
        faces.responseComplete();
    }

    private void carry(SecretToken token) {
        SignInMechanism.COOKIE.write(
                request,
                (HttpServletResponse)
                        FacesContext.getCurrentInstance().getExternalContext().getResponse(),
                token);
    }

    private String pageFor(String tokenHash) {
        Optional<Visit> now = visits.find(RequestOrigin.authorityAsked(request), tokenHash);
        return now.orElseThrow().step().page();
    }
}
