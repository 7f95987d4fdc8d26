package org.amplifyjakarta.config;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.amplifyjakarta.config.AuthConfig.OAuth;
import org.amplifyjakarta.config.AuthConfig.ResponseType;
import org.amplifyjakarta.config.CookieConfig.SameSite;
import org.jspecify.annotations.Nullable;

/**
 * The routes of server-side sign-in: there where the application's origin and a domain of managed login are configured.
 * Immutable.
 *
 * @param origin the application's own, as browsers see it
 * @param path within the application, without a slash at the end
 * @param managedLogin address of managed login, without a path
 * @param redirectSignIn where managed login sends back to: of the configured addresses the one of the origin that ends with
 *     the callback's path; null where there is none, for the route itself at the origin and the context path
 * @param redirectSignOut where it sends back to after signing out, likewise
 * @param signInComplete local path
 * @param signOutComplete local path
 * @param cookie attributes of the session's cookies: never for scripts
 */
public record RoutesConfig(
        Origin origin,
        String path,
        URI managedLogin,
        List<String> scopes,
        @Nullable URI redirectSignIn,
        @Nullable URI redirectSignOut,
        String signInComplete,
        String signOutComplete,
        CookieConfig cookie) {

    private static final List<String> DEFAULT_SCOPES = List.of("openid");

    /** Of segments that are no dots; what is encoded is a blank or beyond ASCII. */
    private static final String TARGET = "/|(?:/(?:[\\w.~!$&()+,=:@-]|%20|%[89A-Fa-f][0-9A-Fa-f])+)+/?";

    public RoutesConfig {
        scopes = scopes.isEmpty() ? DEFAULT_SCOPES : List.copyOf(scopes);
    }

    static @Nullable RoutesConfig read(
            Values values, CookieConfig cookie, @Nullable OAuth oauth, @Nullable Origin origin) {
        String path = local(values, ConfigKey.ROUTES_PATH, "(?:/[\\w.~!$&()+,=:@-]+)+/?")
                .replaceFirst("/$", "");
        String signInComplete = local(values, ConfigKey.ROUTES_SIGN_IN_COMPLETE, TARGET);
        String signOutComplete = local(values, ConfigKey.ROUTES_SIGN_OUT_COMPLETE, TARGET);
        if (oauth == null || origin == null) {
            return null;
        }
        if (oauth.responseType() == ResponseType.TOKEN) {
            values.fault(
                    ConfigKey.OAUTH_RESPONSE_TYPE,
                    "",
                    "is token beside amplify.app-origin: tokens in an address reach no server, and everybody else.",
                    "Set it to code.");
        }
        return new RoutesConfig(
                origin,
                path,
                managedLogin(oauth.domain()),
                oauth.scopes(),
                callback(
                        ofOrigin(values, ConfigKey.OAUTH_REDIRECT_SIGN_IN, oauth.redirectSignIn(), origin),
                        path + "/sign-in-callback"),
                callback(
                        ofOrigin(values, ConfigKey.OAUTH_REDIRECT_SIGN_OUT, oauth.redirectSignOut(), origin),
                        path + "/sign-out-callback"),
                signInComplete,
                signOutComplete,
                sessionCookie(cookie, values, origin));
    }

    /** Attributes of what is kept while a user is at managed login: sent along with the way back, which another site begins. */
    public CookieConfig flowCookie() {
        return new CookieConfig(null, "/", SameSite.LAX, cookie.secure(), true, Duration.ofMinutes(5));
    }

    private static CookieConfig sessionCookie(CookieConfig given, Values values, Origin origin) {
        if (given.sameSite() == SameSite.NONE && !origin.scheme().equals("https")) {
            values.fault(
                    ConfigKey.COOKIE_SAME_SITE,
                    "",
                    "is None beside an amplify.app-origin of http: browsers refuse such cookies.",
                    "Use an origin of https, or Lax.");
        }
        if (!given.path().equals("/")) {
            values.fault(
                    ConfigKey.COOKIE_PATH,
                    "",
                    "must be / beside amplify.app-origin: sign-in routes end every session, and cookies whose names begin with"
                            + " __Host- take no other.",
                    "Leave it out.");
        }
        return new CookieConfig(
                given.domain(),
                given.path(),
                values.isConfigured(ConfigKey.COOKIE_SAME_SITE) ? given.sameSite() : SameSite.STRICT,
                origin.scheme().equals("https"),
                true,
                given.maxAge());
    }

    private static URI managedLogin(String domain) {
        String host = domain.replaceFirst(":\\d+$", "");
        return URI.create((Origin.isSafe("http", host) ? "http://" : "https://") + domain);
    }

    private static String local(Values values, ConfigKey key, String pattern) {
        String path = values.text(key).orElse("/");
        if (!path.matches(pattern) || path.matches(".*/\\.\\.?(?:/.*)?")) {
            values.fault(key, "", "is no plain path within the application.", "Write a path such as /account.");
        }
        return path;
    }

    /** Amplify JS in the browser is sent back to pages: addresses of those are none for a route. */
    private static @Nullable URI callback(List<URI> addresses, String path) {
        return addresses.stream()
                .filter(address -> address.getPath() != null
                        && address.getPath().endsWith(path)
                        && address.getRawQuery() == null
                        && address.getRawFragment() == null)
                .findFirst()
                .orElse(null);
    }

    /** Those of the application's own origin, whole and not by how they begin; none where none is configured at all. */
    private static List<URI> ofOrigin(Values values, ConfigKey key, List<String> addresses, Origin origin) {
        List<URI> own = addresses.stream()
                .flatMap(address -> parsed(address).stream())
                .filter(address -> Origin.of(address).filter(origin::equals).isPresent())
                .toList();
        if (own.isEmpty() && !addresses.isEmpty()) {
            values.fault(
                    key,
                    "",
                    "holds no address of amplify.app-origin.",
                    "Add the one of the application, or leave the key out for the route itself.");
        }
        return own;
    }

    private static Optional<URI> parsed(String address) {
        try {
            return Optional.of(URI.create(address));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
