package org.amplifyjakarta.faces.page;

import jakarta.faces.FacesException;
import jakarta.faces.application.ViewHandler;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.PhaseEvent;
import jakarta.faces.event.PhaseId;
import jakarta.faces.event.PhaseListener;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Answers 404 where no view can be: at {@code /faces/account} Mojarra 4.0 fails, since that ends as no file of a view does. */
public final class NoViewPhaseListener implements PhaseListener {

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = System.getLogger(NoViewPhaseListener.class.getName());

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
            ViewHandler views = context.getApplication().getViewHandler();
            views.getViewDeclarationLanguage(context, views.deriveLogicalViewId(context, path));
        } catch (FacesException e) {
            LOG.log(Level.DEBUG, "There is no view at this path.", e);
            PageViewHandler.notFound(context);
        }
    }

    @Override
    public void afterPhase(PhaseEvent event) {
        // all is done before
    }
}
