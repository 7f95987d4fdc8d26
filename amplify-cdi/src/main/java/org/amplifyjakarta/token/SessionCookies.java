package org.amplifyjakarta.token;

import org.amplifyjakarta.Digest;
import org.amplifyjakarta.config.AmplifyConfig;
import org.amplifyjakarta.config.CookieConfig;
import org.amplifyjakarta.config.RoutesConfig;
import org.amplifyjakarta.cookie.CookieName;
import org.amplifyjakarta.cookie.CookieStorage;
import org.jspecify.annotations.Nullable;

/**
 * With which attributes the cookies of a session are written. Where {@code amplify.cookie.http-only} is {@code false} beside the
 * routes, those that the browser began stay readable for it, and those that the server began never become so. A session is taken
 * for the server's unless everything says that it is the browser's: there is the {@code clockDrift} that Amplify JS writes and no
 * server does, and no mark of this very session. The mark is one that scripts can neither read nor remove; it goes when its
 * session goes.
 *
 * @param ofServer null where sessions that begin on the server are written like all others
 */
record SessionCookies(
        CookieName names, CookieConfig ofBrowser, @Nullable CookieConfig ofServer) {

    private static final String MARK = "com.amplify.server_auth.session.";

    static SessionCookies of(AmplifyConfig config) {
        RoutesConfig routes = config.web().routes();
        CookieConfig ofBrowser = config.web().cookie();
        return new SessionCookies(
                CookieName.ofClient(config.requireUserPool().clientId()),
                ofBrowser,
                routes == null || routes.cookie().equals(ofBrowser) ? null : routes.cookie());
    }

    /** Returns the attributes for a session that begins here. */
    CookieConfig ofNew() {
        return ofServer == null ? ofBrowser : ofServer;
    }

    /** Returns the attributes for a session that is there. */
    CookieConfig of(StoredSession session, CookieStorage storage) {
        return ofServer == null || isBrowsers(session, storage) ? ofBrowser : ofServer;
    }

    /** Returns the attributes for what is there and no session. */
    CookieConfig ofRemains(CookieStorage storage) {
        return ofServer != null && storage.get(mark()).isPresent() ? ofServer : ofBrowser;
    }

    /** Marks a session as the server's, for as long as its cookies live: to be repeated whenever they are written. */
    void mark(StoredSession session, CookieStorage storage) {
        if (ofServer != null) {
            storage.set(mark(), digest(session), ofServer);
        }
    }

    /** Takes every mark away, for a session that is not the server's. */
    void unmark(CookieStorage storage) {
        if (ofServer != null && storage.get(mark()).isPresent()) {
            storage.delete(mark(), ofServer);
        }
    }

    /** Takes the mark of a session away; that of another stays. */
    void unmark(StoredSession session, CookieStorage storage) {
        if (ofServer != null && isMarked(session, storage)) {
            storage.delete(mark(), ofServer);
        }
    }

    String mark() {
        return MARK + names.tag();
    }

    private boolean isBrowsers(StoredSession session, CookieStorage storage) {
        return hasClockDrift(session.user(), storage) && !isMarked(session, storage);
    }

    private boolean hasClockDrift(String user, CookieStorage storage) {
        return CookieName.spellings(user).stream()
                .anyMatch(spelling ->
                        storage.get(names.prefix() + spelling + ".clockDrift").isPresent());
    }

    /** By any copy: whoever plants one before ours does not hide it. */
    private boolean isMarked(StoredSession session, CookieStorage storage) {
        String digest = digest(session);
        return storage.get(mark()).filter(digest::equals).isPresent()
                || storage.getAll().values(mark()).contains(digest);
    }

    /** Of what all tokens of one sign-in share. */
    private static String digest(StoredSession session) {
        Claims claims = session.accessToken().claims();
        return Digest.of(claims.text("origin_jti").orElseGet(claims::subject)).text();
    }
}
