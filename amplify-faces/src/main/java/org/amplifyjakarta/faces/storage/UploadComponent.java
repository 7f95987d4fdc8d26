package org.amplifyjakarta.faces.storage;

import jakarta.el.ValueExpression;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.application.ResourceDependency;
import jakarta.faces.component.FacesComponent;
import jakarta.faces.component.UIComponentBase;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.FacesEvent;
import java.io.IOException;
import org.amplifyjakarta.faces.FacesServices;
import org.amplifyjakarta.faces.FormRequest;
import org.amplifyjakarta.faces.ScopedVariable;
import org.amplifyjakarta.faces.Texts;
import org.amplifyjakarta.storage.AmplifyStorage;
import org.amplifyjakarta.storage.StorageOptions;
import org.jspecify.annotations.Nullable;

/**
 * A form that brings a file into S3, with the credentials of whoever sends it. It is a form of its own, so it cannot stand in another;
 * what is in the tag is its label.
 *
 * <pre>{@code
 * <amplify:upload path="private/#{amplifySession.identityId}/" accept="image/*" maxSize="5000000"
 *                 value="#{profile.picture}" action="#{profile.uploaded(upload)}">Your picture</amplify:upload>
 * }</pre>
 *
 * <p>Without a script the file goes through this server, within what the server itself lets through ({@code max-post-size} on
 * WildFly, 10 MB unless it is set) and to a temporary file of its; {@code FacesServlet} is configured for it on its own. {@code upload.js} asks for a signed URL and puts the file into S3 straight,
 * which needs a CORS rule of the bucket for {@code PUT} from the application's origin with the headers {@code Content-Type} and
 * {@code Content-Disposition}, and then sends the form with the path alone; where that fails, it sends the file as if it
 * were not there. What nobody tells of afterwards stays in the bucket: let a lifecycle rule look after it. S3 does not limit what is put: what is too large is
 * removed as soon as the form is sent.
 *
 * <p>The path is that of the tag, a random name and the extension of the file, whose own name is for showing. The extension
 * decides of what type the object is, too, whatever the browser says or the file holds: what is not a picture, sound or film is kept as
 * an attachment, and what a browser could run (HTML, scripts) as nothing in particular. The application may look into a file
 * before it trusts it; what a script put can be replaced by who put it as long as the signed URL is good, a quarter of an hour at most,
 * so copy what was looked at, or set {@code direct="false"}.
 *
 * <p>The size, the kind and, after the script, that the object is there are checked here before {@code value} is set and {@code action}
 * is called, which sees the {@link UploadedObject} as {@code upload}. What is wrong is a message for this tag, shown in
 * it. The form must come from the application's own origin.
 */
@FacesComponent(UploadComponent.COMPONENT_TYPE)
@ResourceDependency(library = "amplify", name = "authenticator.css", target = "head")
@ResourceDependency(library = "amplify", name = "upload.js", target = "head")
public final class UploadComponent extends UIComponentBase {

    /** The component type, {@value}. */
    public static final String COMPONENT_TYPE = "org.amplifyjakarta.faces.Upload";

    private static final long TEN_MIB = 10L * 1024 * 1024;

    private enum PropertyKeys {
        path,
        bucket,
        accept,
        maxSize,
        var,
        direct,
        styleClass
    }

    @Override
    public String getFamily() {
        return COMPONENT_TYPE;
    }

    /** Returns what the object's path begins with. */
    public String getPath() {
        Object path = getStateHelper().eval(PropertyKeys.path);
        return path == null ? "" : path.toString();
    }

    public void setPath(String path) {
        getStateHelper().put(PropertyKeys.path, path);
    }

    /** Returns the friendly name of a bucket; null for the default one. */
    public @Nullable String getBucket() {
        return (String) getStateHelper().eval(PropertyKeys.bucket);
    }

    public void setBucket(String bucket) {
        getStateHelper().put(PropertyKeys.bucket, bucket);
    }

    /** Returns which files are taken, as HTML's {@code accept} says it. */
    public String getAccept() {
        return (String) getStateHelper().eval(PropertyKeys.accept, "");
    }

    public void setAccept(String accept) {
        getStateHelper().put(PropertyKeys.accept, accept);
    }

    /** Returns how many bytes a file has at most; ten MiB unless it is said. */
    public long getMaxSize() {
        return ((Number) getStateHelper().eval(PropertyKeys.maxSize, TEN_MIB)).longValue();
    }

    public void setMaxSize(long maxSize) {
        getStateHelper().put(PropertyKeys.maxSize, maxSize);
    }

    /** Returns the name by which {@code action} sees what was uploaded. */
    public String getVar() {
        return (String) getStateHelper().eval(PropertyKeys.var, "upload");
    }

    public void setVar(String var) {
        getStateHelper().put(PropertyKeys.var, var);
    }

    /** Tells whether a script may put files into S3 straight; so unless it is said. */
    public boolean isDirect() {
        return (Boolean) getStateHelper().eval(PropertyKeys.direct, true);
    }

    public void setDirect(boolean direct) {
        getStateHelper().put(PropertyKeys.direct, direct);
    }

    /** Returns the form's classes. */
    public String getStyleClass() {
        return (String) getStateHelper().eval(PropertyKeys.styleClass, "amplify-form amplify-upload");
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
        UploadRequest request = new UploadRequest(context, FormRequest.of(this, context), upload(context));
        if (request.isForPlace()) {
            if (isDirect()) {
                request.answerPlace();
            } else {
                request.refusePlace();
            }
            return;
        }
        UploadOutcome outcome = request.perform();
        if (outcome instanceof UploadOutcome.Done done) {
            accept(context, done.object());
        } else if (outcome instanceof UploadOutcome.Rejected rejected) {
            reject(context, rejected);
        }
    }

    @Override
    public void encodeBegin(FacesContext context) throws IOException {
        super.encodeBegin(context);
        new UploadWriter(context, this).begin();
    }

    @Override
    public void encodeEnd(FacesContext context) throws IOException {
        new UploadWriter(context, this).end();
        super.encodeEnd(context);
    }

    private ObjectUpload upload(FacesContext context) {
        if (getPath().isEmpty()) {
            throw StorageTagMessages.missing("upload", "path");
        }
        String bucket = getBucket();
        return new ObjectUpload(
                FacesServices.bean(context, AmplifyStorage.class).orElseThrow(StorageTagMessages::noStorage),
                bucket == null || bucket.isEmpty() ? StorageOptions.DEFAULT : StorageOptions.bucket(bucket),
                getPath(),
                AcceptedFiles.of(getAccept()),
                getMaxSize());
    }

    private void accept(FacesContext context, UploadedObject object) {
        ValueExpression value = getValueExpression("value");
        if (value != null) {
            value.setValue(context.getELContext(), object.getPath());
        }
        ScopedVariable upload = ScopedVariable.put(context, getVar(), object);
        try {
            ValueExpression action = getValueExpression("action");
            Object outcome = action == null ? getAttributes().get("action") : action.getValue(context.getELContext());
            if (outcome != null) {
                context.getApplication().getNavigationHandler().handleNavigation(context, null, outcome.toString());
            }
        } finally {
            upload.remove();
        }
    }

    private void reject(FacesContext context, UploadOutcome.Rejected rejected) {
        String text = UploadWriter.text(Texts.of(context), rejected, getMaxSize());
        context.addMessage(getClientId(context), new FacesMessage(FacesMessage.SEVERITY_ERROR, text, null));
        context.validationFailed();
        context.getExternalContext().setResponseStatus(rejected.status());
    }
}
