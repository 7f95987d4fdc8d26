package org.amplifyjakarta.schema;

import java.util.Map;

/**
 * A custom query or mutation of the schema. Immutable.
 *
 * @param result what it returns, as if it were a field
 */
public record OperationSchema(String name, boolean mutation, FieldSchema result, Map<String, Argument> arguments) {

    /**
     * An argument.
     *
     * @param type as GraphQL writes it: {@code [String!]!}
     * @param field the same as if it were a field
     */
    public record Argument(String type, boolean isRequired, FieldSchema field) {}
}
