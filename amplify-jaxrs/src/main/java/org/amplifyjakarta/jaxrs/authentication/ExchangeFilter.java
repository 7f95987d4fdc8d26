package org.amplifyjakarta.jaxrs.authentication;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.InstantSource;
import java.util.List;
import org.amplifyjakarta.cookie.SetCookie;
import org.amplifyjakarta.http.Exchange;
import org.jspecify.annotations.Nullable;

/**
 * Lets the session find its cookies where no servlet container does, and writes those that it set into the answer. On a
 * servlet container, whose filter does both better, it does nothing.
 */
@PreMatching
@Priority(Priorities.AUTHENTICATION - 200)
public class ExchangeFilter implements ContainerRequestFilter, ContainerResponseFilter {

    private static final String STORAGE = RestCookieStorage.class.getName();

    private volatile @Nullable RequestServices services;

    @Override
    public void filter(ContainerRequestContext request) {
        services().exchange().bindIfAbsent(clock -> exchange(request, clock));
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (request.getProperty(STORAGE) instanceof RestCookieStorage storage) {
            for (SetCookie cookie : storage.send()) {
                response.getHeaders().add(HttpHeaders.SET_COOKIE, cookie.line());
            }
            if (storage.isPersonal() && !response.getHeaders().containsKey(HttpHeaders.CACHE_CONTROL)) {
                response.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, "private, no-store");
            }
        }
    }

    private RequestServices services() {
        RequestServices known = services;
        if (known == null) {
            known = RequestServices.ofApplication();
            services = known;
        }
        return known;
    }

    private static Exchange exchange(ContainerRequestContext request, InstantSource clock) {
        RestAmplifyRequest seen = new RestAmplifyRequest(request, "");
        List<String> headers = seen.headers(HttpHeaders.COOKIE);
        RestCookieStorage storage = new RestCookieStorage(headers, clock);
        request.setProperty(STORAGE, storage);
        return new Exchange(seen, storage);
    }
}
