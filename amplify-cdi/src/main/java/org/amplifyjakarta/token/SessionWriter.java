package org.amplifyjakarta.token;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.amplifyjakarta.AmplifyException;
import org.amplifyjakarta.config.CookieConfig;
import org.amplifyjakarta.cookie.CookieName;
import org.amplifyjakarta.cookie.CookieStorage;
import org.amplifyjakarta.cookie.SetCookie;
import org.jspecify.annotations.Nullable;

/**
 * Puts a session into cookies and takes it out again, under the names and in the order of Amplify JS, so that the
 * browser goes on with it. Copies under other spellings of the user's name are removed, lest they be taken for the
 * session later.
 *
 * <p>Immutable, safe for concurrent use.
 */
final class SessionWriter {

    /** What stays when a session ends: a device that is remembered. */
    private static final List<String> DEVICE = List.of(".deviceKey", ".deviceGroupKey", ".randomPasswordKey");

    /** What Amplify JS removes when a session ends. */
    private static final List<String> FIELDS =
            List.of("accessToken", "idToken", "clockDrift", "refreshToken", "signInDetails", "oauthMetadata");

    private static final Logger LOG = System.getLogger(SessionWriter.class.getName());

    private final CookieName names;
    private final SessionCookies kinds;
    private final InstantSource clock;

    SessionWriter(CookieName names, SessionCookies kinds, InstantSource clock) {
        this.names = names;
        this.kinds = kinds;
        this.clock = clock;
    }

    /** Writes a refreshed session in place of the one that was read. */
    void keep(StoredSession session, StoredSession old, CookieStorage storage) {
        CookieConfig attributes = kinds.of(old, storage);
        keep(session, storage, attributes);
        if (attributes.equals(kinds.ofServer())) {
            kinds.mark(session, storage);
        }
        try {
            storage.flush();
        } catch (AmplifyException e) {
            // with the old tokens the browser still has its session, as long as their refresh token is good
            LOG.log(Level.WARNING, () -> TokenMessages.notSealed(e));
        }
    }

    /**
     * Writes a session that the server begins, in place of every other one.
     *
     * @throws org.amplifyjakarta.AmplifyException if a browser would drop one of its cookies; nothing is written then
     */
    void begin(StoredSession session, CookieStorage storage) {
        CookieConfig attributes = kinds.ofNew();
        requireSmall(session, storage, attributes);
        replaceAll(session, storage, attributes);
        kinds.mark(session, storage);
    }

    /**
     * Writes a session as a browser would that begins it, in place of every other one.
     *
     * @param old one that may have been written for this very answer; null for none
     * @throws org.amplifyjakarta.AmplifyException if a browser would drop one of its cookies; nothing is written then
     */
    void beginAsBrowser(StoredSession session, @Nullable StoredSession old, CookieStorage storage) {
        requireSmall(session, storage, kinds.ofBrowser());
        removeWritten(old, storage, kinds.ofBrowser());
        replaceAll(session, storage, kinds.ofBrowser());
        kinds.unmark(storage);
    }

    private void replaceAll(StoredSession session, CookieStorage storage, CookieConfig attributes) {
        removeAll(storage, attributes, name -> true);
        storage.renew();
        keep(session, storage, attributes);
        storage.flush();
    }

    private void requireSmall(StoredSession session, CookieStorage storage, CookieConfig attributes) {
        requireSmall(session, "accessToken", session.accessToken().jwt(), storage, attributes);
        requireSmall(
                session,
                "idToken",
                session.idToken() == null ? "" : session.idToken().jwt(),
                storage,
                attributes);
        requireSmall(
                session,
                "refreshToken",
                session.refreshToken() == null ? "" : session.refreshToken(),
                storage,
                attributes);
    }

    /** Removes a session. */
    void clear(StoredSession session, CookieStorage storage) {
        CookieConfig attributes = kinds.of(session, storage);
        String user = session.user();
        removeOtherSpellings(user, storage, attributes);
        FIELDS.forEach(field -> storage.delete(names.of(user, field), attributes));
        storage.delete(names.lastAuthUser(), attributes);
        storage.flush();
        kinds.unmark(session, storage);
    }

    /**
     * Removes all sessions that a request brought cookies of, whole or in parts; the one that was read may be none of them. What
     * belongs to a device stays.
     */
    void end(@Nullable StoredSession session, CookieStorage storage) {
        CookieConfig attributes = session == null ? kinds.ofRemains(storage) : kinds.of(session, storage);
        storage.discard();
        removeAll(storage, attributes, name -> DEVICE.stream().noneMatch(name::endsWith));
        removeWritten(session, storage, attributes);
        storage.flush();
        if (session != null) {
            kinds.unmark(session, storage);
        }
    }

    /** Removes what of a session was written in this request, and so is not among what was received. */
    private void removeWritten(@Nullable StoredSession session, CookieStorage storage, CookieConfig attributes) {
        if (session != null) {
            Stream.concat(
                            Stream.of(names.lastAuthUser()),
                            FIELDS.stream().map(field -> names.of(session.user(), field)))
                    .filter(name -> storage.get(name).isPresent())
                    .forEach(name -> storage.delete(name, attributes));
        }
    }

    private void removeAll(CookieStorage storage, CookieConfig attributes, Predicate<String> which) {
        storage.getAll().startingWith(names.prefix()).keySet().stream()
                .filter(SetCookie::isWritable)
                .filter(which)
                .forEach(name -> storage.delete(name, attributes));
    }

    private void keep(StoredSession session, CookieStorage storage, CookieConfig attributes) {
        removeOtherSpellings(session.user(), storage, attributes);
        storage.set(names.lastAuthUser(), session.user(), attributes);
        set(session, "accessToken", session.accessToken().jwt(), storage, attributes);
        if (session.idToken() == null) {
            storage.delete(names.of(session.user(), "idToken"), attributes);
        } else {
            set(session, "idToken", session.idToken().jwt(), storage, attributes);
        }
        if (session.refreshToken() != null) {
            set(session, "refreshToken", session.refreshToken(), storage, attributes);
        }
        if (session.signInDetails() != null) {
            set(session, "signInDetails", session.signInDetails(), storage, attributes);
        }
        if (!attributes.httpOnly()) {
            set(session, "clockDrift", clockDrift(session), storage, attributes);
        }
    }

    private void requireSmall(
            StoredSession session, String field, String value, CookieStorage storage, CookieConfig attributes) {
        String name = names.of(session.user(), field);
        if (SetCookie.keep(name, value, attributes, clock.instant()).bytes() > storage.maxBytes()) {
            throw TokenMessages.cookieTooLarge(field, name.length() + value.length());
        }
    }

    /** Milliseconds between the token's clock and ours, as the browser notes them; never read back here. */
    private String clockDrift(StoredSession session) {
        Instant now = clock.instant();
        Instant issued = session.accessToken().claims().time("iat").orElse(now);
        return Long.toString(issued.toEpochMilli() - now.toEpochMilli());
    }

    private void removeOtherSpellings(String user, CookieStorage storage, CookieConfig attributes) {
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
    private void set(
            StoredSession session, String field, String value, CookieStorage storage, CookieConfig attributes) {
        String name = names.of(session.user(), field);
        SetCookie cookie = SetCookie.keep(name, value, attributes, clock.instant());
        if (cookie.bytes() <= storage.maxBytes()) {
            storage.set(name, value, attributes);
        } else {
            LOG.log(Level.WARNING, () -> TokenMessages.tooLarge(field, name.length() + value.length()));
            if (!field.equals("accessToken")) {
                storage.delete(name, attributes);
            }
        }
    }
}
