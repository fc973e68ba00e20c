package jp.kenpo.portal.web;

import jakarta.faces.context.FacesContext;
import jakarta.faces.flow.Flow;
import jakarta.faces.flow.FlowHandler;
import java.util.Optional;

/**
 * Enters and leaves the portal's Faces flows; each is called like the folder that its pages stand in.
 *
 * <p>A flow here keeps what is typed and not yet saved, and nothing that a step depends on. So whoever asks for
 * one of its pages is simply in it: a new window, another node, an address from yesterday enter it anew, where
 * Faces itself would fail.
 */
public final class Flows {

    private static final String FIRST_LOGIN = "/first-login/";
    private static final String MFA_SETUP = "/mfa-setup/";

    private Flows() {}

    /** The flow that a page belongs to. */
    public static Optional<String> of(String page) {
        if (page.startsWith(FIRST_LOGIN)) {
            return Optional.of("first-login");
        }
        return page.startsWith(MFA_SETUP) ? Optional.of("mfa-setup") : Optional.empty();
    }

    /** Puts the request into the flow of its page, unless it is there already. */
    static void enter(FacesContext faces, String page) {
        FlowHandler handler = faces.getApplication().getFlowHandler();
        Flow wanted = handler.getFlow(faces, "", of(page).orElseThrow());
        if (handler.getCurrentFlow(faces) != wanted) {
            handler.transition(faces, handler.getCurrentFlow(faces), wanted, null, page);
        }
    }

    /** Ends the present flow, and forgets what was typed in it, when the next page is outside it. */
    public static void leaveUnlessWithin(FacesContext faces, String nextPage) {
        FlowHandler handler = faces.getApplication().getFlowHandler();
        if (faces.getExternalContext().getClientWindow() == null) {
            return;
        }
        Flow current = handler.getCurrentFlow(faces);
        boolean within =
                current != null && of(nextPage).filter(current.getId()::equals).isPresent();
        if (current != null && !within) {
            handler.transition(faces, current, null, null, nextPage);
        }
    }
}
