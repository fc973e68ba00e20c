package jp.kenpo.portal.web;

import jakarta.faces.event.PhaseEvent;
import jakarta.faces.event.PhaseId;
import jakarta.faces.event.PhaseListener;

/** Puts each request for a page of a flow into that flow, before anything of the page is asked for. */
public class FlowEntry implements PhaseListener {

    @Override
    public PhaseId getPhaseId() {
        return PhaseId.RESTORE_VIEW;
    }

    @Override
    public void beforePhase(PhaseEvent event) {
        String page = event.getFacesContext().getExternalContext().getRequestServletPath();
        if (Flows.of(page).isPresent()) {
            Flows.enter(event.getFacesContext(), page);
        }
    }
}
