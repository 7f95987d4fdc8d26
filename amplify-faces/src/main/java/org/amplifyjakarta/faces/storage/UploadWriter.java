package org.amplifyjakarta.faces.storage;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.faces.context.ResponseWriter;
import java.io.IOException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.amplifyjakarta.faces.FormRequest;
import org.amplifyjakarta.faces.Texts;
import org.amplifyjakarta.faces.storage.UploadOutcome.Rejected;
import org.jspecify.annotations.Nullable;

/** Writes the form of an upload around its label. */
final class UploadWriter {

    private static final long MIB = 1024L * 1024;

    private final FacesContext context;
    private final UploadComponent component;
    private final FormRequest form;
    private final Texts texts;
    private final ResponseWriter writer;

    UploadWriter(FacesContext context, UploadComponent component) {
        this.context = context;
        this.component = component;
        this.form = FormRequest.of(component, context);
        this.texts = Texts.of(context);
        this.writer = context.getResponseWriter();
    }

    /** Returns what a user is told. */
    static String text(Texts texts, Rejected rejected, long maxSize) {
        return texts.get(rejected.text(), size(maxSize));
    }

    void begin() throws IOException {
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("id", form.id());
        attributes.put("enctype", "multipart/form-data");
        // for the script
        attributes.put("data-amplify-upload", component.isDirect() ? "direct" : "form");
        attributes.put("data-amplify-max", Long.toString(component.getMaxSize()));
        attributes.put("data-amplify-too-large", text(texts, Rejected.TOO_LARGE, component.getMaxSize()));
        form.begin(context, component, component.getStyleClass(), attributes);
        start("div", "amplify-field", null);
        start("label", null, null);
        writer.writeAttribute("for", form.id() + "-file", null);
        if (component.getChildCount() == 0) {
            writer.writeText(texts.get("upload.file"), null);
        }
    }

    void end() throws IOException {
        writer.endElement("label");
        start("input", null, form.id() + "-file");
        writer.writeAttribute("type", "file", null);
        writer.writeAttribute("name", form.name("file"), null);
        writer.writeAttribute("required", "required", null);
        writer.writeAttribute("aria-describedby", form.id() + "-message", null);
        if (!component.getAccept().isEmpty()) {
            writer.writeAttribute("accept", component.getAccept(), "accept");
        }
        writer.endElement("input");
        writer.endElement("div");
        messages();
        start("button", "amplify-button amplify-primary", null);
        writer.writeAttribute("type", "submit", null);
        writer.writeText(texts.get("upload.submit"), null);
        writer.endElement("button");
        form.end(context);
    }

    private void messages() throws IOException {
        start("p", "amplify-error", form.id() + "-message");
        writer.writeAttribute("role", "alert", null);
        Iterator<FacesMessage> messages = context.getMessages(form.id());
        while (messages.hasNext()) {
            FacesMessage message = messages.next();
            writer.writeText(message.getSummary(), null);
            message.rendered();
        }
        writer.endElement("p");
    }

    private void start(String name, @Nullable String styleClass, @Nullable String id) throws IOException {
        writer.startElement(name, component);
        if (id != null) {
            writer.writeAttribute("id", id, null);
        }
        if (styleClass != null) {
            writer.writeAttribute("class", styleClass, null);
        }
    }

    /** Returns a size as people write it. */
    private static String size(long bytes) {
        return bytes % MIB == 0 ? bytes / MIB + " MB" : Math.max(1, bytes / 1000) + " kB";
    }
}
