package org.amplifyjakarta.config;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Values that are JSON themselves. */
final class JsonText {

    private JsonText() {}

    static boolean isObject(String text) {
        return object(text).isPresent();
    }

    /** Reads pattern → who → actions; empty if it is something else. */
    static Optional<Map<String, Map<String, List<String>>>> rules(String text) {
        return object(text).flatMap(JsonText::rules);
    }

    private static Optional<Map<String, Map<String, List<String>>>> rules(JsonObject paths) {
        Map<String, Map<String, List<String>>> rules = new LinkedHashMap<>();
        for (Map.Entry<String, JsonValue> path : paths.entrySet()) {
            if (!(path.getValue() instanceof JsonObject ofPath)) {
                return Optional.empty();
            }
            Map<String, List<String>> allowed = new LinkedHashMap<>();
            for (Map.Entry<String, JsonValue> who : ofPath.entrySet()) {
                if (!(who.getValue() instanceof JsonArray actions)
                        || !actions.stream().allMatch(JsonString.class::isInstance)) {
                    return Optional.empty();
                }
                allowed.put(who.getKey(), actions.getValuesAs(JsonString::getString));
            }
            rules.put(path.getKey(), Map.copyOf(allowed));
        }
        return Optional.of(rules);
    }

    private static Optional<JsonObject> object(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return Optional.of(reader.readObject());
        } catch (RuntimeException e) {
            // Parsson tells of nesting that is too deep by a RuntimeException that is no JsonException
            return Optional.empty();
        }
    }
}
