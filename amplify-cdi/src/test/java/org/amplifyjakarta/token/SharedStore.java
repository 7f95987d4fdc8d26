package org.amplifyjakarta.token;

import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.amplifyjakarta.store.SessionStore;

/** A store that servers of one test share; one that it is cut off from knows nothing of it any more. Safe for concurrent use. */
final class SharedStore implements SessionStore {

    final ConcurrentMap<String, String> values;
    volatile boolean cutOff;

    /** So many replacements fail without an answer. */
    final AtomicInteger lostReplacements = new AtomicInteger();

    /** Done after the next reading. */
    volatile Runnable onceRead = () -> {};

    /** Done after a session was read that somebody has claimed. */
    volatile Runnable onClaimed = () -> {};

    SharedStore() {
        this(new ConcurrentHashMap<>());
    }

    private SharedStore(ConcurrentMap<String, String> values) {
        this.values = values;
    }

    /** Returns the same store as another server sees it. */
    SharedStore ofAnother() {
        return new SharedStore(values);
    }

    @Override
    public Optional<String> get(String key) {
        Optional<String> value = reached().get(key);
        Runnable once = onceRead;
        onceRead = () -> {};
        once.run();
        if (value.filter(text -> !text.startsWith("|")).isPresent()) {
            onClaimed.run();
        }
        return value;
    }

    @Override
    public boolean putIfAbsent(String key, String value) {
        return reached().putIfAbsent(key, value);
    }

    @Override
    public boolean replace(String key, String old, String value) {
        SessionStore store = reached();
        if (lostReplacements.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            throw new IllegalStateException("nobody answers");
        }
        return store.replace(key, old, value);
    }

    @Override
    public void remove(String key) {
        reached().remove(key);
    }

    @Override
    public boolean remove(String key, String old) {
        return reached().remove(key, old);
    }

    private SessionStore reached() {
        if (cutOff) {
            throw new IllegalStateException("eyJ of a token, says a provider that talks too much");
        }
        return SessionStore.of(values);
    }
}
