package org.amplifyjakarta.data;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.List;
import org.amplifyjakarta.data.FieldSchema.Association;
import org.amplifyjakarta.data.FieldSchema.Kind;

/** What of a record the API takes. */
record ModelInput(Introspection schema, ModelSchema model, ModelJson json) {

    JsonObject creating(JsonObject record) {
        return input(record, false);
    }

    JsonObject updating(JsonObject record) {
        return input(record, true);
    }

    private JsonObject input(JsonObject record, boolean withNull) {
        JsonObjectBuilder input = json.provider().createObjectBuilder();
        record.forEach((name, value) -> {
            FieldSchema field = model.fields().get(name);
            if (field == null && !model.implicitFields().contains(name)) {
                throw DataMessages.noSuchField(model, name);
            }
            boolean empty = value == JsonValue.NULL;
            if (field != null && !field.isReadOnly() && !(empty && (!withNull || field.isRequired()))) {
                add(input, field, value);
            }
        });
        return json.forInput(input.build(), model.fields(), schema);
    }

    private void add(JsonObjectBuilder input, FieldSchema field, JsonValue value) {
        if (field.kind() != Kind.MODEL) {
            input.add(field.name(), value);
            return;
        }
        Association association = field.association();
        if (!field.isArray() && association != null && value instanceof JsonObject related) {
            List<String> theirs = association.associatedWith().isEmpty()
                    ? schema.model(field.typeName()).key()
                    : association.associatedWith();
            for (int i = 0; i < association.targetNames().size() && i < theirs.size(); i++) {
                input.add(association.targetNames().get(i), related.getOrDefault(theirs.get(i), JsonValue.NULL));
            }
        }
    }
}
