package org.amplifyjakarta.cookie;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a session is kept in where it is not in cookies of its own names. It makes one text of it, and tells what the browser carries
 * instead. Bound to one request; callers see to it that one thread at a time uses it.
 */
public interface Enclosure {

    /**
     * Returns the text that was kept, if there is one.
     *
     * @param carried finds what the browser carries, by the end of the cookie's name
     * @throws org.amplifyjakarta.UnavailableException if that cannot be told now
     */
    Optional<String> open(Function<String, Optional<String>> carried);

    /**
     * Keeps a text in place of the one that was there.
     *
     * @return what the browser is to carry, by the end of each cookie's name; empty where another request or server has ended the
     *     session meanwhile, and the browser may carry a newer one
     * @throws org.amplifyjakarta.AmplifyException named {@code CookieTooLarge} if it is too much; nothing is kept then
     * @throws org.amplifyjakarta.UnavailableException if it cannot be kept now
     */
    Optional<Map<String, String>> close(String text);

    /**
     * Keeps what was opened no longer, unless another has written it meanwhile.
     *
     * @return whether what the browser carries leads nowhere for that; false where the browser may carry a newer session
     */
    default boolean lapse() {
        return true;
    }

    /** Keeps nothing any more, whoever wrote it. */
    default void discard() {}

    /** Takes the session that is kept from now on for another one than that which was there. */
    default void renew() {}

    /**
     * As {@link CookieStorage#claim()}.
     *
     * @throws org.amplifyjakarta.UnavailableException if that cannot be told now
     */
    default boolean claim() {
        return true;
    }

    /** As {@link CookieStorage#release()}. */
    default void release() {}

    /** Returns how many bytes a name and its value may have together. */
    int maxBytes();
}
