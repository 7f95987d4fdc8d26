package org.amplifyjakarta.faces.authenticator;

import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.faces.context.ResponseWriter;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import org.amplifyjakarta.faces.FormRequest;
import org.amplifyjakarta.faces.PageAddress;
import org.amplifyjakarta.faces.Texts;
import org.jspecify.annotations.Nullable;

/**
 * Writes a form. Everything has its label, what is wrong is announced and tied to its field, and the first field to look at has
 * the focus.
 *
 * @see <a href="https://www.w3.org/TR/WCAG22/">WCAG 2.2</a>: 1.3.1, 1.3.5, 3.3.1, 3.3.2, 3.3.8, 4.1.3
 */
final class FormWriter {

    private final FacesContext context;
    private final ResponseWriter writer;
    private final UIComponent component;
    private final FormRequest request;
    private final Texts texts;
    private final Shown shown;

    FormWriter(FacesContext context, UIComponent component, Texts texts, Shown shown) {
        this.context = context;
        this.writer = context.getResponseWriter();
        this.component = component;
        this.request = FormRequest.of(component, context);
        this.texts = texts;
        this.shown = shown;
    }

    void write(Form form, String issuer) throws IOException {
        writeTitle(form.title());
        message();
        request.begin(context, component, "amplify-form");
        hidden(Submission.FORM, form.kind().key());
        if (form.text() != null) {
            element("p", "amplify-text", null, form.text());
        }
        if (form.totp() != null) {
            new TotpQrCode(issuer, form.totp()).write(writer, texts.get("setUpTotp.qrCode"));
            start("p", "amplify-secret", null);
            writer.writeText(texts.get("setUpTotp.secret") + " ", null);
            element("code", null, null, form.totp().sharedSecret().reveal());
            writer.endElement("p");
        }
        String focused = focused(form);
        for (Field field : form.fields()) {
            field(field, field.name().equals(focused));
        }
        choices(form);
        button("submit", form.submit(), "amplify-button amplify-primary", true);
        if (form.resend() != null) {
            button("resend", form.resend(), "amplify-button", false);
        }
        request.end(context);
        links(form.links());
    }

    void writeTitle(String title) throws IOException {
        element("h2", "amplify-title", id("title"), title);
    }

    /** Returns the id of the heading. */
    String titleId() {
        return id("title");
    }

    private void message() throws IOException {
        Failure failure = shown.failure();
        if (failure != null) {
            start("p", "amplify-error", id("message"));
            writer.writeAttribute("role", "alert", null);
            writer.writeText(failure.text(), null);
            writer.endElement("p");
        } else if (shown.notice() != null) {
            start("p", "amplify-notice", id("message"));
            writer.writeAttribute("role", "status", null);
            writer.writeText(texts.get("notice." + shown.notice().key()), null);
            writer.endElement("p");
        }
    }

    /** Where somebody is amid something; a page that is just looked at keeps the focus where it is. */
    private @Nullable String focused(Form form) {
        Failure failure = shown.failure();
        if (failure != null && !failure.fields().isEmpty()) {
            return failure.fields().get(0);
        }
        boolean begun = failure != null || shown.notice() != null || form.kind() != FormKind.SIGN_IN;
        return begun && !form.fields().isEmpty() ? form.fields().get(0).name() : null;
    }

    private void field(Field field, boolean focused) throws IOException {
        boolean wrong = shown.failure() != null && shown.failure().fields().contains(field.name());
        start("div", "amplify-field", null);
        start("label", null, null);
        writer.writeAttribute("for", id(field.name()), null);
        writer.writeText(field.label(), null);
        writer.endElement("label");
        start("input", null, id(field.name()));
        writer.writeAttribute("name", request.name(field.name()), null);
        writer.writeAttribute("type", field.type(), null);
        writer.writeAttribute("autocomplete", field.autocomplete(), null);
        if (field.required()) {
            writer.writeAttribute("required", "required", null);
        }
        if (field.name().equals(Field.CODE)) {
            writer.writeAttribute("inputmode", "numeric", null);
        }
        if (field.name().equals(Field.USERNAME)) {
            writer.writeAttribute("autocapitalize", "none", null);
            writer.writeAttribute("spellcheck", "false", null);
        }
        if (focused) {
            writer.writeAttribute("autofocus", "autofocus", null);
        }
        value(field);
        described(field, wrong);
        writer.endElement("input");
        if (field.hint() != null) {
            element("p", "amplify-hint", id(field.name() + "-hint"), Objects.requireNonNull(field.hint()));
        }
        writer.endElement("div");
    }

    private void value(Field field) throws IOException {
        String typed = shown.values().get(field.name());
        String value = typed == null ? field.value() : typed;
        if (value != null && !field.isSecret()) {
            writer.writeAttribute("value", value, null);
        }
    }

    private void described(Field field, boolean wrong) throws IOException {
        String hint = field.hint() == null ? "" : id(field.name() + "-hint");
        String message = wrong ? id("message") : "";
        String both = (message + " " + hint).strip();
        if (wrong) {
            writer.writeAttribute("aria-invalid", "true", null);
        }
        if (!both.isEmpty()) {
            writer.writeAttribute("aria-describedby", both, null);
        }
    }

    private void choices(Form form) throws IOException {
        if (form.choices().isEmpty()) {
            return;
        }
        start("fieldset", "amplify-choices", null);
        element("legend", null, null, form.title());
        boolean first = true;
        for (Map.Entry<String, String> choice : form.choices().entrySet()) {
            start("label", null, null);
            start("input", null, id(choice.getKey()));
            writer.writeAttribute("type", "radio", null);
            writer.writeAttribute("name", request.name(Field.ANSWER), null);
            writer.writeAttribute("value", choice.getKey(), null);
            writer.writeAttribute("required", "required", null);
            if (first) {
                writer.writeAttribute("checked", "checked", null);
            }
            writer.endElement("input");
            writer.writeText(" " + choice.getValue(), null);
            writer.endElement("label");
            first = false;
        }
        writer.endElement("fieldset");
    }

    private void links(Map<FormKind, String> links) throws IOException {
        start("p", "amplify-links", null);
        for (Map.Entry<FormKind, String> link : links.entrySet()) {
            start("a", null, null);
            String address = PageAddress.of(context)
                    .with(AuthenticatorRequest.PARAMETER, link.getKey().key())
                    .text();
            writer.writeAttribute("href", address, null);
            writer.writeText(link.getValue(), null);
            writer.endElement("a");
            writer.writeText(" ", null);
        }
        writer.endElement("p");
    }

    private void button(String action, String label, String styleClass, boolean validating) throws IOException {
        start("button", styleClass, null);
        writer.writeAttribute("type", "submit", null);
        writer.writeAttribute("name", request.name("action"), null);
        writer.writeAttribute("value", action, null);
        if (!validating) {
            writer.writeAttribute("formnovalidate", "formnovalidate", null);
        }
        writer.writeText(label, null);
        writer.endElement("button");
    }

    private void hidden(String name, String value) throws IOException {
        start("input", null, null);
        writer.writeAttribute("type", "hidden", null);
        writer.writeAttribute("name", request.name(name), null);
        writer.writeAttribute("value", value, null);
        writer.endElement("input");
    }

    private void element(String name, @Nullable String styleClass, @Nullable String id, String text)
            throws IOException {
        start(name, styleClass, id);
        writer.writeText(text, null);
        writer.endElement(name);
    }

    private void start(String name, @Nullable String styleClass, @Nullable String id) throws IOException {
        writer.startElement(name, null);
        if (id != null) {
            writer.writeAttribute("id", id, null);
        }
        if (styleClass != null) {
            writer.writeAttribute("class", styleClass, null);
        }
    }

    private String id(String name) {
        return request.id() + "-" + name;
    }
}
