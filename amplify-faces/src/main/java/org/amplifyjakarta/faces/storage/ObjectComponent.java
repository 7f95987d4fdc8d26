package org.amplifyjakarta.faces.storage;

import jakarta.faces.component.UIComponentBase;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.ComponentSystemEvent;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serializable;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Set;
import org.amplifyjakarta.AmplifyException;
import org.amplifyjakarta.faces.ErrorFacet;
import org.amplifyjakarta.faces.FacesServices;
import org.amplifyjakarta.storage.AmplifyStorage;
import org.amplifyjakarta.storage.GetUrlOptions;
import org.amplifyjakarta.storage.StorageOptions;
import org.amplifyjakarta.storage.StoragePath;
import org.amplifyjakarta.storage.StorageUrl;
import org.jspecify.annotations.Nullable;

/** An object in a page, by a URL that is made while the page is. */
abstract class ObjectComponent extends UIComponentBase {

    private static final Logger LOG = System.getLogger(ObjectComponent.class.getName());

    /** What depends on who asks for what, and is nothing for an operator to look at. */
    private static final Set<String> ORDINARY = Set.of(
            "NoKey",
            "InvalidStoragePathInput",
            "NoCredentials",
            "AccessDeniedByRule",
            "AccessDenied",
            "NotFound",
            "403");

    // accessors are not final, so that they are public members of public classes, too
    private enum PropertyKeys {
        path,
        bucket,
        expiresIn,
        validate,
        styleClass
    }

    @Override
    public final String getFamily() {
        return "org.amplifyjakarta.faces.StorageObject";
    }

    /** Returns the object's whole path in the bucket. */
    public String getPath() {
        String path = text(PropertyKeys.path);
        return path == null ? "" : path;
    }

    public void setPath(String path) {
        getStateHelper().put(PropertyKeys.path, path);
    }

    /** Returns the friendly name of a bucket; null for the default one. */
    public @Nullable String getBucket() {
        return text(PropertyKeys.bucket);
    }

    public void setBucket(String bucket) {
        getStateHelper().put(PropertyKeys.bucket, bucket);
    }

    /** Returns how long the URL is good, a duration or its text; a quarter of an hour unless it is said. */
    public Object getExpiresIn() {
        return getStateHelper().eval(PropertyKeys.expiresIn, GetUrlOptions.DEFAULT.expiresIn());
    }

    public void setExpiresIn(Object expiresIn) {
        getStateHelper().put(PropertyKeys.expiresIn, expiresIn);
    }

    /** Tells whether S3 is asked first that the object is there. */
    public boolean isValidate() {
        return (Boolean) getStateHelper().eval(PropertyKeys.validate, false);
    }

    public void setValidate(boolean validate) {
        getStateHelper().put(PropertyKeys.validate, validate);
    }

    /** Returns the element's classes. */
    public @Nullable String getStyleClass() {
        return text(PropertyKeys.styleClass);
    }

    public void setStyleClass(String styleClass) {
        getStateHelper().put(PropertyKeys.styleClass, styleClass);
    }

    /** Keeps a page that holds signed URLs from caches that others share, before anything of it is written. */
    @Override
    public void processEvent(ComponentSystemEvent event) {
        super.processEvent(event);
        if (event.getFacesContext().getExternalContext().getResponse() instanceof HttpServletResponse response
                && !response.isCommitted()
                && !response.containsHeader("Cache-Control")) {
            response.setHeader("Cache-Control", "private, no-cache");
        }
    }

    /** Returns a fresh URL. */
    final StorageUrl url(FacesContext context, GetUrlOptions how) {
        AmplifyStorage storage =
                FacesServices.bean(context, AmplifyStorage.class).orElseThrow(StorageTagMessages::noStorage);
        GetUrlOptions options = how.expiringIn(life()).in(target());
        return storage.getUrl(StoragePath.of(getPath()), isValidate() ? options.validating() : options);
    }

    /** Shows, in place of an object that cannot be had, the facet for that, and tells whether there is one. */
    final boolean encodeError(FacesContext context, AmplifyException failure) throws IOException {
        if (failure.name().equals("NoStorage")) {
            throw failure;
        }
        log(context, failure);
        ErrorFacet facet = new ErrorFacet(this);
        if (facet.isThere()) {
            facet.encode(context, failure);
        }
        return facet.isThere();
    }

    final void log(FacesContext context, AmplifyException failure) {
        LOG.log(level(failure), () -> StorageTagMessages.failed(getClientId(context), failure.name()));
    }

    /** Returns how much an operator should see of a failure. */
    static Level level(AmplifyException failure) {
        return ORDINARY.contains(failure.name()) ? Level.DEBUG : Level.WARNING;
    }

    /** Returns an attribute of whatever type as a text. */
    final @Nullable String text(Serializable key) {
        Object value = getStateHelper().eval(key);
        return value == null ? null : value.toString();
    }

    private StorageOptions target() {
        String bucket = getBucket();
        return bucket == null || bucket.isEmpty() ? StorageOptions.DEFAULT : StorageOptions.bucket(bucket);
    }

    private Duration life() {
        Object life = getExpiresIn();
        try {
            return life instanceof Duration duration ? duration : Duration.parse(life.toString());
        } catch (DateTimeParseException e) {
            throw StorageTagMessages.badDuration(e);
        }
    }
}
