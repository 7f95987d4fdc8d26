package org.amplifyjakarta.it.faces.forms;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Map;

/** Saves notes, and counts in the view's state how many. */
@Named("note")
@RequestScoped
public class NoteForm {

    @Inject
    Notes notes;

    private String text = "";

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = text;
    }

    public void save() {
        FacesContext context = FacesContext.getCurrentInstance();
        notes.getAll().add(text);
        Map<String, Object> state = context.getViewRoot().getAttributes();
        state.put("saved", (Integer) state.getOrDefault("saved", 0) + 1);
        ExternalContext external = context.getExternalContext();
        if (external.getSession(false) != null) {
            external.getSessionMap().put("last", text);
        }
    }
}
