package org.amplifyjakarta.token;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.amplifyjakarta.config.CookieConfig;
import org.amplifyjakarta.cookie.CookieName;
import org.amplifyjakarta.cookie.CookieStorage;
import org.amplifyjakarta.cookie.SetCookie;

/**
 * Puts a session into cookies and takes it out again, under the names and in the order of Amplify JS, so that the
 * browser goes on with it. Copies under other spellings of the user's name are removed, lest they be taken for the
 * session later.
 *
 * <p>Immutable, safe for concurrent use.
 */
final class SessionWriter {

    /** What Amplify JS removes when a session ends; the device keys stay. */
    private static final List<String> FIELDS =
            List.of("accessToken", "idToken", "clockDrift", "refreshToken", "signInDetails", "oauthMetadata");

    private static final Logger LOG = System.getLogger(SessionWriter.class.getName());

    private final CookieName names;
    private final CookieConfig attributes;
    private final InstantSource clock;

    SessionWriter(CookieName names, CookieConfig attributes, InstantSource clock) {
        this.names = names;
        this.attributes = attributes;
        this.clock = clock;
    }

    /** Writes a refreshed session. */
    void keep(StoredSession session, CookieStorage storage) {
        removeOtherSpellings(session.user(), storage);
        storage.set(names.lastAuthUser(), session.user(), attributes);
        set(session, "accessToken", session.accessToken().jwt(), storage);
        if (session.idToken() == null) {
            delete(session.user(), "idToken", storage);
        } else {
            set(session, "idToken", session.idToken().jwt(), storage);
        }
        if (session.refreshToken() != null) {
            set(session, "refreshToken", session.refreshToken(), storage);
        }
        if (session.signInDetails() != null) {
            set(session, "signInDetails", session.signInDetails(), storage);
        }
        if (!attributes.httpOnly()) {
            set(session, "clockDrift", clockDrift(session), storage);
        }
    }

    /** Removes a session. */
    void clear(String user, CookieStorage storage) {
        removeOtherSpellings(user, storage);
        FIELDS.forEach(field -> delete(user, field, storage));
        storage.delete(names.lastAuthUser(), attributes);
    }

    /** Milliseconds between the token's clock and ours, as the browser notes them; never read back here. */
    private String clockDrift(StoredSession session) {
        Instant now = clock.instant();
        Instant issued = session.accessToken().claims().time("iat").orElse(now);
        return Long.toString(issued.toEpochMilli() - now.toEpochMilli());
    }

    private void removeOtherSpellings(String user, CookieStorage storage) {
        String written = names.of(user, "");
        List<String> received = storage.getAll().names();
        for (String spelling : CookieName.spellings(user)) {
            String prefix = names.prefix() + spelling + ".";
            if (!prefix.equals(written)) {
                FIELDS.stream()
                        .map(prefix::concat)
                        .filter(received::contains)
                        .filter(SetCookie::isWritable)
                        .forEach(name -> storage.delete(name, attributes));
            }
        }
    }

    /**
     * A value that browsers would drop is not sent. Its old copy is removed, but for the access token: with the expired
     * one a browser still has its session, and each request refreshes it.
     */
    private void set(StoredSession session, String field, String value, CookieStorage storage) {
        String name = names.of(session.user(), field);
        SetCookie cookie = SetCookie.keep(name, value, attributes, clock.instant());
        if (cookie.fits()) {
            storage.set(name, value, attributes);
        } else {
            LOG.log(Level.WARNING, () -> TokenMessages.tooLarge(field, name.length() + value.length()));
            if (!field.equals("accessToken")) {
                storage.delete(name, attributes);
            }
        }
    }

    private void delete(String user, String field, CookieStorage storage) {
        storage.delete(names.of(user, field), attributes);
    }
}
