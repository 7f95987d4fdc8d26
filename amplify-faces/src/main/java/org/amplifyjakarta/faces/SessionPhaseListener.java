package org.amplifyjakarta.faces;

import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.PhaseEvent;
import jakarta.faces.event.PhaseId;
import jakarta.faces.event.PhaseListener;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.UnsupportedEncodingException;
import org.amplifyjakarta.UnavailableException;

/**
 * Reads the session before anything else happens to a view, so that tokens are refreshed while cookies can still be written, and
 * a form that was sent just then is not lost. Where it cannot be told who the user is, the answer is 503, and a page
 * of errors for that is made without a user.
 */
public final class SessionPhaseListener implements PhaseListener {

    private static final long serialVersionUID = 1L;

    @Override
    public PhaseId getPhaseId() {
        return PhaseId.RESTORE_VIEW;
    }

    @Override
    public void beforePhase(PhaseEvent event) {
        FacesContext context = event.getFacesContext();
        readAsUtf8(context.getExternalContext());
        try {
            FacesServices.of(context).user();
        } catch (UnavailableException e) {
            if (!FacesServices.isErrorPage(context)) {
                unavailable(context, e);
            }
        }
    }

    @Override
    public void afterPhase(PhaseEvent event) {
        // all is done before
    }

    /** Faces keeps in the server's session what forms are written in; a stateless view has none, and servers guess ISO 8859-1. */
    private static void readAsUtf8(ExternalContext external) {
        if (external.getRequestCharacterEncoding() == null) {
            try {
                external.setRequestCharacterEncoding("UTF-8");
            } catch (UnsupportedEncodingException e) {
                throw new AssertionError("UTF-8 is part of every Java platform", e);
            }
        }
    }

    private static void unavailable(FacesContext context, UnavailableException cause) {
        ExternalContext external = context.getExternalContext();
        external.setResponseHeader(
                "Retry-After", Long.toString(cause.retryAfter().toSeconds()));
        try {
            external.responseSendError(503, "The session cannot be checked now.");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        context.responseComplete();
    }
}
