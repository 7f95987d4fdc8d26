package org.amplifyjakarta.schema;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A model as its introspection tells of it. Immutable.
 *
 * @param key the fields of the primary key, the partition key first
 * @param unnamedIndexes the fields of indexes whose query field is not told, if they have one
 * @param implicitFields what the rules of authorization add to an answer, {@code owner} for one
 * @param rules who may do something, in the order of the schema
 * @param disabled the operations that the API does not have
 * @param isVersioned whether records have the fields that conflict resolution adds: {@link #VERSION} and the like
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
        List<AuthRule> rules,
        Set<Operation> disabled,
        boolean isVersioned) {

    /** The field that counts the writes of a record. */
    public static final String VERSION = "_version";

    /** The field that says that a record is gone, and kept for those who have not heard of it. */
    public static final String DELETED = "_deleted";

    static final String LAST_CHANGED_AT = "_lastChangedAt";

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

    /**
     * A rule of {@code @auth}.
     *
     * @param allow {@code owner}, {@code groups}, {@code private}, {@code public} or {@code custom}
     * @param provider {@code userPools}, {@code oidc}, {@code iam}, {@code apiKey} or {@code function}; empty where the rule
     *     names none
     */
    public record AuthRule(String allow, String provider) {}

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

    /** Tells whether a row is one that conflict resolution keeps although the record is gone. */
    public static boolean isGone(JsonObject row) {
        return row.get(DELETED) == JsonValue.TRUE;
    }

    /** Tells whether a field is one that conflict resolution adds. */
    public boolean isSyncField(String field) {
        return isVersioned && List.of(VERSION, DELETED, LAST_CHANGED_AT).contains(field);
    }

    /** The root field of the query that reads records along with those that are gone. */
    public String syncField() {
        return "sync" + capitalized(pluralName);
    }

    /** The indexes that find what has this value in a field. */
    public List<Index> indexesOn(String field) {
        return indexes.stream()
                .filter(index -> index.fields().get(0).equals(field))
                .toList();
    }

    /**
     * Tells whether an index finds all records of which some fields are known: one that lacks a field of the sort key is not in
     * it. What the API alone writes is always there.
     */
    public boolean isWhole(Index index, Collection<String> known) {
        return index.fields().stream().allMatch(name -> known.contains(name) || isAlwaysThere(fields.get(name)));
    }

    private static boolean isAlwaysThere(@Nullable FieldSchema field) {
        return field != null && (field.isRequired() || field.isReadOnly());
    }

    /** Returns a name with its first letter in upper case. */
    public static String capitalized(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
