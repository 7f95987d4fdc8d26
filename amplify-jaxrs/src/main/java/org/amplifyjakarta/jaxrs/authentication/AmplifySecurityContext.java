package org.amplifyjakarta.jaxrs.authentication;

import jakarta.ws.rs.core.SecurityContext;
import java.util.Optional;
import java.util.function.Function;
import org.amplifyjakarta.session.AmplifyPrincipal;
import org.amplifyjakarta.session.AmplifyServerRunner;
import org.amplifyjakarta.token.SessionEndedException;
import org.amplifyjakarta.token.Tokens;
import org.jspecify.annotations.Nullable;

/** The user of the current request; the session is read when somebody asks. */
record AmplifySecurityContext(AmplifyServerRunner runner, Function<Tokens, AmplifyPrincipal> principal, boolean secure)
        implements SecurityContext {

    @Override
    public @Nullable AmplifyPrincipal getUserPrincipal() {
        return user().orElse(null);
    }

    @Override
    public boolean isUserInRole(String role) {
        return user().filter(user -> user.isIn(role)).isPresent();
    }

    @Override
    public boolean isSecure() {
        return secure;
    }

    @Override
    public String getAuthenticationScheme() {
        return AmplifyPrincipal.SCHEME;
    }

    private Optional<AmplifyPrincipal> user() {
        try {
            return runner.current().tokens().tokens().map(principal);
        } catch (SessionEndedException e) {
            return Optional.empty();
        }
    }
}
