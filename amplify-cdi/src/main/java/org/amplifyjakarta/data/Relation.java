package org.amplifyjakarta.data;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.amplifyjakarta.data.FieldSchema.Association;
import org.amplifyjakarta.data.FieldSchema.Kind;
import org.amplifyjakarta.data.ModelSchema.Index;
import org.jspecify.annotations.Nullable;

/** A field that leads from a model to another. */
record Relation(Introspection schema, ModelSchema model, String name) {

    /** Finds the records that hold the key of this one. */
    <R> ModelPage<R> page(JsonObject record, ModelOperations<R> others, ListQuery query) {
        FieldSchema field = field();
        Object key = value(record, model.key().get(0));
        if (key == null) {
            return new ModelPage<>(List.of(), null, List.of());
        }
        ModelSchema other = schema.model(field.typeName());
        String holder = holder(field, other);
        Optional<Index> index = other.indexOn(holder);
        if (index.isPresent()) {
            return others.query(index.get().queryField(), key, query);
        }
        Filter belonging = Filter.where(holder).eq(key);
        return others.list(query.where(query.filter() == null ? belonging : belonging.and(query.filter())));
    }

    <R> Optional<R> one(JsonObject record, ModelOperations<R> others) {
        FieldSchema field = field();
        Association association = Objects.requireNonNull(field.association());
        if (association.targetNames().isEmpty()) {
            return page(record, others, ListQuery.ALL).items().stream().findFirst();
        }
        List<Object> key = association.targetNames().stream()
                .map(target -> value(record, target))
                .filter(Objects::nonNull)
                .map(Object.class::cast)
                .toList();
        int needed = schema.model(field.typeName()).key().size();
        return key.size() < needed
                ? Optional.empty()
                : others.get(key.subList(0, needed).toArray());
    }

    private FieldSchema field() {
        FieldSchema field = model.fields().get(name);
        if (field == null || field.kind() != Kind.MODEL || field.association() == null) {
            throw DataMessages.noRelation(model, name);
        }
        return field;
    }

    /** The field over there that holds the key: named itself, or behind the relation that leads back. */
    private String holder(FieldSchema field, ModelSchema other) {
        String with = Objects.requireNonNull(field.association()).associatedWith().stream()
                .findFirst()
                .orElseThrow(() -> DataMessages.noRelation(model, name));
        FieldSchema back = other.fields().get(with);
        return back == null
                        || back.association() == null
                        || back.association().targetNames().isEmpty()
                ? with
                : back.association().targetNames().get(0);
    }

    private static @Nullable Object value(JsonObject record, String name) {
        JsonValue value = record.get(name);
        return value instanceof JsonString text
                ? text.getString()
                : value instanceof JsonNumber number ? number.bigDecimalValue() : null;
    }

    /** Takes the items of relations to many out of their pages, as Amplify's client does. */
    static JsonObject flat(JsonObject record, ModelSchema model, JsonProvider provider) {
        JsonObjectBuilder flat = provider.createObjectBuilder(record);
        record.forEach((field, value) -> {
            FieldSchema known = model.fields().get(field);
            if (known != null && known.kind() == Kind.MODEL && known.isArray() && value instanceof JsonObject page) {
                flat.add(field, page.getOrDefault("items", JsonValue.EMPTY_JSON_ARRAY));
            }
        });
        return flat.build();
    }
}
