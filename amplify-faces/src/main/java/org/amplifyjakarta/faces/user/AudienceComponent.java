package org.amplifyjakarta.faces.user;

import jakarta.faces.component.UIComponentBase;
import jakarta.faces.context.FacesContext;
import java.util.Optional;
import org.amplifyjakarta.UnavailableException;
import org.amplifyjakarta.faces.FacesServices;
import org.amplifyjakarta.token.Tokens;

/**
 * A part of a page that only some people have: for others it is not rendered, nor is anything in it decoded or invoked. Nobody has
 * it on a page of errors while it cannot be told who the user is.
 */
abstract class AudienceComponent extends UIComponentBase {

    /** Tells whether somebody has it. */
    abstract boolean includes(Optional<Tokens> user);

    @Override
    public final String getFamily() {
        return "org.amplifyjakarta.faces.Audience";
    }

    @Override
    public final boolean isRendered() {
        return super.isRendered() && isIncluded(FacesContext.getCurrentInstance());
    }

    private boolean isIncluded(FacesContext context) {
        try {
            return includes(FacesServices.of(context).user());
        } catch (UnavailableException e) {
            if (FacesServices.isErrorPage(context)) {
                return false;
            }
            throw e;
        }
    }
}
