package org.amplifyjakarta.config.outputs;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.amplifyjakarta.config.ConfigKey;
import org.jspecify.annotations.Nullable;

/**
 * An object within a file, and where its values go. What is absent or null is passed over; what has another type than
 * Amplify gives it is refused, with its place.
 */
record Section(String place, JsonObject object, Map<String, String> target) {

    Section(JsonObject file, Map<String, String> target) {
        this("", file, target);
    }

    /** Copies a text, a number or a truth value as it is. */
    void copy(String name, ConfigKey key) {
        copy(name, key, "");
    }

    void copy(String name, ConfigKey key, String of) {
        scalar(name).ifPresent(value -> put(key, of, value));
    }

    /** Copies an object as JSON. */
    void copyObject(String name, ConfigKey key, String of) {
        section(name).ifPresent(section -> put(key, of, section.object.toString()));
    }

    /** Copies a list of texts. */
    void copyList(String name, ConfigKey key) {
        if (object.containsKey(name)) {
            put(key, texts(name));
        }
    }

    void put(ConfigKey key, String of, String value) {
        target.put(key.key(of), value);
    }

    void put(ConfigKey key, String value) {
        put(key, "", value);
    }

    void put(ConfigKey key, boolean value) {
        put(key, "", Boolean.toString(value));
    }

    void put(ConfigKey key, List<String> values) {
        put(key, values.stream().map(value -> value.replace(",", "\\,")).collect(Collectors.joining(",")));
    }

    Optional<String> text(String name) {
        return value(name).map(value -> {
            if (value instanceof JsonString text) {
                return text.getString();
            }
            throw wrong(name, "is no text.");
        });
    }

    /** Returns a text, number or truth value as text. */
    Optional<String> scalar(String name) {
        return value(name).map(value -> {
            if (value instanceof JsonString text) {
                return text.getString();
            }
            if (value instanceof JsonNumber || value == JsonValue.TRUE || value == JsonValue.FALSE) {
                return value.toString();
            }
            throw wrong(name, "is neither a text nor a number nor true or false.");
        });
    }

    /** Returns a list of texts; empty if absent. */
    List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        for (JsonValue element : elements(name)) {
            if (!(element instanceof JsonString text)) {
                throw wrong(name, "holds something else than texts.");
            }
            texts.add(text.getString());
        }
        return texts;
    }

    /** Returns a list of objects; empty if absent. */
    List<Section> sections(String name) {
        List<Section> sections = new ArrayList<>();
        for (JsonValue element : elements(name)) {
            if (!(element instanceof JsonObject inner)) {
                throw wrong(name, "holds something else than objects.");
            }
            sections.add(new Section(at(name + "[]"), inner, target));
        }
        return sections;
    }

    Optional<Section> section(String name) {
        return value(name).map(value -> {
            if (value instanceof JsonObject inner) {
                return new Section(at(name), inner, target);
            }
            throw wrong(name, "is no object.");
        });
    }

    MalformedOutputsException wrong(String name, String rule) {
        return new MalformedOutputsException(at(name) + ": " + rule);
    }

    private List<JsonValue> elements(String name) {
        return value(name)
                .map(value -> {
                    if (value instanceof JsonArray array) {
                        return List.copyOf(array);
                    }
                    throw wrong(name, "is no list.");
                })
                .orElse(List.of());
    }

    private Optional<JsonValue> value(String name) {
        @Nullable JsonValue value = object.get(name);
        return value == null || value == JsonValue.NULL ? Optional.empty() : Optional.of(value);
    }

    private String at(String name) {
        return place.isEmpty() ? name : place + "." + name;
    }
}
