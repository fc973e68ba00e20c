package jp.kenpo.portal.web;

import jakarta.faces.context.FacesContext;
import jakarta.faces.lifecycle.ClientWindow;
import jakarta.faces.lifecycle.ClientWindowFactory;
import org.jspecify.annotations.Nullable;

/**
 * Tells browser windows apart on pages of a flow only: telling them apart takes an HttpSession, and nobody who
 * is not signed in gets one.
 */
public class FlowWindows extends ClientWindowFactory {

    /** Called by Faces with the factory that makes its own windows. */
    public FlowWindows(ClientWindowFactory ofFaces) {
        super(ofFaces);
    }

    @Override
    public @Nullable ClientWindow getClientWindow(FacesContext faces) {
        String page = faces.getExternalContext().getRequestServletPath();
        return Flows.of(page).isPresent() ? getWrapped().getClientWindow(faces) : null;
    }
}
