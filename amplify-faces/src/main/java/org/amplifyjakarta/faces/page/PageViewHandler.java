package org.amplifyjakarta.faces.page;

import jakarta.faces.FacesException;
import jakarta.faces.annotation.FacesConfig;
import jakarta.faces.application.ViewHandler;
import jakarta.faces.application.ViewHandlerWrapper;
import jakarta.faces.component.UIViewRoot;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.PhaseId;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes the addresses of pages, and shows a page's view to requests for the page only: guards know its path and not its
 * file. Safe for concurrent use.
 */
// WildFly's Faces does not start where no class of the application has such an annotation
@FacesConfig
public final class PageViewHandler extends ViewHandlerWrapper {

    public PageViewHandler(ViewHandler wrapped) {
        super(wrapped);
    }

    @Override
    public UIViewRoot createView(FacesContext context, String viewId) {
        Optional<PageRoute> refused = refused(context, viewId);
        if (refused.isPresent()) {
            return nothing(context, refused.get());
        }
        UIViewRoot view = super.createView(context, viewId);
        return foreign(context, view).map(route -> nothing(context, route)).orElse(view);
    }

    @Override
    public @Nullable UIViewRoot restoreView(FacesContext context, String viewId) {
        Optional<PageRoute> refused = refused(context, viewId);
        if (refused.isPresent()) {
            return nothing(context, refused.get());
        }
        UIViewRoot view = super.restoreView(context, viewId);
        return foreign(context, view).map(route -> nothing(context, route)).orElse(view);
    }

    @Override
    public void renderView(FacesContext context, UIViewRoot view) throws IOException {
        foreign(context, view.getViewId()).ifPresent(route -> {
            throw new FacesException(PageMessages.navigated(route));
        });
        super.renderView(context, view);
    }

    @Override
    public String getActionURL(FacesContext context, String viewId) {
        Optional<PageRoute> route = exact(context, viewId);
        return route.isPresent()
                ? path(context, route.get(), completed(context, route.get(), Map.of()))
                : super.getActionURL(context, viewId);
    }

    @Override
    public String getBookmarkableURL(
            FacesContext context,
            String viewId,
            @Nullable Map<String, List<String>> parameters,
            boolean includeViewParams) {
        Optional<PageRoute> route = exact(context, viewId);
        if (route.isEmpty()) {
            return super.getBookmarkableURL(context, viewId, parameters, includeViewParams);
        }
        Map<String, List<String>> all = all(context, route.get(), parameters, includeViewParams);
        return context.getExternalContext()
                .encodeBookmarkableURL(
                        path(context, route.get(), all), route.get().query(all));
    }

    @Override
    public String getRedirectURL(
            FacesContext context,
            String viewId,
            @Nullable Map<String, List<String>> parameters,
            boolean includeViewParams) {
        Optional<PageRoute> route = exact(context, viewId);
        if (route.isEmpty()) {
            return super.getRedirectURL(context, viewId, parameters, includeViewParams);
        }
        Map<String, List<String>> all = all(context, route.get(), parameters, includeViewParams);
        return context.getExternalContext()
                .encodeRedirectURL(path(context, route.get(), all), route.get().query(all));
    }

    private static Map<String, List<String>> all(
            FacesContext context,
            PageRoute route,
            @Nullable Map<String, List<String>> given,
            boolean includeViewParams) {
        Map<String, List<String>> own = given == null ? Map.of() : given;
        return completed(
                context, route, includeViewParams ? new ViewParameters(context).addTo(own, route.viewId()) : own);
    }

    private static Map<String, List<String>> completed(
            FacesContext context, PageRoute route, Map<String, List<String>> given) {
        PageMatch match = match(context);
        return match != null && match.route().equals(route) ? match.completed(given) : given;
    }

    private static String path(FacesContext context, PageRoute route, Map<String, List<String>> values) {
        return context.getExternalContext().getRequestContextPath() + route.address(values);
    }

    private Optional<PageRoute> refused(FacesContext context, String viewId) {
        Optional<PageRoute> asked = foreign(context, viewId);
        String derived = getWrapped().deriveViewId(context, viewId);
        return asked.isPresent() || derived == null ? asked : foreign(context, derived);
    }

    /** While a request is being understood, the file is not there; later, somebody navigates. */
    private static UIViewRoot nothing(FacesContext context, PageRoute route) {
        if (!PhaseId.RESTORE_VIEW.equals(context.getCurrentPhaseId())) {
            throw new FacesException(PageMessages.navigated(route));
        }
        notFound(context);
        UIViewRoot nothing = new UIViewRoot();
        // one that there is: MyFaces reads its metadata
        nothing.setViewId(route.viewId());
        return nothing;
    }

    /** Answers, unless something has, that there is nothing. */
    static void notFound(FacesContext context) {
        if (context.getResponseComplete()) {
            return;
        }
        try {
            context.getExternalContext().responseSendError(HttpServletResponse.SC_NOT_FOUND, "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        context.responseComplete();
    }

    private static Optional<PageRoute> foreign(FacesContext context, @Nullable UIViewRoot view) {
        return view == null || view.getViewId() == null ? Optional.empty() : foreign(context, view.getViewId());
    }

    /** Returns the page whose view this is, if the request is not for that page. */
    private static Optional<PageRoute> foreign(FacesContext context, String viewId) {
        PageMatch match = match(context);
        return routes(context)
                .flatMap(routes -> routes.ofView(viewId))
                .filter(route -> match == null
                        || !match.route().equals(route)
                        || !route.viewId().equals(viewId))
                .filter(route -> !route.viewId().equals(context.getAttributes().get(ViewParameters.READING)));
    }

    private static Optional<PageRoute> exact(FacesContext context, String viewId) {
        return routes(context).flatMap(routes -> routes.ofView(viewId)).filter(route -> route.viewId()
                .equals(viewId));
    }

    private static @Nullable PageMatch match(FacesContext context) {
        return (PageMatch) context.getExternalContext().getRequestMap().get(PageMatch.ATTRIBUTE);
    }

    private static Optional<PageRoutes> routes(FacesContext context) {
        return Optional.ofNullable(
                (PageRoutes) context.getExternalContext().getApplicationMap().get(PageRoutes.ATTRIBUTE));
    }
}
