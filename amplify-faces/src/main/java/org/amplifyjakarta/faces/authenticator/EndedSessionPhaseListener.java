package org.amplifyjakarta.faces.authenticator;

import jakarta.faces.component.NamingContainer;
import jakarta.faces.component.UIComponent;
import jakarta.faces.component.UINamingContainer;
import jakarta.faces.component.behavior.ClientBehaviorContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.PhaseEvent;
import jakarta.faces.event.PhaseId;
import jakarta.faces.event.PhaseListener;
import java.util.Iterator;
import org.amplifyjakarta.faces.FacesServices;

/**
 * Leads to sign in whose session ended while the content of an authenticator was on the screen, and whose script asks for something
 * of that: it is not decoded, so the page would stay as it is, without a word.
 */
public final class EndedSessionPhaseListener implements PhaseListener {

    private static final long serialVersionUID = 1L;

    @Override
    public PhaseId getPhaseId() {
        return PhaseId.RESTORE_VIEW;
    }

    @Override
    public void afterPhase(PhaseEvent event) {
        FacesContext context = event.getFacesContext();
        String source = context.getExternalContext()
                .getRequestParameterMap()
                .get(ClientBehaviorContext.BEHAVIOR_SOURCE_PARAM_NAME);
        if (source == null
                || context.getResponseComplete()
                || context.getViewRoot() == null
                || FacesServices.isErrorPage(context)
                || !context.getPartialViewContext().isAjaxRequest()) {
            return;
        }
        AuthenticatorRequest request = new AuthenticatorRequest(context);
        if (!request.isSignedIn() && isOfContent(context, context.getViewRoot(), source, false)) {
            request.redirect(request.page()
                    .asShown(context.getExternalContext().getRequestHeaderMap().get("Referer"))
                    .with(AuthenticatorRequest.PARAMETER, Notice.ENDED.key())
                    .text());
        }
    }

    @Override
    public void beforePhase(PhaseEvent event) {
        // the view is not there yet
    }

    /** Tells whether a component below another is within an authenticator; the id may be that of one of many rows. */
    private static boolean isOfContent(FacesContext context, UIComponent component, String source, boolean content) {
        Iterator<UIComponent> children = component.getFacetsAndChildren();
        while (children.hasNext()) {
            UIComponent child = children.next();
            if (content && isOrHolds(context, child, source)
                    || isOfContent(context, child, source, content || child instanceof AuthenticatorComponent)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOrHolds(FacesContext context, UIComponent component, String source) {
        String id = component.getClientId(context);
        return source.equals(id)
                || component instanceof NamingContainer
                        && source.startsWith(id + UINamingContainer.getSeparatorChar(context));
    }
}
