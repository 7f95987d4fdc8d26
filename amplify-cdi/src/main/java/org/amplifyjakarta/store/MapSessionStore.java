package org.amplifyjakarta.store;

import java.util.Optional;
import java.util.concurrent.ConcurrentMap;

/** A store in a map. Safe for concurrent use. */
record MapSessionStore(ConcurrentMap<String, String> map) implements SessionStore {

    @Override
    public Optional<String> get(String key) {
        return Optional.ofNullable(map.get(key));
    }

    @Override
    public boolean putIfAbsent(String key, String value) {
        return map.putIfAbsent(key, value) == null;
    }

    @Override
    public boolean replace(String key, String old, String value) {
        return map.replace(key, old, value);
    }

    @Override
    public void remove(String key) {
        map.remove(key);
    }

    @Override
    public boolean remove(String key, String old) {
        return map.remove(key, old);
    }

    /** Shows nothing of what is in it. */
    @Override
    public String toString() {
        return "MapSessionStore[]";
    }
}
