package org.amplifyjakarta.it.faces;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import org.amplifyjakarta.faces.storage.UploadedObject;

/** What the views show and do that are looked at in a browser. */
@Named
@RequestScoped
@SuppressWarnings("NullAway.Init") // what is injected
public class ScriptedPage {

    @Inject
    HttpServletRequest request;

    private String note = "";
    private String saved = "";
    private String path = "";
    private String taken = "";

    public String getNote() {
        return note;
    }

    public void setNote(String note) {
        this.note = note;
    }

    public void save() {
        saved = "saved: " + note;
    }

    public String getSaved() {
        return saved;
    }

    /** Tells whether the file itself came with the form. */
    public void take(UploadedObject upload) throws IOException, ServletException {
        Part file = request.getPart("upload:file");
        path = upload.getPath();
        taken = upload.getFileName() + (file == null || file.getSize() == 0 ? " without the file" : " with the file");
    }

    public String getPath() {
        return path;
    }

    public String getTaken() {
        return taken;
    }
}
