package org.amplifyjakarta.signin;

import java.time.InstantSource;
import java.util.Objects;
import java.util.Set;
import org.amplifyjakarta.config.AmplifyConfig;
import org.amplifyjakarta.config.RoutesConfig;
import org.amplifyjakarta.http.AmplifyRequest;
import org.amplifyjakarta.http.ReturnTo;
import org.amplifyjakarta.session.PerConfiguration;
import org.amplifyjakarta.token.SessionEvents;
import org.amplifyjakarta.token.UserPool;

/**
 * The routes {@code sign-in}, {@code sign-up}, {@code sign-in-callback}, {@code sign-out} and {@code sign-out-callback}: what
 * {@code createAuthRouteHandlers} of {@code @aws-amplify/adapter-nextjs} 1.7 answers, with its faults mended.
 *
 * <p>Safe for concurrent use. Whoever makes one closes it.
 */
public final class SignInRoutes implements AutoCloseable {

    private static final Set<String> BY_GET = Set.of("sign-in", "sign-up", "sign-in-callback", "sign-out-callback");
    private static final String SIGN_OUT = "sign-out";

    private final TokenEndpoint endpoint;
    private final SignIn signIn;
    private final SignOut signOut;

    /** Makes those of an application. */
    public SignInRoutes(PerConfiguration<UserPool> pools, InstantSource clock, SessionEvents events) {
        this.endpoint = new TokenEndpoint(clock);
        this.signIn = new SignIn(pools, endpoint, clock, events);
        this.signOut = new SignOut(pools, endpoint, events);
    }

    /** Tells whether a request is one to the routes: asked before anything of it is read. */
    public boolean areAsked(AmplifyConfig config, AmplifyRequest request) {
        RoutesConfig routes = config.web().routes();
        return routes != null
                && config.userPool().isPresent()
                && (request.path().equals(routes.path()) || request.path().startsWith(routes.path() + "/"));
    }

    /** Returns the answer to a request whose parameters cannot be read. */
    public static RouteAnswer malformed() {
        return SignInMessages.badParameters();
    }

    /** Returns the answer to a request for which {@link #areAsked} is true. */
    public RouteAnswer answer(RouteRequest request) {
        String path = request.request().path();
        return answer(path.substring(routes(request.config()).path().length()), request);
    }

    @Override
    public void close() {
        endpoint.close();
    }

    private RouteAnswer answer(String below, RouteRequest request) {
        String route = below.startsWith("/") ? below.substring(1) : below;
        String method = request.request().method();
        boolean allowed = method.equals("GET") || method.equals("POST") && route.equals(SIGN_OUT);
        if (!allowed) {
            return SignInMessages.notAllowed(route.equals(SIGN_OUT) ? "GET, POST" : "GET");
        }
        if (route.isEmpty() || route.contains("/")) {
            return SignInMessages.badRoute();
        }
        if (!BY_GET.contains(route) && !route.equals(SIGN_OUT)) {
            return SignInMessages.noSuchRoute();
        }
        if (request.isAmbiguous()) {
            return SignInMessages.badParameters();
        }
        return switch (route) {
            case "sign-in" -> signIn.begin("/oauth2/authorize", request);
            case "sign-up" -> signIn.begin("/signup", request);
            case "sign-in-callback" -> signIn.complete(request);
            case SIGN_OUT -> signOut.begin(request);
            default -> signOut.complete(request);
        };
    }

    static RoutesConfig routes(AmplifyConfig config) {
        return Objects.requireNonNull(config.web().routes(), "asked for before");
    }

    /** Returns the address of a route, as browsers and managed login know it. */
    static String address(RouteRequest request, String route) {
        return routes(request.config()).origin() + localAddress(request, route);
    }

    static String localAddress(RouteRequest request, String route) {
        return request.request().contextPath() + routes(request.config()).path() + "/" + route;
    }

    /** Returns a local path of the application as a path of its host. */
    static String local(RouteRequest request, String path) {
        return ReturnTo.of(request.request().contextPath() + path).path();
    }
}
