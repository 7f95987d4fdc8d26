package org.amplifyjakarta.signin;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.amplifyjakarta.config.CookieConfig;
import org.amplifyjakarta.config.RoutesConfig;
import org.amplifyjakarta.http.AmplifyRequest;
import org.amplifyjakarta.session.PerConfiguration;
import org.amplifyjakarta.signin.RouteAnswer.Page;
import org.amplifyjakarta.signin.RouteAnswer.Redirect;
import org.amplifyjakarta.signin.TokenEndpoint.Outcome;
import org.amplifyjakarta.token.EndedSession;
import org.amplifyjakarta.token.Revocation;
import org.amplifyjakarta.token.SessionEvents;
import org.amplifyjakarta.token.UserPool;

/**
 * Out of this application at once, then out of managed login, and back. Who closes the tab on the way is signed out here.
 *
 * <p>Safe for concurrent use.
 */
final class SignOut {

    private static final String SIGNING_OUT = "com.amplify.server_auth.isSigningOut";
    private static final String REDIRECTING = "com.amplify.server_auth.isSigningOutRedirecting";

    /** What a page of this site, or nobody but the user, begins. */
    private static final Set<String> OWN_SITES = Set.of("same-origin", "none");

    private final PerConfiguration<UserPool> pools;
    private final TokenEndpoint endpoint;
    private final Revocation revocation;

    SignOut(PerConfiguration<UserPool> pools, TokenEndpoint endpoint, SessionEvents events) {
        this.pools = pools;
        this.endpoint = endpoint;
        this.revocation = new Revocation(events);
    }

    RouteAnswer begin(RouteRequest request) {
        if (!isMeant(request)) {
            return SignInMessages.otherSite();
        }
        RoutesConfig routes = SignInRoutes.routes(request.config());
        CookieConfig attributes = routes.flowCookie();
        end(request);
        request.cookies().set(attributes.hostName(SIGNING_OUT), "true", attributes);
        request.cookies().set(attributes.hostName(REDIRECTING), "true", attributes);
        Map<String, String> query = new LinkedHashMap<>();
        query.put("client_id", request.config().requireUserPool().clientId());
        query.put("logout_uri", logoutUri(request));
        return new Redirect(routes.managedLogin() + "/logout?" + TokenEndpoint.encoded(query));
    }

    RouteAnswer complete(RouteRequest request) {
        RoutesConfig routes = SignInRoutes.routes(request.config());
        CookieConfig attributes = routes.flowCookie();
        if (request.cookies().get(attributes.hostName(SIGNING_OUT)).isEmpty()) {
            return SignInMessages.notSigningOut();
        }
        if (request.cookies().get(attributes.hostName(REDIRECTING)).isPresent()) {
            request.cookies().delete(attributes.hostName(REDIRECTING), attributes);
            return new Page(new HandoverPage(SignInRoutes.localAddress(request, "sign-out-callback")));
        }
        if (!isMeant(request)) {
            return SignInMessages.otherSite();
        }
        // what was withheld by the browser before, or came back since
        end(request);
        request.cookies().delete(attributes.hostName(SIGNING_OUT), attributes);
        return new Redirect(SignInRoutes.local(request, routes.signOutComplete()));
    }

    private void end(RouteRequest request) {
        UserPool pool = pools.get(request.config());
        boolean hadToken = pool.hasRefreshToken(request.cookies());
        Optional<EndedSession> ended = pool.end(request.cookies());
        revocation.of(ended, hadToken, token -> error(endpoint.revoke(request.config(), token)));
    }

    private static Optional<String> error(Outcome outcome) {
        return outcome instanceof Outcome.Failed failed ? Optional.of(failed.error()) : Optional.empty();
    }

    /**
     * Tells whether a user means it: no image, no prefetch, no other site. A {@code POST} shows its origin, whether others are
     * checked for theirs or not.
     *
     * @see <a href="https://www.w3.org/TR/fetch-metadata/">Fetch Metadata</a>
     */
    private static boolean isMeant(RouteRequest asked) {
        AmplifyRequest request = asked.request();
        boolean ownSite = request.headers("Sec-Fetch-Site").stream().allMatch(OWN_SITES::contains);
        boolean navigates = request.headers("Sec-Fetch-Mode").stream().allMatch("navigate"::equals);
        boolean prefetched = request.header("Sec-Purpose").isPresent()
                || request.header("Purpose").isPresent();
        if (request.method().equals("POST")) {
            return !prefetched && asked.config().web().origin().isOwn(asked.request()::headers);
        }
        return ownSite && !prefetched && navigates;
    }

    private static String logoutUri(RouteRequest request) {
        return Optional.ofNullable(SignInRoutes.routes(request.config()).redirectSignOut())
                .map(Object::toString)
                .orElseGet(() -> SignInRoutes.address(request, "sign-out-callback"));
    }
}
