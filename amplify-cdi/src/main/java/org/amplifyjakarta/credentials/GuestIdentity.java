package org.amplifyjakarta.credentials;

import java.util.Optional;
import org.amplifyjakarta.config.AmplifyConfig;
import org.amplifyjakarta.config.AuthConfig;
import org.amplifyjakarta.cookie.CookieName;
import org.amplifyjakarta.cookie.CookieStorage;

/**
 * Where the identity of a guest is kept between requests.
 *
 * <p>That in cookies is bound to one request; those in memory are safe for concurrent use.
 */
public interface GuestIdentity {

    /** Returns the identity id as it was found: unchecked. */
    Optional<String> get();

    /** Keeps an identity id, if that is still possible. */
    void keep(String identityId);

    /** Forgets it, once the identity has become a user's or is no more. */
    void forget();

    /** Returns the browser's, in the cookie that Amplify JS keeps it in. */
    static GuestIdentity inCookies(CookieStorage cookies, AmplifyConfig config) {
        AuthConfig.IdentityPool pool = config.auth().identityPool();
        return pool == null
                ? NoGuestIdentity.NONE
                : new GuestIdentityCookie(
                        cookies,
                        CookieName.ofGuestIdentity(pool.identityPoolId()),
                        config.web().cookie());
    }

    /** Returns one in memory, beginning with the identity of another. */
    static GuestIdentity held(GuestIdentity other) {
        return new HeldGuestIdentity(other.get());
    }

    /** Returns one in memory, with nothing in it yet. */
    static GuestIdentity none() {
        return new HeldGuestIdentity(Optional.empty());
    }
}
