package org.amplifyjakarta.faces.user;

import jakarta.faces.component.FacesComponent;

/**
 * A link for signing up: to managed login where the application has routes to it, otherwise to its sign-in page.
 *
 * <pre>{@code
 * <amplify:signUpLink provider="Google" lang="de">With Google</amplify:signUpLink>
 * }</pre>
 */
@FacesComponent(SignUpLinkComponent.COMPONENT_TYPE)
public final class SignUpLinkComponent extends LinkComponent {

    /** The component type, {@value}. */
    public static final String COMPONENT_TYPE = "org.amplifyjakarta.faces.SignUpLink";

    public SignUpLinkComponent() {
        super("sign-up", "signUp");
    }
}
