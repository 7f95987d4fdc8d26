package org.amplifyjakarta.token;

import org.amplifyjakarta.config.AmplifyConfig;
import org.amplifyjakarta.config.CookieConfig;
import org.amplifyjakarta.config.RoutesConfig;
import org.amplifyjakarta.cookie.CookieStorage;
import org.jspecify.annotations.Nullable;

/**
 * With which attributes the cookies of a session are written: those that the browser began stay readable for it, those that
 * the server began never become so. The mark that tells them apart is one that scripts cannot remove.
 *
 * @param ofServer null where there are no routes that begin sessions
 */
record SessionCookies(CookieConfig ofBrowser, @Nullable CookieConfig ofServer) {

    static final String MARK = "com.amplify.server_auth.session";

    static SessionCookies of(AmplifyConfig config) {
        RoutesConfig routes = config.web().routes();
        return new SessionCookies(config.web().cookie(), routes == null ? null : routes.cookie());
    }

    /** Returns the attributes for the session that is there. */
    CookieConfig of(CookieStorage storage) {
        return ofServer != null && storage.get(MARK).isPresent() ? ofServer : ofBrowser;
    }

    /** Marks a session as the server's; needed only where there are others. */
    void mark(CookieStorage storage) {
        if (ofServer != null && !ofServer.equals(ofBrowser)) {
            storage.set(MARK, "true", ofServer);
        }
    }

    /** Lets the mark live as long as the session that was written again. */
    void renew(CookieStorage storage) {
        if (storage.get(MARK).isPresent()) {
            mark(storage);
        }
    }

    void unmark(CookieStorage storage) {
        if (ofServer != null && storage.get(MARK).isPresent()) {
            storage.delete(MARK, ofServer);
        }
    }
}
