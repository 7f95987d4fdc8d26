package org.amplifyjakarta.repository;

import jakarta.data.Sort;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.amplifyjakarta.schema.FieldSchema;
import org.amplifyjakarta.schema.ModelSchema;
import org.amplifyjakarta.schema.ModelSchema.Index;
import org.amplifyjakarta.schema.ModelSchema.Operation;
import org.jspecify.annotations.Nullable;

/**
 * How records are found whose fields are known.
 *
 * @param index null for the table itself
 * @param partition the field that tells where to look; null for everywhere
 * @param sortKey the fields of the sort key, where all of them are known; otherwise none
 * @param isKey whether it is the whole primary key, so that there is one record at most
 */
record Access(
        @Nullable Index index, @Nullable String partition, List<String> sortKey, boolean isKey, boolean isDescending) {

    private static final Set<String> NUMBERS = Set.of("Int", "Float", "AWSTimestamp");

    /** Returns the one that leaves least to a filter; empty where none gives the order. */
    static Optional<Access> to(ModelSchema model, Set<String> known, List<Sort<?>> order) {
        if (known.equals(Set.copyOf(model.key()))) {
            return Optional.of(new Access(null, null, List.of(), true, false));
        }
        // what is known is the same in all records
        List<Sort<?>> open =
                order.stream().filter(sort -> !known.contains(sort.property())).toList();
        // among equals the first, which is the table
        return Stream.concat(
                        table(model, known, open).stream(),
                        model.indexes().stream()
                                // who does not ask for its order must not miss what has no sort key
                                .filter(index -> !open.isEmpty() || model.isWhole(index, known))
                                .flatMap(index -> keyed(index, index.fields(), model, known, open).stream()))
                .max(Comparator.comparing(Access::isKeyed).thenComparing(access -> access.sortKey.size()));
    }

    /** The fields that need no filter. */
    Stream<String> fields() {
        return Stream.concat(Stream.ofNullable(partition), sortKey.stream());
    }

    /** What of the model is asked; empty for an index, which has a query of its own. */
    Optional<Operation> operation() {
        return index != null ? Optional.empty() : Optional.of(isKey ? Operation.GET : Operation.LIST);
    }

    private boolean isKeyed() {
        return partition != null;
    }

    private static Optional<Access> table(ModelSchema model, Set<String> known, List<Sort<?>> order) {
        if (model.isCustomKey() && known.contains(model.key().get(0))) {
            return keyed(null, model.key(), model, known, order);
        }
        return order.isEmpty() ? Optional.of(new Access(null, null, List.of(), false, false)) : Optional.empty();
    }

    private static Optional<Access> keyed(
            @Nullable Index index, List<String> fields, ModelSchema model, Set<String> known, List<Sort<?>> order) {
        List<String> sortKey = fields.subList(1, fields.size());
        if (!known.contains(fields.get(0)) || !isSorted(model, sortKey, known, order)) {
            return Optional.empty();
        }
        return Optional.of(new Access(
                index,
                fields.get(0),
                known.containsAll(sortKey) ? List.copyOf(sortKey) : List.of(),
                false,
                !order.isEmpty() && order.get(0).isDescending()));
    }

    private static boolean isSorted(ModelSchema model, List<String> sortKey, Set<String> known, List<Sort<?>> order) {
        if (order.isEmpty()) {
            return true;
        }
        if (order.size() > 1 || sortKey.isEmpty() || order.get(0).ignoreCase()) {
            return false;
        }
        int last = sortKey.size() - 1;
        // the fields of a sort key of several become one text: of texts that differ in length, only the last is sorted
        // as it is
        return sortKey.get(last).equals(order.get(0).property())
                && known.containsAll(sortKey.subList(0, last))
                && (last == 0 || !isNumber(model, sortKey.get(last)));
    }

    private static boolean isNumber(ModelSchema model, String name) {
        FieldSchema field = model.fields().get(name);
        return field != null && NUMBERS.contains(field.typeName());
    }
}
