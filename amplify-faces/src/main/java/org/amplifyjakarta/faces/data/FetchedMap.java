package org.amplifyjakarta.faces.data;

import java.util.AbstractMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The data of an answer, fetched when it is asked for first; empty where that fails. */
final class FetchedMap extends AbstractMap<String, @Nullable Object> {

    private final Fetch<Map<String, @Nullable Object>> fetch;

    FetchedMap(Fetch<Map<String, @Nullable Object>> fetch) {
        this.fetch = fetch;
    }

    @Override
    public @Nullable Object get(@Nullable Object name) {
        return fetched().get(name);
    }

    @Override
    public Set<Entry<String, @Nullable Object>> entrySet() {
        return fetched().entrySet();
    }

    // expressions call neither, and a request variable may be looked at without need
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }

    @Override
    public String toString() {
        return "FetchedMap";
    }

    private Map<String, @Nullable Object> fetched() {
        return fetch.get().orElse(Map.of());
    }
}
