package org.amplifyjakarta.data;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.amplifyjakarta.schema.FieldSchema;
import org.amplifyjakarta.schema.FieldSchema.Kind;
import org.amplifyjakarta.schema.Introspection;
import org.amplifyjakarta.schema.ModelSchema;
import org.amplifyjakarta.schema.ModelSchema.Index;
import org.jspecify.annotations.Nullable;

/** A field that leads from a model to another. */
record Relation(Introspection schema, ModelSchema model, String name) {

    /** The name of the other model. */
    String target() {
        return field().typeName();
    }

    /** Finds the records that hold the key of this one. */
    <R> ModelPage<R> page(JsonObject record, ModelOperations<R> others, ListQuery query) {
        FieldSchema field = field();
        ModelSchema other = schema.model(field.typeName());
        List<String> holders = holders(field, other);
        List<Object> key = values(
                record,
                model.key().subList(0, Math.min(holders.size(), model.key().size())));
        if (key.size() < holders.size()) {
            return new ModelPage<>(List.of(), null, List.of());
        }
        List<String> rest = holders.subList(1, holders.size());
        Index index = other.indexOn(holders.get(0)).orElse(null);
        if (index != null && rest.isEmpty()) {
            return others.query(index.queryField(), key.get(0), query);
        }
        if (index != null && index.fields().subList(1, index.fields().size()).equals(rest)) {
            return others.query(index.queryField(), key.get(0), query.withSortKey(sortKey(rest, key)));
        }
        return others.list(query.where(belonging(holders, key, query.filter())));
    }

    <R> Optional<R> one(JsonObject record, ModelOperations<R> others) {
        FieldSchema field = field();
        List<String> targets = Objects.requireNonNull(field.association()).targetNames();
        if (targets.isEmpty()) {
            return Pages.all(token -> page(record, others, ListQuery.ALL.from(token)))
                    .findFirst();
        }
        targets.stream()
                .filter(target -> !record.containsKey(target))
                .findFirst()
                .ifPresent(target -> {
                    throw DataMessages.keyNotRead(model, target);
                });
        List<Object> key = values(record, targets);
        return key.size() < schema.model(field.typeName()).key().size() ? Optional.empty() : others.get(key.toArray());
    }

    private static SortKey sortKey(List<String> names, List<Object> key) {
        if (names.size() == 1) {
            return SortKey.eq(key.get(1));
        }
        Map<String, Object> composite = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            composite.put(names.get(i), key.get(i + 1));
        }
        return SortKey.eq(composite);
    }

    private static Filter belonging(List<String> holders, List<Object> key, @Nullable Filter more) {
        Filter filter = Filter.where(holders.get(0)).eq(key.get(0));
        for (int i = 1; i < holders.size(); i++) {
            filter = filter.and(Filter.where(holders.get(i)).eq(key.get(i)));
        }
        return more == null ? filter : filter.and(more);
    }

    private FieldSchema field() {
        FieldSchema field = model.fields().get(name);
        if (field == null || field.kind() != Kind.MODEL || field.association() == null) {
            throw DataMessages.noRelation(model, name);
        }
        return field;
    }

    /** The fields over there that hold the key: named themselves, or behind the relation that leads back. */
    private List<String> holders(FieldSchema field, ModelSchema other) {
        List<String> with = Objects.requireNonNull(field.association()).associatedWith();
        if (with.isEmpty()) {
            throw DataMessages.noRelation(model, name);
        }
        FieldSchema back = other.fields().get(with.get(0));
        return back == null
                        || back.association() == null
                        || back.association().targetNames().isEmpty()
                ? with
                : back.association().targetNames();
    }

    /** What is there of a key; shorter than the names where something is missing. */
    static List<Object> values(JsonObject record, List<String> names) {
        List<Object> values = new ArrayList<>();
        for (String name : names) {
            Object value = value(record, name);
            if (value == null) {
                return values;
            }
            values.add(value);
        }
        return values;
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
