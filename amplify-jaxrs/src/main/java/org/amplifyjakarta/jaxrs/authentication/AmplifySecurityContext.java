package org.amplifyjakarta.jaxrs.authentication;

import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;
import java.util.Optional;
import java.util.function.Function;
import org.amplifyjakarta.session.AmplifyServerRunner;
import org.amplifyjakarta.token.SessionEndedException;
import org.amplifyjakarta.token.Tokens;
import org.jspecify.annotations.Nullable;

/** The user of the current request; the session is read when somebody asks. */
record AmplifySecurityContext(AmplifyServerRunner runner, Function<Tokens, Principal> principal, boolean secure)
        implements SecurityContext {

    @Override
    public @Nullable Principal getUserPrincipal() {
        return tokens().map(principal).orElse(null);
    }

    /** A group called {@code **} gives no role: in Jakarta that text stands for any user at all. */
    @Override
    public boolean isUserInRole(String role) {
        return !role.equals("**")
                && tokens().filter(held -> held.accessToken().groups().contains(role))
                        .isPresent();
    }

    @Override
    public boolean isSecure() {
        return secure;
    }

    @Override
    public String getAuthenticationScheme() {
        return "AMPLIFY";
    }

    private Optional<Tokens> tokens() {
        try {
            return runner.current().tokens().tokens();
        } catch (SessionEndedException e) {
            return Optional.empty();
        }
    }
}
