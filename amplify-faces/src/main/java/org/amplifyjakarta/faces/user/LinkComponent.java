package org.amplifyjakarta.faces.user;

import jakarta.faces.component.UIComponentBase;
import jakarta.faces.context.FacesContext;
import jakarta.faces.context.ResponseWriter;
import java.io.IOException;
import org.amplifyjakarta.faces.FacesServices;
import org.amplifyjakarta.faces.PageAddress;
import org.amplifyjakarta.faces.Texts;
import org.jspecify.annotations.Nullable;

/** A link to sign-in or sign-up; what is in the tag is what is in the link. */
abstract class LinkComponent extends UIComponentBase {

    private enum PropertyKeys {
        provider,
        lang,
        returnTo,
        styleClass
    }

    private final String path;
    private final String text;

    LinkComponent(String path, String text) {
        this.path = path;
        this.text = text;
    }

    @Override
    public final String getFamily() {
        return "org.amplifyjakarta.faces.Link";
    }

    /** Returns the identity provider, {@code Google} for one. */
    public @Nullable String getProvider() {
        return (String) getStateHelper().eval(PropertyKeys.provider);
    }

    public void setProvider(String provider) {
        getStateHelper().put(PropertyKeys.provider, provider);
    }

    /** Returns the language of managed login. */
    public @Nullable String getLang() {
        return (String) getStateHelper().eval(PropertyKeys.lang);
    }

    public void setLang(String lang) {
        getStateHelper().put(PropertyKeys.lang, lang);
    }

    /** Returns the path within the application to come back to; where this page would lead to, or the page itself, unless it is said. */
    public @Nullable String getReturnTo() {
        return (String) getStateHelper().eval(PropertyKeys.returnTo);
    }

    public void setReturnTo(String returnTo) {
        getStateHelper().put(PropertyKeys.returnTo, returnTo);
    }

    /** Returns the link's classes. */
    public @Nullable String getStyleClass() {
        return (String) getStateHelper().eval(PropertyKeys.styleClass);
    }

    public void setStyleClass(String styleClass) {
        getStateHelper().put(PropertyKeys.styleClass, styleClass);
    }

    @Override
    public final void encodeBegin(FacesContext context) throws IOException {
        super.encodeBegin(context);
        ResponseWriter writer = context.getResponseWriter();
        writer.startElement("a", this);
        writer.writeAttribute("id", getClientId(context), "id");
        if (getStyleClass() != null) {
            writer.writeAttribute("class", getStyleClass(), "styleClass");
        }
        writer.writeAttribute("href", address(context), null);
        if (getChildCount() == 0) {
            writer.writeText(Texts.of(context).get(text), null);
        }
    }

    private String address(FacesContext context) {
        PageAddress page = PageAddress.of(context);
        String within = getReturnTo();
        String target = within == null ? page.afterSignIn(context) : page.contextPath() + within;
        return new SignInAddress(FacesServices.of(context).config(), page).of(path, target, getProvider(), getLang());
    }

    @Override
    public final void encodeEnd(FacesContext context) throws IOException {
        context.getResponseWriter().endElement("a");
        super.encodeEnd(context);
    }
}
