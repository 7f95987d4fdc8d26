package org.amplifyjakarta.binding;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.amplifyjakarta.schema.FieldSchema;
import org.amplifyjakarta.schema.FieldSchema.Kind;
import org.amplifyjakarta.schema.Introspection;
import org.amplifyjakarta.schema.ModelSchema;
import org.amplifyjakarta.schema.ScalarFormat;

/** Makes records of JSON from elsewhere, as {@code deserializeModel} of Amplify's DataStore does: checked field by field. */
public record ModelValues(Introspection schema, JsonProvider provider) {

    /** Returns the record with a key, null for what is not there, AWSJSON as what it holds; unknown fields are kept. */
    public JsonObject checked(ModelSchema model, JsonObject given) {
        JsonObjectBuilder record = provider.createObjectBuilder(given);
        model.fields().forEach((name, field) -> record.add(name, value(model, given, field)));
        return record.build();
    }

    private JsonValue value(ModelSchema model, JsonObject given, FieldSchema field) {
        JsonValue value = given.getOrDefault(field.name(), JsonValue.NULL);
        if (value != JsonValue.NULL) {
            return field.isArray() ? many(model, field, value) : one(model, field, value);
        }
        if (field.name().equals("id") && model.key().equals(List.of("id"))) {
            return provider.createValue(UUID.randomUUID().toString());
        }
        if (field.isRequired() && !field.isReadOnly()) {
            throw BindingMessages.required(model, field);
        }
        return value;
    }

    private JsonValue many(ModelSchema model, FieldSchema field, JsonValue value) {
        if (!(value instanceof JsonArray array)) {
            throw BindingMessages.wrongType(model, field, "array");
        }
        JsonArrayBuilder elements = provider.createArrayBuilder();
        array.forEach(element -> elements.add(element == JsonValue.NULL ? element : one(model, field, element)));
        return elements.build();
    }

    private JsonValue one(ModelSchema model, FieldSchema field, JsonValue value) {
        if (!field.isLeaf()) {
            if (!(value instanceof JsonObject object)) {
                throw BindingMessages.wrongType(model, field, "object");
            }
            return field.kind() == Kind.CUSTOM_TYPE ? custom(model, field, object) : value;
        }
        if (field.kind() == Kind.ENUM) {
            return constant(model, field, value);
        }
        if (field.typeName().equals("AWSJSON")) {
            return value instanceof JsonString text ? parsed(model, field, text) : value;
        }
        if (!ScalarFormat.hasJsonType(field.typeName(), value)) {
            throw BindingMessages.wrongType(model, field, ScalarFormat.jsonType(field.typeName()));
        }
        if (!ScalarFormat.fits(field.typeName(), value)) {
            throw BindingMessages.wrongFormat(model, field);
        }
        return value;
    }

    private JsonValue custom(ModelSchema model, FieldSchema field, JsonObject object) {
        Map<String, FieldSchema> fields = schema.customType(field.typeName());
        JsonObjectBuilder custom = provider.createObjectBuilder(object);
        fields.forEach((name, inner) -> custom.add(name, value(model, object, inner)));
        return custom.build();
    }

    private JsonValue constant(ModelSchema model, FieldSchema field, JsonValue value) {
        boolean known = value instanceof JsonString text
                && schema.enums().getOrDefault(field.typeName(), List.of()).contains(text.getString());
        if (!known) {
            throw BindingMessages.wrongFormat(model, field);
        }
        return value;
    }

    private JsonValue parsed(ModelSchema model, FieldSchema field, JsonString text) {
        try (JsonReader reader = provider.createReader(new StringReader(text.getString()))) {
            return reader.readValue();
        } catch (RuntimeException e) {
            // no JSON, or, a plain RuntimeException of Parsson's, nested too deep
            throw BindingMessages.wrongFormat(model, field);
        }
    }
}
