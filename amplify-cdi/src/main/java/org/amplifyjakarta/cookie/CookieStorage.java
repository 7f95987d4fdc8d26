package org.amplifyjakarta.cookie;

import java.util.Optional;
import org.amplifyjakarta.config.CookieConfig;

/**
 * Where a session is kept: the cookies of a request and its answer, or something that stands for them. What Amplify's
 * adapters call a cookie storage adapter.
 *
 * <p>Names are spelt as on the wire ({@link CookieName}); values are plain text, encoded and decoded by the storage. A
 * value that was set is what {@link #get} answers from then on.
 *
 * <p>Bound to one request; callers see to it that one thread at a time uses it.
 */
public interface CookieStorage {

    /** Returns the value last set here, else the first readable one that was received. */
    Optional<String> get(String name);

    /** Returns what was received, without what was set since. */
    RequestCookies getAll();

    /**
     * Keeps a value: one {@code Set-Cookie} a name, the last one set.
     *
     * @throws IllegalStateException if nothing can be written any more
     * @throws IllegalArgumentException if the name or an attribute holds what a header must not
     */
    void set(String name, String value, CookieConfig attributes);

    /**
     * Removes a value, with the path and the domain that it was set with.
     *
     * @throws IllegalStateException if nothing can be written any more
     */
    void delete(String name, CookieConfig attributes);

    /** Tells whether a value that is set now still reaches the browser; false once an answer is committed. */
    boolean isWritable();

    /** Returns how many bytes a name and its value may have together. */
    default int maxBytes() {
        return SetCookie.MAX_BYTES;
    }

    /**
     * Sends what was set and deleted, where a storage sends that together.
     *
     * @throws org.amplifyjakarta.AmplifyException named {@code CookieTooLarge} if it is too much; nothing is sent then
     * @throws org.amplifyjakarta.UnavailableException if it cannot be kept now
     */
    default void flush() {}

    /**
     * Claims the right to refresh the session that is kept here, where others may want to as well: waits while somebody else has
     * it. Whoever has it writes the session and flushes, or releases it.
     *
     * @return whether to refresh it; if not, somebody else did, or ended it, and what is received is now that
     * @throws org.amplifyjakarta.UnavailableException if that cannot be told now
     */
    default boolean claim() {
        return true;
    }

    /** Gives up what was claimed, if it still is, and leaves the session as it was. */
    default void release() {}

    /** Takes the session that is written from now on for another one than that which was received. */
    default void renew() {}

    /** Forgets the session, readable or not and whoever wrote it: with the next flush it is gone. */
    default void discard() {}

    /** Takes note that the answer depends on the session, so that no shared cache keeps it. */
    default void markPersonal() {}
}
