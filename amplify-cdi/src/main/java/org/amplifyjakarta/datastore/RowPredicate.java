package org.amplifyjakarta.datastore;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.amplifyjakarta.binding.ModelJson;
import org.amplifyjakarta.data.FilterCheck;
import org.amplifyjakarta.schema.FieldSchema;
import org.amplifyjakarta.schema.Introspection;
import org.amplifyjakarta.schema.ModelSchema;
import org.amplifyjakarta.schema.RelationKeys;
import org.amplifyjakarta.schema.SchemaMessages;

/**
 * A predicate of the application, made for the rows of a model.
 *
 * @param test what holds of a row, whatever the API has filtered before
 * @param fields what a row must have for that
 * @param filter what the API may filter by; no row is lost by it; empty for nothing
 */
record RowPredicate(Predicate<JsonObject> test, Set<String> fields, Map<String, Object> filter) {

    /** What can be true only of a value that is there, with the same outcome at the API and here. */
    private static final Set<String> FOR_THE_API =
            Set.of("eq", "lt", "le", "gt", "ge", "between", "beginsWith", "contains");

    static final RowPredicate ALL = new RowPredicate(row -> true, Set.of(), Map.of());

    /** Finds rows of another model, of which only some fields are needed. */
    @FunctionalInterface
    interface RelatedRows {

        List<JsonObject> of(ModelSchema model, RowPredicate predicate, List<String> fields);
    }

    /** Makes predicates for a model. Reads related rows at once where a predicate leads to them. */
    record Maker(Introspection schema, ModelSchema model, ModelJson json, RelatedRows related) {

        /** @throws org.amplifyjakarta.AmplifyException named {@code InvalidField} for what the schema has not */
        RowPredicate of(Map<?, ?> filter) {
            return all(filter.entrySet().stream()
                    .map(part -> part(String.valueOf(part.getKey()), part.getValue()))
                    .toList());
        }

        private RowPredicate part(String name, Object value) {
            return switch (name) {
                case "and" -> all(groups(value));
                case "or" -> any(groups(value));
                case "not" -> {
                    RowPredicate negated = of((Map<?, ?>) value);
                    yield new RowPredicate(negated.test().negate(), negated.fields(), Map.of());
                }
                default -> condition(name, (Map<?, ?>) value);
            };
        }

        private List<RowPredicate> groups(Object value) {
            return ((List<?>) value)
                    .stream().map(group -> of((Map<?, ?>) group)).toList();
        }

        private RowPredicate condition(String name, Map<?, ?> conditions) {
            int dot = name.indexOf('.');
            if (dot >= 0) {
                return related(name.substring(0, dot), Map.of(name.substring(dot + 1), conditions));
            }
            FieldSchema field = Optional.ofNullable(model.fields().get(name))
                    .or(() -> Optional.of(name)
                            .filter(model.implicitFields()::contains)
                            .map(FieldSchema::implicit))
                    .filter(FieldSchema::isLeaf)
                    .orElseThrow(() -> SchemaMessages.noSuchField(model, name));
            return all(conditions.entrySet().stream()
                    .map(condition -> condition(field, String.valueOf(condition.getKey()), condition.getValue()))
                    .toList());
        }

        private RowPredicate condition(FieldSchema field, String operator, Object value) {
            FilterCheck.requireOperator(field, operator);
            Set<String> fields = Set.of(field.name());
            if (operator.equals("size")) {
                return new RowPredicate(
                        row -> hasSize(RowValues.value(row, field.name()), (Map<?, ?>) value), fields, Map.of());
            }
            Object variable = operator.equals("attributeExists") ? value : json.forVariable(value, field);
            JsonValue expected = json.value(variable);
            boolean forTheApi = FOR_THE_API.contains(operator) && expected != JsonValue.NULL && isFilterable(field);
            return new RowPredicate(
                    row -> RowValues.holds(operator, RowValues.value(row, field.name()), expected),
                    fields,
                    forTheApi ? Map.of(field.name(), Map.of(operator, variable)) : Map.of());
        }

        /** What the API's filters know, and keep as it was written: no lists, no JSON, and nothing that the API itself writes. */
        private boolean isFilterable(FieldSchema field) {
            // older APIs have no filter for createdAt and updatedAt
            return model.fields().containsKey(field.name())
                    && !field.isReadOnly()
                    && !field.isArray()
                    && !field.typeName().equals("AWSJSON")
                    && !model.isSyncField(field.name());
        }

        private boolean hasSize(JsonValue actual, Map<?, ?> size) {
            JsonValue length = json.provider().createValue(RowValues.size(actual));
            return actual != JsonValue.NULL
                    && size.entrySet().stream()
                            .allMatch(part -> RowValues.holds(
                                    String.valueOf(part.getKey()), length, json.value(part.getValue())));
        }

        private RowPredicate related(String name, Map<String, ?> condition) {
            RelationKeys keys =
                    RelationKeys.of(schema, model, name).orElseThrow(() -> DataStoreMessages.noRelation(model, name));
            RowPredicate inner = new Maker(schema, keys.other(), json, related).of(condition);
            Set<List<JsonValue>> found = new HashSet<>();
            related.of(keys.other(), inner, keys.there())
                    .forEach(row -> RowValues.tuple(row, keys.there()).ifPresent(found::add));
            return new RowPredicate(
                    row -> RowValues.tuple(row, keys.here())
                            .filter(found::contains)
                            .isPresent(),
                    Set.copyOf(keys.here()),
                    Map.of());
        }
    }

    private static RowPredicate all(List<RowPredicate> parts) {
        List<Map<String, Object>> filters = parts.stream()
                .map(RowPredicate::filter)
                .filter(filter -> !filter.isEmpty())
                .toList();
        return new RowPredicate(
                row -> parts.stream().allMatch(part -> part.test().test(row)), fields(parts), joined("and", filters));
    }

    /** One part of which the API knows nothing lets everything through. */
    private static RowPredicate any(List<RowPredicate> parts) {
        boolean known = parts.stream().noneMatch(part -> part.filter().isEmpty());
        return new RowPredicate(
                row -> parts.stream().anyMatch(part -> part.test().test(row)),
                fields(parts),
                known ? joined("or", parts.stream().map(RowPredicate::filter).toList()) : Map.of());
    }

    private static Map<String, Object> joined(String group, List<Map<String, Object>> filters) {
        if (filters.size() < 2) {
            return filters.isEmpty() ? Map.of() : filters.get(0);
        }
        Map<String, Object> joined = new LinkedHashMap<>();
        joined.put(group, new ArrayList<>(filters));
        return joined;
    }

    private static Set<String> fields(List<RowPredicate> parts) {
        Set<String> fields = new LinkedHashSet<>();
        parts.forEach(part -> fields.addAll(part.fields()));
        return fields;
    }
}
