package org.amplifyjakarta.store;

import java.util.Optional;
import java.util.concurrent.ConcurrentMap;

/**
 * Where sessions are kept on the servers, for all servers that share it; for {@code amplify.session.mode=stored}. By default a cache
 * of JCache; an application that has another store provides a bean of this type, of any scope, and sees to its life itself.
 *
 * <p>Keys are digests, and of no use to who reads them; values hold tokens. Values should go when nobody replaced them for as long as a
 * refresh token lives. Every method is atomic, and what it returns is seen by all servers at once: a cache that is replicated
 * asynchronously lets two servers refresh the same session. A method that fails throws whatever it likes; the request that needed it
 * is answered with 503, or goes on with the tokens that it has, and the session stays as it was.
 *
 * <p>Implementations are safe for concurrent use.
 */
public interface SessionStore {

    /** Returns the value of a key, if there is one. */
    Optional<String> get(String key);

    /** Keeps a value, unless the key has one already. */
    boolean putIfAbsent(String key, String value);

    /** Keeps a value in place of another, unless the key has any value but that one. */
    boolean replace(String key, String old, String value);

    /** Removes a key with its value, if it is there. */
    void remove(String key);

    /** Removes a key, unless it has any value but that one. */
    boolean remove(String key, String old);

    /** Returns the store in a map: a cache of Infinispan, or a map of Hazelcast, which the application has already. */
    static SessionStore of(ConcurrentMap<String, String> map) {
        return new MapSessionStore(map);
    }
}
