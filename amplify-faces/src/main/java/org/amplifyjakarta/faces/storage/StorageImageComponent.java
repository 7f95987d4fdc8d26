package org.amplifyjakarta.faces.storage;

import jakarta.faces.application.ResourceDependency;
import jakarta.faces.component.FacesComponent;
import jakarta.faces.context.FacesContext;
import jakarta.faces.context.ResponseWriter;
import jakarta.faces.event.ListenerFor;
import jakarta.faces.event.PostAddToViewEvent;
import java.io.IOException;
import java.util.Objects;
import org.amplifyjakarta.AmplifyException;
import org.amplifyjakarta.storage.GetUrlOptions;
import org.amplifyjakarta.storage.StorageUrl;
import org.jspecify.annotations.Nullable;

/**
 * A picture that lies in S3, by a URL that is signed with the credentials of whoever looks at the page.
 *
 * <pre>{@code
 * <amplify:storageImage path="public/#{photo.key}" alt="#{photo.title}" width="320"/>
 * }</pre>
 *
 * <p>The URL ends after {@code expiresIn}, or earlier with the credentials. A browser without scripts loads the picture along with the
 * page; for one that loads it later, because it is lazy or the page was kept, {@code storage.js} fetches the page anew and takes the
 * new URL from it, by the element's id. So the URL of the page must show the picture again, which a view that was
 * reached by a postback may not.
 *
 * <p>What cannot be had (a path that is refused, no credentials, no such object where {@code validate} is set) is replaced by the
 * facet {@code error}, or else by the text {@code alt}.
 */
@FacesComponent(StorageImageComponent.COMPONENT_TYPE)
@ResourceDependency(library = "amplify", name = "storage.js", target = "head")
@ListenerFor(systemEventClass = PostAddToViewEvent.class)
public final class StorageImageComponent extends ObjectComponent {

    /** The component type, {@value}. */
    public static final String COMPONENT_TYPE = "org.amplifyjakarta.faces.StorageImage";

    private enum PropertyKeys {
        alt,
        width,
        height,
        loading
    }

    /** Returns what the picture shows, in words; empty where it only decorates. */
    public @Nullable String getAlt() {
        String alt = text(PropertyKeys.alt);
        // an expression without a value says nothing, too
        return alt == null && getValueExpression(PropertyKeys.alt.name()) != null ? "" : alt;
    }

    public void setAlt(String alt) {
        getStateHelper().put(PropertyKeys.alt, alt);
    }

    /** Returns its width in pixels. */
    public @Nullable String getWidth() {
        return text(PropertyKeys.width);
    }

    public void setWidth(String width) {
        getStateHelper().put(PropertyKeys.width, width);
    }

    /** Returns its height in pixels. */
    public @Nullable String getHeight() {
        return text(PropertyKeys.height);
    }

    public void setHeight(String height) {
        getStateHelper().put(PropertyKeys.height, height);
    }

    /** Returns when the browser loads it: {@code lazy} or {@code eager}. */
    public @Nullable String getLoading() {
        return text(PropertyKeys.loading);
    }

    public void setLoading(String loading) {
        getStateHelper().put(PropertyKeys.loading, loading);
    }

    @Override
    public boolean getRendersChildren() {
        return true;
    }

    @Override
    public void encodeBegin(FacesContext context) throws IOException {
        super.encodeBegin(context);
        if (getAlt() == null) {
            throw StorageTagMessages.missing("storageImage", "alt");
        }
        StorageUrl url;
        try {
            url = url(context, GetUrlOptions.DEFAULT);
        } catch (AmplifyException e) {
            if (!encodeError(context, e)) {
                encodeText(context);
            }
            return;
        }
        ResponseWriter writer = context.getResponseWriter();
        writer.startElement("img", this);
        writer.writeAttribute("id", getClientId(context), "id");
        writer.writeAttribute("src", url.url().toString(), null);
        writer.writeAttribute("alt", Objects.requireNonNull(getAlt()), "alt");
        attribute(writer, "width", getWidth());
        attribute(writer, "height", getHeight());
        attribute(writer, "loading", getLoading());
        attribute(writer, "class", getStyleClass());
        writer.writeAttribute(
                "data-amplify-expires", Long.toString(url.expiresAt().toEpochMilli()), null);
        writer.endElement("img");
    }

    @Override
    public void encodeChildren(FacesContext context) {
        // a picture has none
    }

    private void encodeText(FacesContext context) throws IOException {
        ResponseWriter writer = context.getResponseWriter();
        writer.startElement("span", this);
        writer.writeAttribute("id", getClientId(context), "id");
        writer.writeAttribute("class", "amplify-no-image", null);
        writer.writeText(Objects.requireNonNull(getAlt()), null);
        writer.endElement("span");
    }

    private static void attribute(ResponseWriter writer, String name, @Nullable String value) throws IOException {
        if (value != null && !value.isEmpty()) {
            writer.writeAttribute(name, value, null);
        }
    }
}
