package org.amplifyjakarta.config.outputs;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.Map;
import org.amplifyjakarta.config.ReadFault;
import org.jspecify.annotations.Nullable;

/**
 * A file of Amplify's, read: its values, or why it could not be read. Immutable.
 *
 * @param values by key below the prefix of the configuration
 */
record OutputsFile(
        String name, Map<String, String> values, @Nullable ReadFault fault) {

    /** Reads a file of any of the three kinds. */
    static OutputsFile of(String name, String text) {
        try {
            String json = text.startsWith("\ufeff") ? text.substring(1) : text;
            return new OutputsFile(name, recognized(object(json)), null);
        } catch (MalformedOutputsException e) {
            return faulty(
                    name,
                    new ReadFault(
                            name,
                            "text of " + text.length() + " characters",
                            e.rule(),
                            "Generate the file again with Amplify, or correct it."));
        }
    }

    static OutputsFile faulty(String name, ReadFault fault) {
        return new OutputsFile(name, Map.of(), fault);
    }

    /** Returns the properties for a configuration of that prefix. */
    Map<String, String> properties(String prefix) {
        Map<String, String> properties = new LinkedHashMap<>();
        values.forEach((key, value) -> properties.put(prefix + key.substring("amplify.".length()), value));
        if (fault != null) {
            properties.put(ReadFault.property(prefix), fault.value());
        }
        return properties;
    }

    private static JsonObject object(String text) {
        String json = text.stripLeading().startsWith("{") ? text : JavaScriptLiteral.toJson(text);
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
            return reader.readObject();
        } catch (RuntimeException e) {
            // Parsson tells of nesting that is too deep by a RuntimeException that is no JsonException
            throw new MalformedOutputsException("is no JSON object.");
        }
    }

    /** Amplify takes a version "10" for Gen 2 and stumbles over a number; here both are told. */
    private static Map<String, String> recognized(JsonObject file) {
        if (file.keySet().stream().anyMatch(key -> key.startsWith("aws_"))) {
            return Gen1.properties(file);
        }
        if (!file.containsKey("version")) {
            throw new MalformedOutputsException("has neither aws_… keys (Gen 1) nor a version (Gen 2).");
        }
        if (!(file.get("version") instanceof JsonString version)) {
            throw new MalformedOutputsException("version: is no text.");
        }
        if (!version.getString().matches("1(\\.\\d{1,9})?")) {
            throw new MalformedOutputsException("version: is none that is known, which are 1 and 1.<minor>.");
        }
        return Gen2.properties(file);
    }
}
