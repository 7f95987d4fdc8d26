package org.amplifyjakarta.jaxrs.authentication;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import java.util.function.Function;
import org.amplifyjakarta.session.AmplifyPrincipal;
import org.amplifyjakarta.token.Tokens;
import org.jspecify.annotations.Nullable;

/**
 * Makes the user of the session the user of the request: {@code SecurityContext} answers with the user's name and, as
 * roles, the groups of the user pool. A request that nobody asks about costs nothing.
 *
 * <p>Where MicroProfile JWT is on the class path, the {@link AmplifyPrincipal} is a {@code JsonWebToken} as well.
 *
 * <p>Safe for concurrent use.
 */
@Priority(Priorities.AUTHENTICATION)
public class AmplifyAuthenticationFilter implements ContainerRequestFilter {

    private final Function<Tokens, AmplifyPrincipal> principal = principal();
    private volatile @Nullable RequestServices services;

    @Override
    public void filter(ContainerRequestContext request) {
        RequestServices known = services;
        if (known == null) {
            known = RequestServices.ofApplication();
            services = known;
        }
        boolean secure = request.getSecurityContext() != null
                && request.getSecurityContext().isSecure();
        request.setSecurityContext(new AmplifySecurityContext(known.runner(), principal, secure));
    }

    private static Function<Tokens, AmplifyPrincipal> principal() {
        try {
            Class.forName(
                    "org.eclipse.microprofile.jwt.JsonWebToken",
                    false,
                    AmplifyAuthenticationFilter.class.getClassLoader());
            return AmplifyJsonWebToken::new;
        } catch (ClassNotFoundException e) {
            return AmplifyPrincipal::new;
        }
    }
}
