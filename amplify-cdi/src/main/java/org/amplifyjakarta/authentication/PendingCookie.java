package org.amplifyjakarta.authentication;

import java.time.Instant;
import java.util.Optional;
import org.amplifyjakarta.config.AmplifyConfig;
import org.amplifyjakarta.config.CookieConfig;
import org.amplifyjakarta.config.CookieConfig.SameSite;
import org.amplifyjakarta.config.RoutesConfig;
import org.amplifyjakarta.cookie.CookieName;
import org.amplifyjakarta.cookie.CookieStorage;
import org.amplifyjakarta.cookie.SetCookie;

/**
 * The one cookie in which a browser keeps what it has begun.
 *
 * <p>Bound to one request.
 */
final class PendingCookie {

    private static final String NAME = "com.amplify.server_auth.challenge.";

    /** Lax: the code may come by a mail that is read on another site, with a link back. Forms are protected by their origin. */
    private static final SameSite SAME_SITE = SameSite.LAX;

    private final CookieStorage cookies;
    private final CookieConfig attributes;
    private final String name;

    PendingCookie(AmplifyConfig config, CookieStorage cookies) {
        RoutesConfig routes = config.web().routes();
        boolean secure = (routes == null ? config.web().cookie() : routes.cookie()).secure();
        this.cookies = cookies;
        this.attributes = new CookieConfig(null, "/", SAME_SITE, secure, true, Pending.LIFE);
        this.name = attributes.hostName(
                NAME + CookieName.ofClient(config.requireUserPool().clientId()).tag());
    }

    Optional<Pending> read(Instant now) {
        return cookies.get(name).flatMap(PendingText::parse).filter(pending -> pending.isAlive(now));
    }

    /**
     * Keeps what is pending now.
     *
     * @throws org.amplifyjakarta.AmplifyException named {@code CookieTooLarge} if a browser would drop it; nothing is written then
     */
    void keep(Pending pending) {
        String text = PendingText.of(pending);
        int bytes = SetCookie.keep(name, text, attributes, pending.begun()).bytes();
        if (bytes > SetCookie.MAX_BYTES) {
            throw AuthenticationMessages.cookieTooLarge(bytes);
        }
        cookies.set(name, text, attributes);
    }

    /** Removes it, readable or not. */
    void remove() {
        if (cookies.get(name).isPresent() || cookies.getAll().names().contains(name)) {
            cookies.delete(name, attributes);
        }
    }
}
