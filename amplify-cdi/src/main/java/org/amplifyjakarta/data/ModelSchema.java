package org.amplifyjakarta.data;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A model as its introspection tells of it. Immutable.
 *
 * @param key the fields of the primary key, the partition key first
 * @param implicitFields what the rules of authorization add to an answer, {@code owner} for one
 * @param disabled the operations that the API does not have
 */
record ModelSchema(
        String name,
        String pluralName,
        Map<String, FieldSchema> fields,
        List<String> key,
        boolean isCustomKey,
        List<Index> indexes,
        List<String> implicitFields,
        Set<Operation> disabled) {

    /** What can be done with a model. */
    enum Operation {
        CREATE,
        UPDATE,
        DELETE,
        GET,
        LIST;

        String prefix() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A secondary index.
     *
     * @param fields the partition key first
     */
    record Index(String name, String queryField, List<String> fields) {}

    /** The root field of an operation. */
    String rootField(Operation operation) {
        return operation.prefix() + capitalized(operation == Operation.LIST ? pluralName : name);
    }

    Optional<Index> index(String queryField) {
        return indexes.stream()
                .filter(index -> index.queryField().equals(queryField))
                .findFirst();
    }

    /** The index that finds what has this value in a field. */
    Optional<Index> indexOn(String field) {
        return indexes.stream()
                .filter(index -> index.fields().get(0).equals(field))
                .findFirst();
    }

    static String capitalized(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
