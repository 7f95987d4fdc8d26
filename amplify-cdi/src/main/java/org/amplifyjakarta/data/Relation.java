package org.amplifyjakarta.data;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.amplifyjakarta.schema.FieldSchema;
import org.amplifyjakarta.schema.FieldSchema.Kind;
import org.amplifyjakarta.schema.Introspection;
import org.amplifyjakarta.schema.ModelSchema;
import org.amplifyjakarta.schema.ModelSchema.Index;
import org.amplifyjakarta.schema.ModelSchema.Operation;
import org.amplifyjakarta.schema.RelationKeys;
import org.jspecify.annotations.Nullable;

/** A field that leads from a model to another. */
record Relation(ModelSchema model, RelationKeys keys) {

    private static final List<String> PAGE_ARGUMENTS = List.of("filter", "limit", "nextToken");

    /** @throws org.amplifyjakarta.AmplifyException named {@code InvalidField} if the field leads nowhere */
    static Relation of(Introspection schema, ModelSchema model, String name) {
        return new Relation(
                model, RelationKeys.of(schema, model, name).orElseThrow(() -> DataMessages.noRelation(model, name)));
    }

    /** The name of the other model. */
    String target() {
        return keys.other().name();
    }

    /** Finds the records that hold the key of this one. */
    <R> ModelPage<R> page(JsonObject record, ModelOperations<R> others, ListQuery query) {
        requireRead(record);
        List<String> holders = keys.there();
        List<Object> key = values(record, keys.here());
        if (key.size() < holders.size()) {
            return new ModelPage<>(List.of(), null, List.of());
        }
        List<String> rest = holders.subList(1, holders.size());
        Index index = index(holders, query);
        if (index != null) {
            return others.query(
                    index.queryField(), key.get(0), rest.isEmpty() ? query : query.withSortKey(sortKey(rest, key)));
        }
        return others.list(query.where(belonging(holders, key, query.filter())));
    }

    /** Tells whether only a look through the whole table would find what the record's own field has at hand. */
    boolean isAskedThroughRecord(JsonObject record, ListQuery query) {
        return !keys.leadsToKey()
                && query.sortKey() == null
                && !query.descending()
                && index(keys.there(), query) == null
                && !model.disabled().contains(Operation.GET)
                && Collections.disjoint(model.key(), PAGE_ARGUMENTS)
                && values(record, model.key()).size() == model.key().size();
    }

    /** Null where none finds all; the order of one that does not is there for who asks for it. */
    private @Nullable Index index(List<String> holders, ListQuery query) {
        List<Index> indexes = keys.other().indexesOn(holders.get(0));
        if (holders.size() > 1) {
            return indexes.stream()
                    .filter(index -> index.fields().equals(holders))
                    .findFirst()
                    .orElse(null);
        }
        boolean isSorted = query.sortKey() != null || query.descending();
        return indexes.stream()
                .filter(index -> keys.other().isWhole(index, holders))
                .findFirst()
                .or(() -> indexes.stream().filter(index -> isSorted).findFirst())
                .orElse(null);
    }

    <R> Optional<R> one(JsonObject record, ModelOperations<R> others) {
        if (!keys.leadsToKey()) {
            return Pages.all(token -> page(record, others, ListQuery.ALL.from(token)))
                    .findFirst();
        }
        requireRead(record);
        List<Object> key = values(record, keys.here());
        return key.size() < keys.there().size() ? Optional.empty() : others.get(key.toArray());
    }

    /** What was not read must not be taken for nothing. */
    private void requireRead(JsonObject record) {
        keys.here().stream()
                .filter(name -> !record.containsKey(name))
                .findFirst()
                .ifPresent(name -> {
                    throw DataMessages.keyNotRead(model, name);
                });
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
