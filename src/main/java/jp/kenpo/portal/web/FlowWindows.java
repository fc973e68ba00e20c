package jp.kenpo.portal.web;

import jakarta.faces.context.FacesContext;
import jakarta.faces.lifecycle.ClientWindow;
import jakarta.faces.lifecycle.ClientWindowFactory;
import java.util.Map;
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
        if (Flows.of(page).isPresent()) {
            return getWrapped().getClientWindow(faces);
        }
        boolean hasSession = faces.getExternalContext().getSession(false) != null;
        return hasSession ? new NoFlowsWindow() : null;
    }

    /**
     * The window of every page outside the flows. Where there is a session, Faces looks in it for the flow of the
     * window after each form, and fails where there is no window at all.
     */
    private static final class NoFlowsWindow extends ClientWindow {
        @Override
        public Map<String, String> getQueryURLParameters(FacesContext faces) {
            return Map.of();
        }

        @Override
        public String getId() {
            return "no-flow";
        }

        @Override
        public void decode(FacesContext faces) {
            // Nothing of it comes with a request.
        }

        @Override
        public boolean isClientWindowRenderModeEnabled(FacesContext faces) {
            return false;
        }
    }
}
