package org.amplifyjakarta.faces;

import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import java.io.IOException;
import java.util.Map;
import org.amplifyjakarta.AmplifyException;

/**
 * What a tag shows in place of what failed: its facet {@code error}, in which {@code #{error.name}} is Amplify's name of the failure.
 * Its message is for logs, not for pages.
 */
public record ErrorFacet(UIComponent component) {

    private static final String NAME = "error";

    /** Tells whether the page has one for the tag. */
    public boolean isThere() {
        return component.getFacet(NAME) != null;
    }

    /** Writes it. */
    public void encode(FacesContext context, AmplifyException failure) throws IOException {
        ScopedVariable error = ScopedVariable.put(context, NAME, Map.of("name", failure.name()));
        try {
            component.getFacet(NAME).encodeAll(context);
        } finally {
            error.remove();
        }
    }
}
