package org.amplifyjakarta.binding;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.List;
import org.amplifyjakarta.schema.FieldSchema;
import org.amplifyjakarta.schema.FieldSchema.Association;
import org.amplifyjakarta.schema.FieldSchema.Kind;
import org.amplifyjakarta.schema.Introspection;
import org.amplifyjakarta.schema.ModelSchema;
import org.amplifyjakarta.schema.SchemaMessages;
import org.jspecify.annotations.Nullable;

/** What of a record the API takes. */
public record ModelInput(
        Introspection schema,
        ModelSchema model,
        ModelJson json,
        @Nullable BoundType bound) {

    /** Returns what creates a record: null is left out. */
    public JsonObject creating(JsonObject record) {
        return input(record, false);
    }

    /** Returns what updates a record: null empties a field. */
    public JsonObject updating(JsonObject record) {
        return input(record, true);
    }

    /**
     * Returns what updates some fields: null empties a field.
     *
     * @throws org.amplifyjakarta.AmplifyException named {@code InvalidField} for null in a field that must be there
     */
    public JsonObject patching(JsonObject changes) {
        changes.forEach((name, value) -> {
            FieldSchema field = model.fields().get(name);
            if (value == JsonValue.NULL && field != null && field.isRequired() && !field.isReadOnly()) {
                throw BindingMessages.required(model, field);
            }
        });
        return updating(changes);
    }

    private JsonObject input(JsonObject written, boolean withNull) {
        // JSON-B takes a method isX() or getX() for a property, too
        JsonObject record =
                bound == null ? written : json.only(bound.properties().keySet(), written);
        JsonObjectBuilder input = json.provider().createObjectBuilder();
        record.forEach((name, value) -> {
            FieldSchema field = model.fields().get(name);
            if (field == null && !model.implicitFields().contains(name)) {
                throw SchemaMessages.noSuchField(model, name);
            }
            boolean empty = value == JsonValue.NULL;
            if (field != null
                    && field.kind() != Kind.MODEL
                    && !field.isReadOnly()
                    && !(empty && (!withNull || field.isRequired()))) {
                input.add(name, value);
            }
        });
        // after the fields, over which a related record has the say
        record.forEach((name, value) -> {
            FieldSchema field = model.fields().get(name);
            if (field != null && field.kind() == Kind.MODEL && value instanceof JsonObject related) {
                addKey(input, field, related);
            }
        });
        return json.forInput(input.build(), model.fields(), schema, bound);
    }

    /** A related record without its whole key says nothing of whose it is. */
    private void addKey(JsonObjectBuilder input, FieldSchema field, JsonObject related) {
        Association association = field.association();
        if (field.isArray() || association == null) {
            return;
        }
        List<String> own = association.targetNames();
        List<String> theirs = association.associatedWith().isEmpty()
                ? schema.model(field.typeName()).key()
                : association.associatedWith();
        boolean whole = own.size() <= theirs.size()
                && theirs.subList(0, own.size()).stream()
                        .allMatch(name -> related.getOrDefault(name, JsonValue.NULL) != JsonValue.NULL);
        for (int i = 0; whole && i < own.size(); i++) {
            input.add(own.get(i), related.getOrDefault(theirs.get(i), JsonValue.NULL));
        }
    }
}
