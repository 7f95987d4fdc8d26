package org.amplifyjakarta.guard;

import java.util.Set;
import org.amplifyjakarta.config.OriginConfig;
import org.amplifyjakarta.cookie.EnclosedCookies;
import org.amplifyjakarta.http.AmplifyRequest;

/**
 * Refuses requests that change something and carry session cookies, unless the application's own pages (or an origin that
 * is allowed) sent them. Every browser in use sends {@code Origin} or {@code Sec-Fetch-Site} with those; one that sends
 * neither is refused.
 *
 * @see <a href="https://www.w3.org/TR/fetch-metadata/">Fetch Metadata</a>, RFC 6454
 */
record OriginRule(OriginConfig config) {

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");
    private static final String SESSION_COOKIE = "CognitoIdentityServiceProvider.";
    private static final String ENCLOSED_COOKIE = EnclosedCookies.NAME + ".";

    boolean refuses(AmplifyRequest request, boolean byBearer) {
        return config.enabled()
                && !SAFE.contains(request.method())
                && !byBearer
                && request.headers("Cookie").stream()
                        .anyMatch(cookies -> cookies.contains(SESSION_COOKIE) || cookies.contains(ENCLOSED_COOKIE))
                && !config.isOwn(request::headers);
    }
}
