package org.amplifyjakarta.schema;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Definitions that grow field by field. Not safe for concurrent use. */
final class SdlText {

    private final Map<String, Map<String, String>> definitions = new LinkedHashMap<>();

    /**
     * Adds a field to a definition, {@code type Query} for one, which begins with its first field. Of fields with one name the
     * first stays.
     */
    void add(String definition, String field) {
        definitions
                .computeIfAbsent(definition, absent -> new LinkedHashMap<>())
                .putIfAbsent(field.split("[(:]", 2)[0], field);
    }

    boolean has(String definition) {
        return definitions.containsKey(definition);
    }

    static String arguments(Map<String, String> types) {
        return types.isEmpty()
                ? ""
                : types.entrySet().stream()
                        .map(argument -> argument.getKey() + ": " + argument.getValue())
                        .collect(Collectors.joining(", ", "(", ")"));
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        definitions.forEach((definition, fields) -> text.append(definition)
                .append(" {\n  ")
                .append(String.join("\n  ", fields.values()))
                .append("\n}\n"));
        return text.toString();
    }
}
