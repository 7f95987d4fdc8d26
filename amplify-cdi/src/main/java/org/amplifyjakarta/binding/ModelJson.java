package org.amplifyjakarta.binding;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
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
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.amplifyjakarta.binding.BoundType.Property;
import org.amplifyjakarta.graphql.AwsDateTime;
import org.amplifyjakarta.schema.FieldSchema;
import org.amplifyjakarta.schema.Introspection;
import org.jspecify.annotations.Nullable;

/** Between the JSON that AppSync speaks and the JSON that JSON-B does. Safe for concurrent use. */
public record ModelJson(JsonProvider provider, Jsonb jsonb) {

    /**
     * Returns an answer as a record.
     *
     * @throws org.amplifyjakarta.AmplifyException named {@code UnreadableRecord} for values of another form, and for those that
     *     the record's own constructor refuses, whatever it throws
     */
    public <T> T read(JsonObject answer, BoundType bound, Class<T> type) {
        try {
            ValueReader reader = bound.reader();
            return reader == null
                    ? jsonb.fromJson(read(answer, bound).toString(), type)
                    : Objects.requireNonNull(type.cast(reader.read(answer, provider)));
        } catch (JsonbException | DateTimeException | ArithmeticException | IllegalArgumentException e) {
            throw BindingMessages.unreadable(type);
        }
    }

    /**
     * Returns a scalar or an enum's value as a field of that type would have it, or else as JSON-B makes it; empty for null in
     * an AWSJSON.
     *
     * @throws org.amplifyjakarta.AmplifyException named {@code UnreadableRecord} for a value of another form
     */
    @SuppressWarnings("unchecked") // of a primitive, which casts nothing, T is the box
    public <T> Optional<T> leaf(JsonValue value, FieldSchema field, Class<T> type) {
        try {
            ValueReader reader = ScalarTypes.reader(type, field);
            if (reader != null && type != JsonString.class) {
                return Optional.ofNullable((T) reader.read(value, provider));
            }
            return Optional.ofNullable(
                    type.isInstance(value) ? type.cast(value) : jsonb.fromJson(value.toString(), type));
        } catch (JsonbException | DateTimeException | ArithmeticException | IllegalArgumentException e) {
            throw BindingMessages.unreadable(type);
        }
    }

    /** Returns a record as JSON. */
    public JsonObject write(Object record) {
        try (var reader = provider.createReader(new StringReader(jsonb.toJson(record)))) {
            return reader.readObject();
        }
    }

    /** Returns what has one of these names. */
    JsonObject only(Set<String> names, JsonObject object) {
        JsonObjectBuilder only = provider.createObjectBuilder();
        object.forEach((name, value) -> {
            if (names.contains(name)) {
                only.add(name, value);
            }
        });
        return only.build();
    }

    /**
     * Makes of a record's JSON what AppSync takes: timestamps as seconds, AWSJSON as text.
     *
     * @param bound null for a record that is JSON
     */
    public JsonObject forInput(
            JsonObject record, Map<String, FieldSchema> fields, Introspection schema, @Nullable BoundType bound) {
        JsonObjectBuilder input = provider.createObjectBuilder();
        record.forEach((name, value) -> {
            FieldSchema field = fields.get(name);
            Property property = bound == null ? null : bound.properties().get(name);
            input.add(name, field == null ? value : forInput(value, field, schema, property));
        });
        return input.build();
    }

    private JsonValue forInput(JsonValue value, FieldSchema field, Introspection schema, @Nullable Property property) {
        if (field.isArray() && value instanceof JsonArray array) {
            JsonArrayBuilder many = provider.createArrayBuilder();
            array.forEach(element -> many.add(one(element, field, schema, property)));
            return many.build();
        }
        return one(value, field, schema, property);
    }

    private JsonValue one(JsonValue value, FieldSchema field, Introspection schema, @Nullable Property property) {
        if (value == JsonValue.NULL) {
            return value;
        }
        if (field.typeName().equals("AWSTimestamp") && value instanceof JsonString text) {
            return provider.createValue(timestamp(text.getString(), field));
        }
        if (field.typeName().equals("AWSJSON")) {
            // of a text nobody but its class can say whether it is JSON already
            boolean isText = value instanceof JsonString && (property == null || property.type() == String.class);
            return isText ? value : provider.createValue(value.toString());
        }
        if (field.kind() == FieldSchema.Kind.CUSTOM_TYPE && value instanceof JsonObject object) {
            BoundType inner = property == null ? null : property.inner();
            JsonObject known = inner == null ? object : only(inner.properties().keySet(), object);
            return forInput(known, schema.customType(field.typeName()), schema, inner);
        }
        return value;
    }

    private static long timestamp(String moment, FieldSchema field) {
        try {
            return AwsTexts.count(Instant.parse(moment), field);
        } catch (DateTimeException e) {
            throw BindingMessages.badValue(field);
        }
    }

    /** Returns a value of a filter as it stands in a record. */
    public JsonValue value(Object value) {
        if (value instanceof JsonValue itself) {
            return itself;
        }
        if (value instanceof Instant moment) {
            return provider.createValue(AwsDateTime.text(moment));
        }
        if (value instanceof OffsetDateTime moment) {
            return provider.createValue(AwsDateTime.text(moment.toInstant()));
        }
        if (value instanceof Collection<?> many) {
            JsonArrayBuilder array = provider.createArrayBuilder();
            many.forEach(element -> array.add(value(element)));
            return array.build();
        }
        try (var reader = provider.createReader(new StringReader(jsonb.toJson(value)))) {
            return reader.readValue();
        }
    }

    /** Makes of a value in a filter, a key or an argument what AppSync takes for its field. */
    public Object forVariable(Object value, FieldSchema field) {
        if (value instanceof Collection<?> many) {
            return many.stream()
                    .map(element -> element == null ? JsonValue.NULL : forVariable(element, field))
                    .toList();
        }
        if (field.typeName().equals("AWSTimestamp") && value instanceof Instant moment) {
            return AwsTexts.count(moment, field);
        }
        if (value instanceof OffsetDateTime moment) {
            return forVariable(moment.toInstant(), field);
        }
        return field.typeName().equals("AWSJSON") && !(value instanceof CharSequence || value instanceof JsonString)
                ? value instanceof JsonValue itself ? itself.toString() : jsonb.toJson(value)
                : value;
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
                    .filter(element -> element != JsonValue.NULL && !BoundType.isGone(element, property))
                    .forEach(element -> many.add(single(element, property)));
        }
        return many.build();
    }

    private JsonValue single(JsonValue value, Property property) {
        BoundType inner = property.inner();
        if (inner != null) {
            return value instanceof JsonObject object && !BoundType.isGone(value, property)
                    ? read(object, inner)
                    : JsonValue.NULL;
        }
        if (value instanceof JsonString text) {
            return text(text, property);
        }
        return property.field().typeName().equals("AWSTimestamp")
                        && property.type() == Instant.class
                        && value instanceof JsonNumber count
                ? provider.createValue(AwsTexts.moment(count, property.field()).toString())
                : value;
    }

    /** The API may give an offset, or none, whatever the class has room for. */
    private JsonValue text(JsonString text, Property property) {
        Class<?> type = property.type();
        return switch (property.field().typeName()) {
            case "AWSDate" -> type == LocalDate.class ? provider.createValue(AwsTexts.date(text.getString())) : text;
            case "AWSTime" ->
                type == LocalTime.class
                        ? provider.createValue(AwsTexts.localTime(text.getString()))
                        : type == OffsetTime.class ? provider.createValue(AwsTexts.offsetTime(text.getString())) : text;
            case "AWSJSON" -> type == String.class ? text : AwsTexts.json(text, provider);
            default -> text;
        };
    }
}
