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
import java.time.LocalTime;
import java.time.OffsetTime;
import java.util.Collection;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.amplifyjakarta.binding.BoundType.Property;
import org.amplifyjakarta.graphql.AwsDateTime;
import org.amplifyjakarta.schema.FieldSchema;
import org.amplifyjakarta.schema.Introspection;
import org.jspecify.annotations.Nullable;

/** Between the JSON that AppSync speaks and the JSON that JSON-B does. Safe for concurrent use. */
public record ModelJson(JsonProvider provider, Jsonb jsonb) {

    /** Length of {@code 2026-01-31}; AppSync allows an offset behind it. */
    private static final int DATE = 10;

    private static final Pattern OFFSET = Pattern.compile("(Z|[+-]\\d\\d:\\d\\d(:\\d\\d)?)$");

    /** @throws org.amplifyjakarta.AmplifyException named {@code UnreadableRecord} for values of another form */
    public <T> T read(JsonObject answer, BoundType bound, Class<T> type) {
        try {
            return jsonb.fromJson(read(answer, bound).toString(), type);
        } catch (JsonbException | DateTimeException e) {
            throw BindingMessages.unreadable(type);
        }
    }

    /** @throws org.amplifyjakarta.AmplifyException named {@code UnreadableRecord} for a value of another form */
    public <T> T leaf(JsonValue value, Class<T> type) {
        try {
            return jsonb.fromJson(value.toString(), type);
        } catch (JsonbException | DateTimeException e) {
            throw BindingMessages.unreadable(type);
        }
    }

    /** Returns a record as JSON. */
    public JsonObject write(Object record) {
        try (var reader = provider.createReader(new StringReader(jsonb.toJson(record)))) {
            return reader.readObject();
        }
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
            return provider.createValue(seconds(text.getString(), field));
        }
        if (field.typeName().equals("AWSJSON")) {
            // of a text nobody but its class can say whether it is JSON already
            boolean isText = value instanceof JsonString && (property == null || property.type() == String.class);
            return isText ? value : provider.createValue(value.toString());
        }
        if (field.kind() == FieldSchema.Kind.CUSTOM_TYPE && value instanceof JsonObject object) {
            return forInput(
                    object, schema.customType(field.typeName()), schema, property == null ? null : property.inner());
        }
        return value;
    }

    private static long seconds(String moment, FieldSchema field) {
        try {
            return Instant.parse(moment).getEpochSecond();
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
            return moment.getEpochSecond();
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
            case "AWSTime" -> time(value, property.type());
            case "AWSJSON" ->
                property.type() != String.class && value instanceof JsonString text ? parsed(text) : value;
            default -> value;
        };
    }

    /** The API may give an offset, or none, whatever the class has room for. */
    private JsonValue time(JsonValue value, Class<?> type) {
        if (!(value instanceof JsonString text)) {
            return value;
        }
        String time = text.getString();
        Matcher offset = OFFSET.matcher(time);
        if (type == LocalTime.class && offset.find()) {
            return provider.createValue(time.substring(0, offset.start()));
        }
        return type == OffsetTime.class && !offset.find() ? provider.createValue(time + "Z") : value;
    }

    private JsonValue parsed(JsonString text) {
        try (var reader = provider.createReader(new StringReader(text.getString()))) {
            return reader.readValue();
        } catch (RuntimeException e) {
            // no JSON, or, a plain RuntimeException of Parsson's, nested too deep: what is wrong is told of the record
            return text;
        }
    }
}
