package org.amplifyjakarta.faces.storage;

import jakarta.faces.application.ResourceDependency;
import jakarta.faces.component.FacesComponent;
import jakarta.faces.context.FacesContext;
import jakarta.faces.context.ResponseWriter;
import jakarta.faces.event.ComponentSystemEvent;
import jakarta.faces.event.ListenerFor;
import jakarta.faces.event.PostAddToViewEvent;
import java.io.IOException;
import org.amplifyjakarta.AmplifyException;
import org.amplifyjakarta.Digest;
import org.amplifyjakarta.faces.PageAddress;
import org.amplifyjakarta.storage.ContentDisposition;
import org.amplifyjakarta.storage.GetUrlOptions;
import org.amplifyjakarta.storage.StorageUrl;
import org.jspecify.annotations.Nullable;

/**
 * A link to an object in S3, with the credentials of whoever follows it.
 *
 * <pre>{@code
 * <amplify:storageLink path="private/#{amplifySession.identityId}/#{invoice.key}" download="invoice.pdf">Invoice</amplify:storageLink>
 * }</pre>
 *
 * <p>The link leads to the page itself, which sends the browser on to a URL that is signed then: it works as long as the page has the
 * link, without a script, and no signed URL is kept in the page. What is not rendered for somebody is not found for him either.
 * Where the view was reached by a postback, its address may not show it again: there the link is the signed URL, and
 * {@code storage.js} tries to renew it.
 *
 * <p>What cannot be had is replaced by the facet {@code error}, or else by what is in the tag, without a link.
 */
@FacesComponent(StorageLinkComponent.COMPONENT_TYPE)
@ResourceDependency(library = "amplify", name = "storage.js", target = "head")
@ListenerFor(systemEventClass = PostAddToViewEvent.class)
public final class StorageLinkComponent extends ObjectComponent {

    /** The component type, {@value}. */
    public static final String COMPONENT_TYPE = "org.amplifyjakarta.faces.StorageLink";

    private enum PropertyKeys {
        download
    }

    /** Of this request alone. */
    private transient @Nullable String element;

    /** Returns the name under which the browser saves the object, empty for the object's own; null where it shows it. */
    public @Nullable String getDownload() {
        return text(PropertyKeys.download);
    }

    public void setDownload(String download) {
        getStateHelper().put(PropertyKeys.download, download);
    }

    @Override
    public boolean getRendersChildren() {
        return true;
    }

    @Override
    public void processEvent(ComponentSystemEvent event) {
        super.processEvent(event);
        FollowedLink.await(event.getFacesContext());
    }

    @Override
    public void encodeBegin(FacesContext context) throws IOException {
        super.encodeBegin(context);
        StorageUrl url;
        try {
            url = fresh(context);
        } catch (AmplifyException e) {
            element = encodeError(context, e) ? null : "span";
            begin(context);
            return;
        }
        element = "a";
        begin(context);
        ResponseWriter writer = context.getResponseWriter();
        if (context.isPostback()) {
            writer.writeAttribute("href", url.url().toString(), null);
            writer.writeAttribute(
                    "data-amplify-expires", Long.toString(url.expiresAt().toEpochMilli()), null);
        } else {
            String address =
                    PageAddress.of(context).with(FollowedLink.PARAMETER, mark()).text();
            writer.writeAttribute("href", address, null);
        }
    }

    @Override
    public void encodeChildren(FacesContext context) throws IOException {
        if (element != null) {
            super.encodeChildren(context);
        }
    }

    @Override
    public void encodeEnd(FacesContext context) throws IOException {
        if (element != null) {
            context.getResponseWriter().endElement(element);
        }
        super.encodeEnd(context);
    }

    /** Returns what this link is known by in an address: by what it leads to, since rows of a table may move. */
    String mark() {
        String bucket = getBucket() == null ? "" : getBucket();
        return Digest.of(bucket + "\n" + getDownload() + "\n" + getPath()).text();
    }

    /** Returns a URL that is signed now. */
    StorageUrl fresh(FacesContext context) {
        String name = getDownload();
        return url(
                context,
                name == null
                        ? GetUrlOptions.DEFAULT
                        : GetUrlOptions.DEFAULT.withContentDisposition(
                                new ContentDisposition("attachment", name.isEmpty() ? null : name)));
    }

    private void begin(FacesContext context) throws IOException {
        if (element == null) {
            return;
        }
        ResponseWriter writer = context.getResponseWriter();
        writer.startElement(element, this);
        writer.writeAttribute("id", getClientId(context), "id");
        if (getStyleClass() != null) {
            writer.writeAttribute("class", getStyleClass(), "styleClass");
        }
    }
}
