package org.amplifyjakarta.data;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbException;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import org.amplifyjakarta.data.BoundType.Property;

/** Between the JSON that AppSync speaks and the JSON that JSON-B does. Safe for concurrent use. */
record ModelJson(JsonProvider provider, Jsonb jsonb) {

    /** Length of {@code 2026-01-31}; AppSync allows an offset behind it. */
    private static final int DATE = 10;

    /** @throws org.amplifyjakarta.AmplifyException named {@code UnreadableRecord} for values of another form */
    <T> T read(JsonObject answer, BoundType bound, Class<T> type) {
        try {
            return jsonb.fromJson(read(answer, bound).toString(), type);
        } catch (JsonbException | DateTimeException e) {
            throw DataMessages.unreadable(type);
        }
    }

    /** @throws org.amplifyjakarta.AmplifyException named {@code UnreadableRecord} for a value of another form */
    <T> T leaf(JsonValue value, Class<T> type) {
        try {
            return jsonb.fromJson(value.toString(), type);
        } catch (JsonbException | DateTimeException e) {
            throw DataMessages.unreadable(type);
        }
    }

    JsonObject write(Object record) {
        try (var reader = provider.createReader(new StringReader(jsonb.toJson(record)))) {
            return reader.readObject();
        }
    }

    /** Makes of a record's JSON what AppSync takes: timestamps as seconds, AWSJSON as text. */
    JsonObject forInput(JsonObject record, Map<String, FieldSchema> fields, Introspection schema) {
        JsonObjectBuilder input = provider.createObjectBuilder();
        record.forEach((name, value) -> {
            FieldSchema field = fields.get(name);
            input.add(name, field == null ? value : forInput(value, field, schema));
        });
        return input.build();
    }

    private JsonValue forInput(JsonValue value, FieldSchema field, Introspection schema) {
        if (value == JsonValue.NULL) {
            return value;
        }
        if (field.isArray() && value instanceof JsonArray array) {
            JsonArrayBuilder many = provider.createArrayBuilder();
            array.forEach(element -> many.add(one(element, field, schema)));
            return many.build();
        }
        return one(value, field, schema);
    }

    private JsonValue one(JsonValue value, FieldSchema field, Introspection schema) {
        if (field.typeName().equals("AWSTimestamp") && value instanceof JsonString text) {
            return provider.createValue(Instant.parse(text.getString()).getEpochSecond());
        }
        if (field.typeName().equals("AWSJSON") && !(value instanceof JsonString)) {
            return provider.createValue(value.toString());
        }
        if (field.kind() == FieldSchema.Kind.CUSTOM_TYPE && value instanceof JsonObject object) {
            return forInput(object, schema.customType(field.typeName()), schema);
        }
        return value;
    }

    private JsonObject read(JsonObject answer, BoundType bound) {
        JsonObjectBuilder object = provider.createObjectBuilder();
        bound.properties().forEach((name, property) -> {
            JsonValue value = answer.getOrDefault(name, JsonValue.NULL);
            if (value != JsonValue.NULL) {
                object.add(name, read(value, property));
            }
        });
        return object.build();
    }

    private JsonValue read(JsonValue value, Property property) {
        if (!property.field().isArray()) {
            return single(value, property);
        }
        JsonValue elements = value instanceof JsonObject page ? page.getOrDefault("items", JsonValue.NULL) : value;
        JsonArrayBuilder many = provider.createArrayBuilder();
        if (elements instanceof JsonArray array) {
            array.stream()
                    .filter(element -> element != JsonValue.NULL)
                    .forEach(element -> many.add(single(element, property)));
        }
        return many.build();
    }

    private JsonValue single(JsonValue value, Property property) {
        BoundType inner = property.inner();
        if (inner != null) {
            return value instanceof JsonObject object ? read(object, inner) : JsonValue.NULL;
        }
        return switch (property.field().typeName()) {
            case "AWSTimestamp" ->
                property.type() == Instant.class && value instanceof JsonNumber seconds
                        ? provider.createValue(
                                Instant.ofEpochSecond(seconds.longValue()).toString())
                        : value;
            case "AWSDate" ->
                value instanceof JsonString date && date.getString().length() > DATE && property.type() != String.class
                        ? provider.createValue(date.getString().substring(0, DATE))
                        : value;
            case "AWSJSON" ->
                property.type() != String.class && value instanceof JsonString text ? parsed(text) : value;
            default -> value;
        };
    }

    private JsonValue parsed(JsonString text) {
        try (var reader = provider.createReader(new StringReader(text.getString()))) {
            return reader.readValue();
        } catch (JsonException e) {
            return text;
        }
    }
}
