package org.amplifyjakarta.it.faces.sample;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;

/** A post that is shown. */
@Named("post")
@RequestScoped
public class PostPage {

    /** All that is reserved somewhere in an address, but for slashes and semicolons; Open Liberty 26.0.0.3 takes no %23 in a path. */
    public static final String STRANGE = "ä ö?&=+%:@$,!'()*~[]{}\"<>|^`€😀";

    private String id = "";
    private String note = "";

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }

    public String getNote() {
        return note;
    }

    public void setNote(String note) {
        this.note = note;
    }

    public String getStrange() {
        return STRANGE;
    }

    public String getFailure() {
        throw new IllegalStateException("a page that fails");
    }

    public String next() {
        return "post?faces-redirect=true&id=" + id + "1&tab=next";
    }
}
