package org.amplifyjakarta.jaxrs.authorization;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.amplifyjakarta.guard.Gate;
import org.amplifyjakarta.guard.Refusal;
import org.amplifyjakarta.guard.Requirement;
import org.amplifyjakarta.http.AmplifyRequest;
import org.amplifyjakarta.jaxrs.authentication.RequestServices;
import org.amplifyjakarta.jaxrs.authentication.RestAmplifyRequest;
import org.amplifyjakarta.jaxrs.problem.Refusals;
import org.jspecify.annotations.Nullable;

/**
 * Lets a request pass that meets what its resource wants: by the annotations of {@code jakarta.annotation.security} and
 * {@code @Authenticated}, and by the configured path patterns, seen as the container dispatched and as Jakarta REST
 * matched. Both must be met. With {@code amplify.guard.default-deny} what neither names is for signed-in users.
 *
 * <p>Runs after matching, for every method alike. Safe for concurrent use.
 */
@Priority(Priorities.AUTHORIZATION)
public class GuardFilter implements ContainerRequestFilter {

    private final ResourceRequirements annotations = new ResourceRequirements();
    private volatile @Nullable RequestServices services;

    @Context
    private ResourceInfo resource;

    @Override
    public void filter(ContainerRequestContext context) {
        RequestServices known = services;
        if (known == null) {
            known = RequestServices.ofApplication();
            services = known;
        }
        Gate gate = known.gate();
        AmplifyRequest request = known.exchange().request();
        for (Requirement requirement : requirements(context, gate, request)) {
            Optional<Refusal> refusal = gate.by(requirement);
            if (refusal.isPresent()) {
                context.abortWith(Refusals.answer(refusal.get(), gate, request));
                return;
            }
        }
    }

    private List<Requirement> requirements(ContainerRequestContext context, Gate gate, AmplifyRequest request) {
        List<Requirement> requirements = new ArrayList<>();
        gate.byPath(List.of(request.path(), new RestAmplifyRequest(context, request.contextPath()).path()))
                .ifPresent(requirements::add);
        annotations.of(resource, context.getUriInfo()).forEach(requirements::add);
        if (requirements.isEmpty() && gate.isClosedByDefault()) {
            requirements.add(new Requirement.SignedIn());
        }
        return requirements;
    }
}
