package org.amplifyjakarta.faces.storage;

import jakarta.faces.component.UIViewRoot;
import jakarta.faces.component.visit.VisitContext;
import jakarta.faces.component.visit.VisitHint;
import jakarta.faces.component.visit.VisitResult;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.PreRenderViewEvent;
import jakarta.faces.event.SystemEvent;
import jakarta.faces.event.SystemEventListener;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumSet;
import org.amplifyjakarta.AmplifyException;
import org.amplifyjakarta.UnavailableException;

/** A request for an object that a page has a link to; answered before the page is rendered, by sending the browser on to S3. */
final class FollowedLink implements SystemEventListener {

    /** The query parameter that holds a link's mark. */
    static final String PARAMETER = "amplifyObject";

    private static final String KEY = FollowedLink.class.getName();

    private final String mark;

    private FollowedLink(String mark) {
        this.mark = mark;
    }

    /** Answers such a request as soon as the view is whole. */
    static void await(FacesContext context) {
        String mark = context.getExternalContext().getRequestParameterMap().get(PARAMETER);
        UIViewRoot view = context.getViewRoot();
        if (mark != null
                && view != null
                && !context.isPostback()
                && context.getAttributes().put(KEY, true) == null) {
            view.subscribeToViewEvent(PreRenderViewEvent.class, new FollowedLink(mark));
        }
    }

    @Override
    public boolean isListenerForSource(Object source) {
        return source instanceof UIViewRoot;
    }

    @Override
    public void processEvent(SystemEvent event) {
        FacesContext context = event.getFacesContext();
        if (context.getResponseComplete() || !(event.getSource() instanceof UIViewRoot view)) {
            return;
        }
        VisitContext rendered = VisitContext.createVisitContext(context, null, EnumSet.of(VisitHint.SKIP_UNRENDERED));
        view.visitTree(rendered, (visit, component) -> {
            if (component instanceof StorageLinkComponent link && link.mark().equals(mark)) {
                send(context, link);
                return VisitResult.COMPLETE;
            }
            return VisitResult.ACCEPT;
        });
        if (!context.getResponseComplete()) {
            refuse(context, 404);
        }
    }

    private static void send(FacesContext context, StorageLinkComponent link) {
        try {
            String url = link.fresh(context).url().toString();
            ExternalContext external = context.getExternalContext();
            external.setResponseHeader("Cache-Control", "private, no-store");
            external.redirect(url);
        } catch (AmplifyException e) {
            link.log(context, e);
            refuse(context, status(e));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        context.responseComplete();
    }

    private static int status(AmplifyException e) {
        if (e instanceof UnavailableException || e.name().equals("NetworkError")) {
            return 503;
        }
        return e.name().equals("NotFound") ? 404 : 403;
    }

    private static void refuse(FacesContext context, int status) {
        try {
            context.getExternalContext().responseSendError(status, "This object cannot be had here.");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        context.responseComplete();
    }
}
