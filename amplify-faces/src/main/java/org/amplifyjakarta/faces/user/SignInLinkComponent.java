package org.amplifyjakarta.faces.user;

import jakarta.faces.component.FacesComponent;

/**
 * A link for signing in: to managed login where the application has routes to it, otherwise to its sign-in page.
 *
 * <pre>{@code
 * <amplify:signInLink provider="Google" lang="de">With Google</amplify:signInLink>
 * }</pre>
 */
@FacesComponent(SignInLinkComponent.COMPONENT_TYPE)
public final class SignInLinkComponent extends LinkComponent {

    /** The component type, {@value}. */
    public static final String COMPONENT_TYPE = "org.amplifyjakarta.faces.SignInLink";

    public SignInLinkComponent() {
        super("sign-in", "signIn");
    }
}
