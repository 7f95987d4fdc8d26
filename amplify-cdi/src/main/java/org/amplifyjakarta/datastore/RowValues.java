package org.amplifyjakarta.datastore;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What is done with values of rows: compared, and tested by the operators of predicates. */
final class RowValues {

    private RowValues() {}

    /** Null first; then false, true, numbers by size, text by code point, as DynamoDB has it. */
    static final Comparator<JsonValue> ORDER = (left, right) -> {
        int kinds = Integer.compare(kind(left), kind(right));
        if (kinds != 0) {
            return kinds;
        }
        if (left instanceof JsonNumber number && right instanceof JsonNumber other) {
            return number.bigDecimalValue().compareTo(other.bigDecimalValue());
        }
        return left instanceof JsonString text && right instanceof JsonString other
                ? Arrays.compare(
                        text.getString().codePoints().toArray(),
                        other.getString().codePoints().toArray())
                : 0;
    };

    static JsonValue value(JsonObject row, String field) {
        return row.getOrDefault(field, JsonValue.NULL);
    }

    /** The values of a key; empty where one of them is null. */
    static Optional<List<JsonValue>> tuple(JsonObject row, List<String> fields) {
        List<JsonValue> values = new ArrayList<>();
        for (String field : fields) {
            JsonValue value = value(row, field);
            if (value == JsonValue.NULL) {
                return Optional.empty();
            }
            values.add(value);
        }
        return Optional.of(values);
    }

    static boolean holds(String operator, JsonValue actual, JsonValue expected) {
        return switch (operator) {
            case "eq" -> isEqual(actual, expected);
            case "ne" -> !isEqual(actual, expected);
            case "contains" -> contains(actual, expected);
            case "notContains" -> !contains(actual, expected);
            case "attributeExists" -> (actual != JsonValue.NULL) == (expected == JsonValue.TRUE);
            case "beginsWith" ->
                actual instanceof JsonString text
                        && expected instanceof JsonString start
                        && text.getString().startsWith(start.getString());
            case "between" ->
                expected instanceof JsonArray range
                        && range.size() == 2
                        && holds("ge", actual, range.get(0))
                        && holds("le", actual, range.get(1));
            default ->
                kind(actual) == kind(expected) && actual != JsonValue.NULL && compares(operator, actual, expected);
        };
    }

    /** As many as a text has characters, or a list elements. */
    static int size(JsonValue value) {
        return value instanceof JsonString text
                ? text.getString().length()
                : value instanceof JsonArray array ? array.size() : 0;
    }

    private static boolean compares(String operator, JsonValue actual, JsonValue expected) {
        int order = ORDER.compare(actual, expected);
        return switch (operator) {
            case "lt" -> order < 0;
            case "le" -> order <= 0;
            case "gt" -> order > 0;
            case "ge" -> order >= 0;
            default -> throw new IllegalStateException("predicate: " + operator + " was let through by the check.");
        };
    }

    private static boolean isEqual(JsonValue actual, JsonValue expected) {
        return actual instanceof JsonArray || actual instanceof JsonObject
                ? actual.equals(expected)
                : kind(actual) == kind(expected) && ORDER.compare(actual, expected) == 0;
    }

    private static boolean contains(JsonValue actual, JsonValue expected) {
        if (actual instanceof JsonArray array) {
            return array.stream().anyMatch(element -> isEqual(element, expected));
        }
        return actual instanceof JsonString text
                && expected instanceof JsonString part
                && text.getString().contains(part.getString());
    }

    private static int kind(JsonValue value) {
        return switch (value.getValueType()) {
            case NULL -> 0;
            case FALSE -> 1;
            case TRUE -> 2;
            case NUMBER -> 3;
            case STRING -> 4;
            default -> 5;
        };
    }
}
