package org.amplifyjakarta.faces.page;

import jakarta.faces.FacesException;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.PhaseEvent;
import jakarta.faces.event.PhaseId;
import jakarta.faces.event.PhaseListener;

/** Answers 404 where no view can be: at {@code /faces/account} Mojarra 4.0 fails, since that ends as no file of a view does. */
public final class NoViewPhaseListener implements PhaseListener {

    private static final long serialVersionUID = 1L;

    @Override
    public PhaseId getPhaseId() {
        return PhaseId.RESTORE_VIEW;
    }

    @Override
    public void beforePhase(PhaseEvent event) {
        FacesContext context = event.getFacesContext();
        String path = context.getExternalContext().getRequestPathInfo();
        if (path == null || context.getResponseComplete()) {
            return;
        }
        try {
            context.getApplication().getViewHandler().getViewDeclarationLanguage(context, path);
        } catch (FacesException e) {
            PageViewHandler.notFound(context);
        }
    }

    @Override
    public void afterPhase(PhaseEvent event) {
        // all is done before
    }
}
