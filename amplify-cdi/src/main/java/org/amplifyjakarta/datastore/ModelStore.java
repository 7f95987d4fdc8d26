package org.amplifyjakarta.datastore;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.amplifyjakarta.binding.BoundType;
import org.amplifyjakarta.binding.ModelInput;
import org.amplifyjakarta.data.Absence;
import org.amplifyjakarta.data.Filter;
import org.amplifyjakarta.data.FilterCheck;
import org.amplifyjakarta.data.ModelBinding;
import org.amplifyjakarta.graphql.GraphQLException;
import org.amplifyjakarta.schema.FieldSchema;
import org.amplifyjakarta.schema.ModelDocument;
import org.amplifyjakarta.schema.ModelSchema;
import org.amplifyjakarta.schema.ModelSchema.Operation;
import org.amplifyjakarta.schema.SchemaMessages;
import org.amplifyjakarta.schema.SelectionSet;
import org.jspecify.annotations.Nullable;

/** Queries and writes of one model, in one session. */
record ModelStore<T>(ModelRows rows, ModelBinding<T> binding) {

    List<T> query(StoreQuery query) {
        Stream<JsonObject> found = found(query).stream();
        if (!query.sort().isEmpty()) {
            found = found.sorted(order(query.sort()));
        }
        if (query.limit() > 0) {
            found = found.skip((long) query.page() * query.limit()).limit(query.limit());
        }
        return found.map(this::record).toList();
    }

    Optional<T> query(Map<String, ?> key) {
        return rows.get(model(), checked(key), binding.selection()).map(this::record);
    }

    T save(T record, @Nullable Filter condition) {
        JsonObject json = rows.json().write(record);
        boolean isThere = isThere(forTheApi(json));
        ModelInput input = new ModelInput(rows.schema(), model(), rows.json(), bound());
        return write(
                        isThere ? Operation.UPDATE : Operation.CREATE,
                        isThere ? input.updating(json) : input.creating(json),
                        condition)
                .orElseThrow(() -> DataStoreMessages.nothingWritten(model()));
    }

    Optional<T> delete(T record, @Nullable Filter condition) {
        return delete(forTheApi(rows.json().write(record)), condition);
    }

    Optional<T> delete(Map<String, ?> key) {
        Map<String, Object> checked = checked(key);
        if (model().isVersioned()) {
            return rows.get(model(), checked, SelectionSet.empty()).flatMap(row -> delete(row, null));
        }
        JsonObjectBuilder row = rows.json().provider().createObjectBuilder();
        checked.forEach((name, value) -> row.add(name, rows.json().value(value)));
        return delete(row.build(), null);
    }

    List<T> deleteAll(Filter predicate) {
        return found(StoreQuery.ALL.where(predicate)).stream()
                .flatMap(row -> delete(row, null).stream())
                .toList();
    }

    private List<JsonObject> found(StoreQuery query) {
        RowPredicate predicate = query.predicate() == null
                ? RowPredicate.ALL
                : rows.predicates(model()).of(query.predicate().json());
        SelectionSet selection = SelectionSet.empty();
        selection.fields().putAll(binding.selection().fields());
        query.sort().forEach(order -> selection.leaf(sortable(order.field())));
        return rows.find(model(), predicate, selection, query.needed());
    }

    private Optional<T> delete(JsonObject row, @Nullable Filter condition) {
        JsonObjectBuilder input = rows.json().provider().createObjectBuilder();
        key(row).forEach(input::add);
        if (model().isVersioned()) {
            if (!hasVersion(row)) {
                throw DataStoreMessages.noVersion(model());
            }
            input.add(ModelSchema.VERSION, RowValues.value(row, ModelSchema.VERSION));
        }
        try {
            return write(Operation.DELETE, input.build(), condition);
        } catch (GraphQLException e) {
            if (condition == null && new Absence(model()).explains(e, () -> !isFound(key(row)))) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private Optional<T> write(Operation operation, JsonObject input, @Nullable Filter condition) {
        Map<String, Object> variables = new LinkedHashMap<>();
        variables.put("input", input);
        ModelDocument document;
        if (condition == null) {
            document = ModelDocument.writing(model(), operation, binding.selection());
        } else {
            document = ModelDocument.writingIf(model(), operation, binding.selection());
            variables.put("condition", new FilterCheck(model(), rows.json()).checked(condition));
        }
        return rows.modes()
                .first(
                        model(),
                        options -> rows.graphQl()
                                                .mutate(document.text(), variables, options)
                                                .orThrow()
                                                .field(document.field())
                                        instanceof JsonObject written
                                ? Optional.of(record(written))
                                : Optional.empty());
    }

    /** A record with a version has been read; of another one the API has to be asked. */
    private boolean isThere(JsonObject json) {
        if (model().isVersioned() && hasVersion(json)) {
            return true;
        }
        if (RowValues.tuple(json, model().key()).isEmpty()) {
            return false;
        }
        if (model().disabled().contains(Operation.GET) || !isReadable(key(json))) {
            return false;
        }
        if (model().isVersioned()) {
            throw DataStoreMessages.noVersion(model());
        }
        return true;
    }

    private boolean isFound(Map<String, JsonValue> key) {
        return rows.get(model(), key, SelectionSet.empty()).isPresent();
    }

    /** Who may not read may create all the same; the API sees to it that nothing is written over. */
    private boolean isReadable(Map<String, JsonValue> key) {
        try {
            return isFound(key);
        } catch (GraphQLException e) {
            if (e.isRefused()) {
                return false;
            }
            throw e;
        }
    }

    /** Keys as the API has them: a timestamp is a number there. */
    private JsonObject forTheApi(JsonObject record) {
        return rows.json().forInput(record, model().fields(), rows.schema(), bound());
    }

    private static boolean hasVersion(JsonObject row) {
        return row.get(ModelSchema.VERSION) instanceof JsonNumber;
    }

    private Map<String, JsonValue> key(JsonObject row) {
        Map<String, JsonValue> key = new LinkedHashMap<>();
        for (String name : model().key()) {
            JsonValue value = RowValues.value(row, name);
            if (value == JsonValue.NULL) {
                throw DataStoreMessages.badKey(model());
            }
            key.put(name, value);
        }
        return key;
    }

    private Map<String, Object> checked(Map<String, ?> key) {
        if (!key.keySet().equals(Set.copyOf(model().key()))
                || key.values().stream().anyMatch(Objects::isNull)) {
            throw DataStoreMessages.badKey(model());
        }
        Map<String, Object> checked = new LinkedHashMap<>();
        key.forEach((name, value) -> {
            FieldSchema field = model().fields().get(name);
            checked.put(name, field == null ? value : rows.json().forVariable(value, field));
        });
        return checked;
    }

    private String sortable(String name) {
        FieldSchema field = model().fields().get(name);
        boolean known = field == null ? model().implicitFields().contains(name) : field.isLeaf() && !field.isArray();
        if (!known) {
            throw SchemaMessages.noSuchField(model(), name);
        }
        return name;
    }

    private static Comparator<JsonObject> order(List<StoreQuery.Order> orders) {
        return orders.stream()
                .map(order -> {
                    Comparator<JsonObject> ascending =
                            Comparator.comparing(row -> RowValues.value(row, order.field()), RowValues.ORDER);
                    return order.descending() ? ascending.reversed() : ascending;
                })
                .reduce(Comparator::thenComparing)
                .orElseThrow();
    }

    private ModelSchema model() {
        return binding.model();
    }

    private BoundType bound() {
        return Objects.requireNonNull(binding.bound());
    }

    private T record(JsonObject row) {
        return rows.json().read(row, bound(), binding.type());
    }
}
