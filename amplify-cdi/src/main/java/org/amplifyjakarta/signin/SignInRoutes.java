package org.amplifyjakarta.signin;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.amplifyjakarta.config.AmplifyConfig;
import org.amplifyjakarta.config.RoutesConfig;
import org.amplifyjakarta.http.AmplifyRequest;
import org.amplifyjakarta.http.ReturnTo;
import org.amplifyjakarta.session.PerConfiguration;
import org.amplifyjakarta.token.SessionEvent;
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
    private static final Logger LOG = System.getLogger(SignInRoutes.class.getName());

    private final TokenEndpoint endpoint;
    private final SignIn signIn;
    private final SignOut signOut;

    /** Makes those of an application. */
    public SignInRoutes(PerConfiguration<UserPool> pools, InstantSource clock, SessionEvents events) {
        this.endpoint = new TokenEndpoint(clock);
        this.signIn = new SignIn(pools, endpoint, clock, event -> tell(events, event));
        this.signOut = new SignOut(pools, endpoint, event -> tell(events, event));
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

    /** Returns the answer to a request below the path of the routes; empty for any other. */
    public Optional<RouteAnswer> answer(RouteRequest request) {
        if (!areAsked(request.config(), request.request())) {
            return Optional.empty();
        }
        String below = request.request()
                .path()
                .substring(routes(request.config()).path().length());
        return Optional.of(answer(below, request));
    }

    @Override
    public void close() {
        endpoint.close();
    }

    /** What is done is done: no observer turns it into a failure. */
    private static void tell(SessionEvents events, SessionEvent event) {
        try {
            events.on(event);
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, SignInMessages.observerFailed(e), e);
        }
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

    /** Returns a local path with a query behind it. */
    static String with(String path, Map<String, String> query) {
        return path + (path.contains("?") ? "&" : "?") + TokenEndpoint.encoded(query);
    }
}
