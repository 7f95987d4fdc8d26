package org.amplifyjakarta.faces.user;

import jakarta.faces.component.FacesComponent;
import java.util.Optional;
import org.amplifyjakarta.token.Tokens;

/**
 * A part of a page for signed-in users.
 *
 * <pre>{@code
 * <amplify:signedIn>Hello #{amplifyUser.username}</amplify:signedIn>
 * }</pre>
 */
@FacesComponent(SignedInComponent.COMPONENT_TYPE)
public final class SignedInComponent extends AudienceComponent {

    /** The component type, {@value}. */
    public static final String COMPONENT_TYPE = "org.amplifyjakarta.faces.SignedIn";

    @Override
    boolean includes(Optional<Tokens> user) {
        return user.isPresent();
    }
}
