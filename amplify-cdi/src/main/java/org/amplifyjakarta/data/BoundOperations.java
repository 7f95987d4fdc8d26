package org.amplifyjakarta.data;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.amplifyjakarta.binding.BoundType;
import org.amplifyjakarta.binding.ModelInput;
import org.amplifyjakarta.binding.ModelJson;
import org.amplifyjakarta.graphql.AmplifyGraphQL;
import org.amplifyjakarta.graphql.GraphQLException;
import org.amplifyjakarta.graphql.GraphQLOptions;
import org.amplifyjakarta.graphql.GraphQLResult;
import org.amplifyjakarta.schema.FieldSchema;
import org.amplifyjakarta.schema.Introspection;
import org.amplifyjakarta.schema.ModelDocument;
import org.amplifyjakarta.schema.ModelSchema;
import org.amplifyjakarta.schema.ModelSchema.Index;
import org.amplifyjakarta.schema.ModelSchema.Operation;
import org.amplifyjakarta.schema.SelectionSet;
import org.jspecify.annotations.Nullable;

/** {@link ModelOperations} over a GraphQL client. */
record BoundOperations<T>(Api api, ModelBinding<T> binding, GraphQLOptions options) implements ModelOperations<T> {

    /**
     * What all models share.
     *
     * @param current the same API in the session that is current when it is asked
     */
    record Api(
            AmplifyGraphQL graphQl,
            Supplier<AmplifyGraphQL> current,
            Introspection schema,
            ModelJson json,
            AmplifyModels models) {

        Api inCurrentSession() {
            return new Api(current.get(), current, schema, json, models);
        }
    }

    @Override
    public ModelSchema model() {
        return binding.model();
    }

    @Override
    public List<Object> key(T record) {
        List<Object> key = Relation.values(fields(record), model().key());
        return key.size() == model().key().size() ? key : List.of();
    }

    @Override
    public ModelOperations<T> with(GraphQLOptions other) {
        return new BoundOperations<>(api, binding, other);
    }

    @Override
    public ModelOperations<T> select(List<String> paths) {
        if (binding.bound() != null) {
            throw new IllegalStateException("select: a record bound by @Model asks for what it has. Bind another one.");
        }
        if (paths.isEmpty()) {
            throw DataMessages.nothingSelected(model());
        }
        return new BoundOperations<>(
                api, binding.selecting(SelectionSet.ofPaths(api.schema(), model(), paths)), options);
    }

    @Override
    public T create(T record) {
        return written(Operation.CREATE, input().creating(json(record)));
    }

    @Override
    public T update(T record) {
        return written(Operation.UPDATE, input().updating(json(record)));
    }

    @Override
    public T patch(Map<String, ?> changes) {
        ModelInput untyped = new ModelInput(api.schema(), model(), api.json(), null);
        return written(Operation.UPDATE, untyped.patching(api.json().write(changes)));
    }

    @Override
    public Optional<T> delete(Object... key) {
        Map<String, Object> input = key(key);
        if (model().isVersioned()) {
            JsonValue version = version(input);
            if (version == JsonValue.NULL) {
                return Optional.empty();
            }
            input.put(ModelSchema.VERSION, version);
        }
        ModelDocument document = ModelDocument.writing(model(), Operation.DELETE, binding.selection());
        try {
            return row(document, Map.of("input", input)).map(this::record);
        } catch (GraphQLException e) {
            if (new Absence(model()).explains(e, () -> get(key).isEmpty())) {
                return Optional.empty();
            }
            throw e;
        }
    }

    @Override
    public Optional<T> get(Object... key) {
        return row(ModelDocument.get(model(), reading()), key(key))
                .filter(row -> !ModelSchema.isGone(row))
                .map(this::record);
    }

    @Override
    public ModelPage<T> list(ListQuery query) {
        Map<String, Object> variables = new LinkedHashMap<>();
        if (model().isCustomKey()) {
            keys(variables, model().key(), query.partitionKey(), query);
        } else if (query.partitionKey() != null || query.sortKey() != null || query.descending()) {
            throw DataMessages.noSortKey("model " + model().name() + " has the primary key id");
        }
        return page(ModelDocument.list(model(), reading()), query, variables);
    }

    @Override
    public Stream<T> listAll(ListQuery query) {
        BoundOperations<T> here = inCurrentSession();
        return Pages.all(token -> here.list(token == null ? query : query.from(token)));
    }

    @Override
    public ModelPage<T> query(String queryField, Object partitionKey, ListQuery query) {
        Index index = model().index(queryField).orElseThrow(() -> DataMessages.noSuchIndex(model(), queryField));
        Map<String, Object> variables = new LinkedHashMap<>();
        keys(variables, index.fields(), partitionKey, query);
        return page(ModelDocument.index(model(), index, reading()), query, variables);
    }

    @Override
    public Stream<T> queryAll(String queryField, Object partitionKey, ListQuery query) {
        BoundOperations<T> here = inCurrentSession();
        return Pages.all(token -> here.query(queryField, partitionKey, token == null ? query : query.from(token)));
    }

    @Override
    public <R> ModelPage<R> related(T record, String field, Class<R> type, ListQuery query) {
        Relation relation = Relation.of(api.schema(), model(), field);
        return page(relation, field, fields(record), others(relation, type), query);
    }

    @Override
    public <R> Optional<R> relatedOne(T record, String field, Class<R> type) {
        Relation relation = Relation.of(api.schema(), model(), field);
        JsonObject fields = fields(record);
        ModelOperations<R> others = others(relation, type);
        return relation.isAskedThroughRecord(fields, ListQuery.ALL)
                ? page(relation, field, fields, others, ListQuery.ALL).orThrow().items().stream()
                        .findFirst()
                : relation.one(fields, others);
    }

    /** Where no index finds them, the record's own field does; a filter over the whole table is the last resort. */
    private <R> ModelPage<R> page(
            Relation relation, String field, JsonObject record, ModelOperations<R> others, ListQuery query) {
        return others instanceof BoundOperations<R> bound && relation.isAskedThroughRecord(record, query)
                ? bound.within(
                        model(),
                        Objects.requireNonNull(model().fields().get(field)),
                        key(Relation.values(record, model().key()).toArray()),
                        query)
                : relation.page(record, others, query);
    }

    private ModelPage<T> within(ModelSchema parent, FieldSchema relation, Map<String, Object> key, ListQuery query) {
        Map<String, Object> variables = new LinkedHashMap<>(key);
        if (relation.isArray()) {
            window(variables, query);
        }
        ModelDocument document = ModelDocument.within(parent, relation, model(), reading());
        GraphQLResult result = send(document, variables);
        JsonValue related = result.field(document.field()) instanceof JsonObject record
                ? record.getOrDefault(relation.name(), JsonValue.NULL)
                : JsonValue.NULL;
        if (relation.isArray() || !(related instanceof JsonObject one)) {
            return page(related, result);
        }
        return new ModelPage<>(ModelSchema.isGone(one) ? List.of() : List.of(record(one)), null, result.errors());
    }

    /** A stream that is read in another request, or thread, goes on as the user who asked for it. */
    private BoundOperations<T> inCurrentSession() {
        return new BoundOperations<>(api.inCurrentSession(), binding, options);
    }

    private <R> ModelOperations<R> others(Relation relation, Class<R> type) {
        ModelOperations<R> others = api.models().of(type).with(options);
        if (others instanceof BoundOperations<R> bound && !bound.model().name().equals(relation.target())) {
            throw DataMessages.otherModel(model(), relation.target());
        }
        return others;
    }

    private ModelInput input() {
        return new ModelInput(api.schema(), model(), api.json(), binding.bound());
    }

    private T written(Operation operation, JsonObject input) {
        ModelDocument document = ModelDocument.writing(model(), operation, binding.selection());
        return row(document, Map.of("input", input))
                .map(this::record)
                .orElseThrow(() -> DataMessages.nothingWritten(model()));
    }

    /** What is asked for where records are read; an API that resolves conflicts returns those that are gone, too. */
    private SelectionSet reading() {
        if (!model().isVersioned()) {
            return binding.selection();
        }
        SelectionSet selection = SelectionSet.empty();
        selection.fields().putAll(binding.selection().fields());
        return selection.leaf(ModelSchema.DELETED);
    }

    /** Returns null of JSON for what is not there. */
    private JsonValue version(Map<String, Object> key) {
        SelectionSet selection = SelectionSet.empty().leaf(ModelSchema.VERSION).leaf(ModelSchema.DELETED);
        return row(ModelDocument.get(model(), selection), key)
                .filter(row -> !ModelSchema.isGone(row))
                .map(row -> row.getOrDefault(ModelSchema.VERSION, JsonValue.NULL))
                .orElse(JsonValue.NULL);
    }

    private Optional<JsonObject> row(ModelDocument document, Map<String, ?> variables) {
        GraphQLResult result = send(document, variables).orThrow();
        return result.field(document.field()) instanceof JsonObject object ? Optional.of(object) : Optional.empty();
    }

    private ModelPage<T> page(ModelDocument document, ListQuery query, Map<String, Object> variables) {
        window(variables, query);
        GraphQLResult result = send(document, variables);
        return page(result.field(document.field()), result);
    }

    private void window(Map<String, Object> variables, ListQuery query) {
        if (query.filter() != null) {
            variables.put("filter", new FilterCheck(model(), api.json()).checked(query.filter()));
        }
        if (query.limit() != null) {
            variables.put("limit", query.limit());
        }
        if (query.nextToken() != null) {
            variables.put("nextToken", query.nextToken());
        }
    }

    private ModelPage<T> page(JsonValue answered, GraphQLResult result) {
        if (!(answered instanceof JsonObject page)) {
            result.orThrow();
            return new ModelPage<>(List.of(), null, List.of());
        }
        List<T> items = page.get("items") instanceof JsonArray array
                ? array.stream()
                        .filter(JsonObject.class::isInstance)
                        .map(JsonValue::asJsonObject)
                        .filter(row -> !ModelSchema.isGone(row))
                        .map(this::record)
                        .toList()
                : List.of();
        String token = page.get("nextToken") instanceof JsonString text ? text.getString() : null;
        return new ModelPage<>(items, token, result.errors());
    }

    private GraphQLResult send(ModelDocument document, Map<String, ?> variables) {
        return document.mutation()
                ? api.graphQl().mutate(document.text(), variables, options)
                : api.graphQl().query(document.text(), variables, options);
    }

    private void keys(Map<String, Object> variables, List<String> fields, @Nullable Object partition, ListQuery query) {
        if (partition != null) {
            variables.put(fields.get(0), variable(fields.get(0), partition));
        }
        if (query.descending()) {
            variables.put("sortDirection", "DESC");
        }
        if (query.sortKey() != null) {
            if (fields.size() < 2) {
                throw DataMessages.noSortKey("there is none");
            }
            List<String> sortFields = fields.subList(1, fields.size());
            variables.put(ModelDocument.sortKeyArgument(sortFields), sortKey(query.sortKey(), sortFields));
        }
    }

    private Map<String, Object> key(Object... values) {
        List<String> names = model().key();
        if (values.length != names.size() || Stream.of(values).anyMatch(value -> value == null)) {
            throw DataMessages.badKey(model());
        }
        Map<String, Object> key = new LinkedHashMap<>();
        for (int i = 0; i < values.length; i++) {
            key.put(names.get(i), variable(names.get(i), values[i]));
        }
        return key;
    }

    private Map<String, Object> sortKey(SortKey sortKey, List<String> fields) {
        Object value = sortKey.value();
        return Map.of(
                sortKey.operator(),
                value instanceof List<?> bounds
                        ? bounds.stream()
                                .map(bound -> sortKeyValue(bound, fields))
                                .toList()
                        : sortKeyValue(value, fields));
    }

    private Object sortKeyValue(Object value, List<String> fields) {
        if (!(value instanceof Map<?, ?> composite)) {
            return variable(fields.get(0), value);
        }
        Map<String, Object> parts = new LinkedHashMap<>();
        composite.forEach((key, part) -> {
            String name = String.valueOf(key);
            if (fields.size() < 2 || !fields.contains(name)) {
                throw DataMessages.noSortKeyField(model(), name);
            }
            parts.put(name, variable(name, part));
        });
        return parts;
    }

    private Object variable(String name, Object value) {
        FieldSchema field = model().fields().get(name);
        return field == null ? value : api.json().forVariable(value, field);
    }

    private JsonObject json(T record) {
        return record instanceof JsonObject itself ? itself : api.json().write(record);
    }

    /** As AppSync has them: timestamps are seconds. */
    private JsonObject fields(T record) {
        return api.json().forInput(json(record), model().fields(), api.schema(), binding.bound());
    }

    private T record(JsonObject answer) {
        BoundType bound = binding.bound();
        return bound == null
                ? binding.type().cast(Relation.flat(answer, model(), api.json().provider()))
                : api.json().read(answer, bound, binding.type());
    }
}
