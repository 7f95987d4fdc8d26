package org.amplifyjakarta.it.sample;

import jakarta.json.Json;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReaderFactory;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON for answers, from one factory: {@code Json.createObjectBuilder()} looks through the whole class path each time. */
final class JsonBodies {

    static final JsonBuilderFactory JSON = Json.createBuilderFactory(Map.of());
    static final JsonReaderFactory READERS = Json.createReaderFactory(Map.of());

    private JsonBodies() {}

    static JsonObjectBuilder object() {
        return JSON.createObjectBuilder();
    }

    /** Adds a text, or null. */
    static JsonObjectBuilder add(JsonObjectBuilder object, String name, @Nullable String text) {
        return text == null ? object.addNull(name) : object.add(name, text);
    }
}
