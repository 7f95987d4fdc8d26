package org.amplifyjakarta.jaxrs.authorization;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import org.amplifyjakarta.http.AmplifyRequest;
import org.amplifyjakarta.jaxrs.authentication.RequestServices;
import org.amplifyjakarta.jaxrs.problem.Refusals;

/**
 * Refuses a request that changes something, carries session cookies and was caused by another site. Before anything asks
 * for the session, so that no refresh token is used up by it.
 *
 * <p>Safe for concurrent use.
 */
@Priority(Priorities.AUTHENTICATION - 100)
public class OriginFilter implements ContainerRequestFilter {

    @Override
    public void filter(ContainerRequestContext context) {
        if (context.getMethod().equals("GET")) {
            return;
        }
        RequestServices services = RequestServices.ofApplication();
        AmplifyRequest request = services.exchange().request();
        services.gate()
                .ofOrigin(request)
                .ifPresent(refusal -> context.abortWith(Refusals.answer(refusal, services.gate(), request)));
    }
}
