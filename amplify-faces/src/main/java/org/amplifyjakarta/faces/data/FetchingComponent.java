package org.amplifyjakarta.faces.data;

import jakarta.faces.component.ContextCallback;
import jakarta.faces.component.UIComponentBase;
import jakarta.faces.component.visit.VisitCallback;
import jakarta.faces.component.visit.VisitContext;
import jakarta.faces.component.visit.VisitHint;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.FacesEvent;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.amplifyjakarta.AmplifyException;
import org.amplifyjakarta.faces.ErrorFacet;
import org.amplifyjakarta.faces.ScopedVariable;
import org.amplifyjakarta.graphql.GraphQLOptions;
import org.jspecify.annotations.Nullable;

/**
 * Binds what it fetches to the name {@code var} for what is in the tag, in every phase. It is fetched once for a page. A postback
 * fetches again to render, so that the page shows what an action has changed, if something in the tag needed it before: a table
 * with buttons in its rows does.
 *
 * <p>Where the API refuses, does not answer, or the visitor's session lacks what the request needs, the facet {@code error} is
 * shown; without one, that is thrown.
 */
abstract class FetchingComponent<T> extends UIComponentBase {

    private enum PropertyKeys {
        var,
        authMode
    }

    /** Of this request alone, by client id, since the tag may stand in a table. */
    private transient @Nullable Map<String, Fetch<T>> fetched;

    /** Fetches it. */
    abstract T fetch(FacesContext context);

    /** Returns what the name stands for; it fetches when it is asked. */
    abstract Object bound(FacesContext context, Fetch<T> fetch);

    /** Writes what is in the tag. */
    abstract void encode(FacesContext context, T found) throws IOException;

    @Override
    public final String getFamily() {
        return "org.amplifyjakarta.faces.Fetching";
    }

    /** Returns the name. */
    public @Nullable String getVar() {
        return (String) getStateHelper().eval(PropertyKeys.var);
    }

    public void setVar(String var) {
        getStateHelper().put(PropertyKeys.var, var);
    }

    /** Returns how requests are authorized, as Amplify spells it; null for what is configured. */
    public @Nullable Object getAuthMode() {
        return getStateHelper().eval(PropertyKeys.authMode);
    }

    public void setAuthMode(Object authMode) {
        getStateHelper().put(PropertyKeys.authMode, authMode);
    }

    @Override
    public final boolean getRendersChildren() {
        return true;
    }

    @Override
    public final void processDecodes(FacesContext context) {
        within(context, () -> super.processDecodes(context));
    }

    @Override
    public final void processValidators(FacesContext context) {
        within(context, () -> super.processValidators(context));
    }

    @Override
    public final void processUpdates(FacesContext context) {
        within(context, () -> super.processUpdates(context));
    }

    @Override
    public final void queueEvent(FacesEvent event) {
        super.queueEvent(new EnclosedEvent(event.getFacesContext(), this, event));
    }

    @Override
    public final void broadcast(FacesEvent event) {
        if (event instanceof EnclosedEvent enclosed && event.getComponent() == this) {
            within(event.getFacesContext(), enclosed::broadcast);
        } else {
            super.broadcast(event);
        }
    }

    @Override
    public final boolean visitTree(VisitContext context, VisitCallback callback) {
        // the view's state is saved and restored without anything being fetched
        return context.getHints().contains(VisitHint.SKIP_ITERATION)
                ? super.visitTree(context, callback)
                : within(context.getFacesContext(), () -> super.visitTree(context, callback));
    }

    @Override
    public final boolean invokeOnComponent(FacesContext context, String clientId, ContextCallback callback) {
        return within(context, () -> super.invokeOnComponent(context, clientId, callback));
    }

    @Override
    public final void encodeBegin(FacesContext context) throws IOException {
        super.encodeBegin(context);
        if (fetched != null) {
            fetched.remove(getClientId(context));
        }
    }

    @Override
    public final void encodeChildren(FacesContext context) throws IOException {
        Fetch<T> fetch = fetched(context);
        Optional<T> found = fetch.get();
        Optional<AmplifyException> failure = fetch.failure();
        if (failure.isPresent()) {
            new ErrorFacet(this).encode(context, failure.get());
        } else if (found.isPresent()) {
            ScopedVariable variable = put(context);
            try {
                encode(context, found.get());
            } finally {
                variable.remove();
            }
        }
    }

    /** Writes what is in the tag, facets aside. */
    final void encodeContent(FacesContext context) throws IOException {
        super.encodeChildren(context);
    }

    /** Returns how requests are made. */
    final GraphQLOptions options() {
        Object mode = getAuthMode();
        return mode == null ? GraphQLOptions.DEFAULT : GraphQLOptions.DEFAULT.as(AuthModeText.parse(mode));
    }

    private void within(FacesContext context, Runnable task) {
        within(context, () -> {
            task.run();
            return true;
        });
    }

    private <R> R within(FacesContext context, Supplier<R> task) {
        ScopedVariable variable = put(context);
        try {
            return task.get();
        } finally {
            variable.remove();
        }
    }

    private ScopedVariable put(FacesContext context) {
        String name = getVar();
        if (name == null || name.isEmpty()) {
            throw DataTagMessages.missing("var");
        }
        return ScopedVariable.put(context, name, bound(context, fetched(context)));
    }

    private Fetch<T> fetched(FacesContext context) {
        if (fetched == null) {
            fetched = new HashMap<>();
        }
        return fetched.computeIfAbsent(
                getClientId(context), id -> new Fetch<>(() -> fetch(context), new ErrorFacet(this).isThere()));
    }
}
