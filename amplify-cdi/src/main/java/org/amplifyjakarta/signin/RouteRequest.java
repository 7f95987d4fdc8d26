package org.amplifyjakarta.signin;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.amplifyjakarta.config.AmplifyConfig;
import org.amplifyjakarta.cookie.CookieStorage;
import org.amplifyjakarta.http.AmplifyRequest;
import org.amplifyjakarta.session.AmplifyContext;

/**
 * A request to one of the routes. Bound to one request.
 *
 * @param context the session of the request
 * @param cookies of the request and its answer
 * @param parameters of the query
 */
public record RouteRequest(
        AmplifyRequest request, AmplifyContext context, CookieStorage cookies, Map<String, List<String>> parameters) {

    public RouteRequest {
        parameters = Map.copyOf(parameters);
    }

    AmplifyConfig config() {
        return context.config();
    }

    /** Returns a parameter that is not blank. */
    Optional<String> parameter(String name) {
        return parameters.getOrDefault(name, List.of()).stream().findFirst().filter(value -> !value.isBlank());
    }

    /**
     * Tells whether a parameter was sent more than once, which leaves open what it says.
     *
     * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-3.1">RFC 6749 §3.1</a>
     */
    boolean isAmbiguous() {
        return parameters.values().stream().anyMatch(values -> values.size() > 1);
    }

    /** Shows nothing of it. */
    @Override
    public String toString() {
        return "RouteRequest[" + request.method() + "]";
    }
}
