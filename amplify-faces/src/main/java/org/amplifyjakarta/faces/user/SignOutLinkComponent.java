package org.amplifyjakarta.faces.user;

import jakarta.faces.application.ResourceDependency;
import jakarta.faces.component.FacesComponent;
import jakarta.faces.component.UIComponentBase;
import jakarta.faces.context.FacesContext;
import jakarta.faces.context.ResponseWriter;
import jakarta.faces.event.FacesEvent;
import java.io.IOException;
import java.util.Objects;
import org.amplifyjakarta.config.RoutesConfig;
import org.amplifyjakarta.faces.FacesServices;
import org.amplifyjakarta.faces.FormRequest;
import org.amplifyjakarta.faces.PageAddress;
import org.amplifyjakarta.faces.Texts;
import org.amplifyjakarta.http.ReturnTo;
import org.jspecify.annotations.Nullable;

/**
 * A button that signs out, by {@code POST}, for a link must not: by the route where the application has routes to managed login,
 * otherwise here. It is a form of its own, so it cannot stand in another; with the class {@code amplify-link} it looks like a link.
 *
 * <pre>{@code
 * <amplify:signOutLink to="/">Sign out</amplify:signOutLink>
 * }</pre>
 */
@FacesComponent(SignOutLinkComponent.COMPONENT_TYPE)
@ResourceDependency(library = "amplify", name = "authenticator.css", target = "head")
public final class SignOutLinkComponent extends UIComponentBase {

    /** The component type, {@value}. */
    public static final String COMPONENT_TYPE = "org.amplifyjakarta.faces.SignOutLink";

    private enum PropertyKeys {
        to,
        styleClass
    }

    @Override
    public String getFamily() {
        return COMPONENT_TYPE;
    }

    /** Returns the path within the application to go to, the root unless it is said. Managed login goes where its route says. */
    public @Nullable String getTo() {
        return (String) getStateHelper().eval(PropertyKeys.to);
    }

    public void setTo(String to) {
        getStateHelper().put(PropertyKeys.to, to);
    }

    /** Returns the button's classes, {@code amplify-button} unless they are said. */
    public String getStyleClass() {
        return (String) getStateHelper().eval(PropertyKeys.styleClass, "amplify-button");
    }

    public void setStyleClass(String styleClass) {
        getStateHelper().put(PropertyKeys.styleClass, styleClass);
    }

    @Override
    public void decode(FacesContext context) {
        FormRequest.of(this, context).queueIfSent(this, context);
    }

    @Override
    public void broadcast(FacesEvent event) {
        super.broadcast(event);
        FacesContext context = event.getFacesContext();
        if (FormRequest.refuses(context)) {
            return;
        }
        FacesServices.of(context).authentication().signOut();
        if (context.getExternalContext().getSession(false) != null) {
            // what the application kept for this user is not for the next one
            context.getExternalContext().invalidateSession();
        }
        String root = PageAddress.of(context).contextPath();
        String target =
                getTo() == null ? root + "/" : ReturnTo.of(root + getTo()).path();
        PageAddress.redirect(context, target);
    }

    @Override
    public void encodeBegin(FacesContext context) throws IOException {
        super.encodeBegin(context);
        RoutesConfig routes = FacesServices.of(context).config().web().routes();
        ResponseWriter writer = context.getResponseWriter();
        if (routes == null) {
            FormRequest.of(this, context).begin(context, this, "amplify-sign-out");
        } else {
            writer.startElement("form", this);
            writer.writeAttribute("method", "post", null);
            writer.writeAttribute("action", PageAddress.of(context).contextPath() + routes.path() + "/sign-out", null);
            writer.writeAttribute("class", "amplify-sign-out", null);
        }
        writer.startElement("button", this);
        writer.writeAttribute("id", getClientId(context), "id");
        writer.writeAttribute("type", "submit", null);
        writer.writeAttribute("class", Objects.requireNonNull(getStyleClass()), "styleClass");
        if (getChildCount() == 0) {
            writer.writeText(Texts.of(context).get("signOut"), null);
        }
    }

    @Override
    public void encodeEnd(FacesContext context) throws IOException {
        ResponseWriter writer = context.getResponseWriter();
        writer.endElement("button");
        if (FacesServices.of(context).config().web().routes() == null) {
            FormRequest.of(this, context).end(context);
        } else {
            writer.endElement("form");
        }
        super.encodeEnd(context);
    }
}
