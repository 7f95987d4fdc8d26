package org.amplifyjakarta.schema;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A model as its introspection tells of it. Immutable.
 *
 * @param key the fields of the primary key, the partition key first
 * @param unnamedIndexes the fields of indexes whose query field is not told, if they have one
 * @param implicitFields what the rules of authorization add to an answer, {@code owner} for one
 * @param disabled the operations that the API does not have
 */
public record ModelSchema(
        String name,
        String pluralName,
        Map<String, FieldSchema> fields,
        List<String> key,
        boolean isCustomKey,
        List<Index> indexes,
        List<List<String>> unnamedIndexes,
        List<String> implicitFields,
        Set<Operation> disabled) {

    /** What can be done with a model. */
    public enum Operation {
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
    public record Index(String name, String queryField, List<String> fields) {}

    /** The root field of an operation. */
    public String rootField(Operation operation) {
        return operation.prefix() + capitalized(operation == Operation.LIST ? pluralName : name);
    }

    /** Returns the secondary index that a query field asks. */
    public Optional<Index> index(String queryField) {
        return indexes.stream()
                .filter(index -> index.queryField().equals(queryField))
                .findFirst();
    }

    /** The index that finds what has this value in a field. */
    public Optional<Index> indexOn(String field) {
        return indexes.stream()
                .filter(index -> index.fields().get(0).equals(field))
                .findFirst();
    }

    /** Returns a name with its first letter in upper case. */
    public static String capitalized(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
