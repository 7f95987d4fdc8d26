package org.amplifyjakarta.faces;

import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.faces.context.ResponseWriter;
import jakarta.faces.event.ActionEvent;
import jakarta.faces.event.PhaseId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.amplifyjakarta.config.OriginConfig;

/**
 * A form that a component has for itself, beside those of the view: its fields have the component's client id and a colon before
 * their names. A stateless view proves nothing of where a form came from, and who signs in has no session yet, so the origin is
 * checked for each.
 */
public record FormRequest(String id) {

    private static final String MARK = "sent";

    /** Returns the form of a component. */
    public static FormRequest of(UIComponent component, FacesContext context) {
        return new FormRequest(component.getClientId(context));
    }

    /** Returns the name of a field in the request. */
    public String name(String field) {
        return id + ":" + field;
    }

    /** Tells whether it was sent. */
    public boolean isSent(FacesContext context) {
        return context.isPostback()
                && context.getExternalContext().getRequestParameterMap().containsKey(name(MARK));
    }

    /** Tells whether a form was sent to whatever component, for those who ask before there is a view. */
    public static boolean isAnySent(FacesContext context) {
        return isAnySent(context, MARK);
    }

    /** Tells whether a form with such a field was sent to whatever component, for those who ask before there is a view. */
    public static boolean isAnySent(FacesContext context, String field) {
        Map<String, String> parameters = context.getExternalContext().getRequestParameterMap();
        return parameters.values().stream()
                .map(FormRequest::new)
                .anyMatch(form ->
                        form.id.equals(parameters.get(form.name(MARK))) && parameters.containsKey(form.name(field)));
    }

    /** Has the component hear of the form, if it was sent, when applications are invoked. */
    public void queueIfSent(UIComponent component, FacesContext context) {
        if (isSent(context)) {
            ActionEvent event = new ActionEvent(context, component);
            event.setPhaseId(PhaseId.INVOKE_APPLICATION);
            component.queueEvent(event);
        }
    }

    /** Answers a request that none of the application's own pages sent, and tells whether it did. */
    public static boolean refuses(FacesContext context) {
        FacesServices services = FacesServices.of(context);
        OriginConfig origin = services.config().web().origin();
        if (origin.isOwn(services.exchange().exchange().request()::headers)) {
            return false;
        }
        try {
            context.getExternalContext().responseSendError(403, "This form must come from the application's own page.");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        context.responseComplete();
        return true;
    }

    /** Returns its fields, by their names in the form. */
    public Map<String, String> values(FacesContext context) {
        Map<String, String> values = new LinkedHashMap<>();
        String prefix = name("");
        context.getExternalContext().getRequestParameterMap().forEach((name, value) -> {
            if (name.startsWith(prefix)) {
                values.put(name.substring(prefix.length()), value);
            }
        });
        return values;
    }

    /** Begins the form, which is sent to the page's own address. */
    public void begin(FacesContext context, UIComponent component, String styleClass) throws IOException {
        // without an id, Mojarra's script gives a form that Ajax brought no view state
        begin(context, component, styleClass, Map.of("id", id + "-form"));
    }

    /** Begins the form with other attributes, an id among them. */
    public void begin(FacesContext context, UIComponent component, String styleClass, Map<String, String> attributes)
            throws IOException {
        ResponseWriter writer = context.getResponseWriter();
        writer.startElement("form", component);
        for (Map.Entry<String, String> attribute : attributes.entrySet()) {
            writer.writeAttribute(attribute.getKey(), attribute.getValue(), null);
        }
        writer.writeAttribute("method", "post", null);
        writer.writeAttribute(
                "action",
                context.getExternalContext()
                        .encodeActionURL(PageAddress.of(context).text()),
                null);
        writer.writeAttribute("class", styleClass, null);
        writer.startElement("input", component);
        writer.writeAttribute("type", "hidden", null);
        writer.writeAttribute("name", name(MARK), null);
        writer.writeAttribute("value", id, null);
        writer.endElement("input");
    }

    /** Ends it, with the state of the view. */
    public void end(FacesContext context) throws IOException {
        context.getApplication().getViewHandler().writeState(context);
        context.getResponseWriter().endElement("form");
    }
}
