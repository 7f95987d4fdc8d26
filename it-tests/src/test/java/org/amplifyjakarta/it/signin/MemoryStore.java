package org.amplifyjakarta.it.signin;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.amplifyjakarta.store.SessionStore;

/** A store as an application may have one; for one server alone. */
@ApplicationScoped
public class MemoryStore implements SessionStore {

    private final Map<String, String> values = new ConcurrentHashMap<>();

    @Override
    public Optional<String> get(String key) {
        return Optional.ofNullable(values.get(key));
    }

    @Override
    public boolean putIfAbsent(String key, String value) {
        return values.putIfAbsent(key, value) == null;
    }

    @Override
    public boolean replace(String key, String old, String value) {
        return values.replace(key, old, value);
    }

    @Override
    public void remove(String key) {
        values.remove(key);
    }
}
