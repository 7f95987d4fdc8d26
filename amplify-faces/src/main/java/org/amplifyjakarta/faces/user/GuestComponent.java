package org.amplifyjakarta.faces.user;

import jakarta.faces.component.FacesComponent;
import java.util.Optional;
import org.amplifyjakarta.token.Tokens;

/**
 * A part of a page for guests.
 *
 * <pre>{@code
 * <amplify:guest>Welcome, stranger</amplify:guest>
 * }</pre>
 */
@FacesComponent(GuestComponent.COMPONENT_TYPE)
public final class GuestComponent extends AudienceComponent {

    /** The component type, {@value}. */
    public static final String COMPONENT_TYPE = "org.amplifyjakarta.faces.Guest";

    @Override
    boolean includes(Optional<Tokens> user) {
        return user.isEmpty();
    }
}
