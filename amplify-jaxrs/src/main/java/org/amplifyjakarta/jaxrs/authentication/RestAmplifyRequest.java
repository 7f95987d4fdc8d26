package org.amplifyjakarta.jaxrs.authentication;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.PathSegment;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.amplifyjakarta.http.AmplifyRequest;

/**
 * A Jakarta REST request.
 *
 * @param contextPath where the application lies on its host; Jakarta REST itself cannot tell it from the path of the
 *     Application class
 */
public record RestAmplifyRequest(ContainerRequestContext request, String contextPath) implements AmplifyRequest {

    @Override
    public String method() {
        return request.getMethod();
    }

    /** Returns the path that Jakarta REST matched, without path parameters. */
    @Override
    public String path() {
        UriInfo uri = request.getUriInfo();
        String application = uri.getBaseUri().getPath();
        String below = application.startsWith(contextPath) ? application.substring(contextPath.length()) : application;
        return (below.endsWith("/") ? below : below + "/")
                + uri.getPathSegments().stream().map(PathSegment::getPath).collect(Collectors.joining("/"));
    }

    @Override
    public String uri() {
        URI uri = request.getUriInfo().getRequestUri();
        return uri.getRawQuery() == null ? uri.getRawPath() : uri.getRawPath() + "?" + uri.getRawQuery();
    }

    @Override
    public List<String> headers(String name) {
        return Optional.ofNullable(request.getHeaders().get(name))
                .map(List::copyOf)
                .orElse(List.of());
    }
}
