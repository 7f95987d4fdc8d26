package org.amplifyjakarta.jaxrs.authentication;

import java.security.Principal;
import org.amplifyjakarta.token.Tokens;

/**
 * The user who is signed in. Immutable.
 *
 * @param name the user name in the pool
 * @param userId the {@code sub}, which never changes
 */
public record AmplifyPrincipal(String name, String userId) implements Principal {

    static AmplifyPrincipal of(Tokens tokens) {
        return new AmplifyPrincipal(
                tokens.accessToken().username(), tokens.accessToken().subject());
    }

    @Override
    public String getName() {
        return name;
    }
}
