package org.amplifyjakarta.data;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.amplifyjakarta.binding.BindingMessages;
import org.amplifyjakarta.binding.BoundType;
import org.amplifyjakarta.graphql.GraphQLOptions;
import org.amplifyjakarta.schema.FieldSchema;
import org.amplifyjakarta.schema.FieldSchema.Kind;
import org.amplifyjakarta.schema.OperationSchema;
import org.amplifyjakarta.schema.OperationSchema.Argument;
import org.amplifyjakarta.schema.SelectionSet;
import org.jspecify.annotations.Nullable;

/** {@link CustomOperation} over a GraphQL client. */
record BoundCustomOperation(BoundOperations.Api api, OperationSchema operation, GraphQLOptions options)
        implements CustomOperation {

    @Override
    public CustomOperation with(GraphQLOptions other) {
        return new BoundCustomOperation(api, operation, other);
    }

    @Override
    public <T> Optional<T> call(Map<String, ?> arguments, Class<T> type) {
        return results(arguments, type).stream().findFirst();
    }

    @Override
    public <T> List<T> callList(Map<String, ?> arguments, Class<T> type) {
        return results(arguments, type);
    }

    private <T> List<T> results(Map<String, ?> arguments, Class<T> type) {
        Map<String, Object> variables = variables(arguments);
        BoundType bound = bound(type);
        String document = document(bound);
        JsonValue result = (operation.mutation()
                        ? api.graphQl().mutate(document, variables, options)
                        : api.graphQl().query(document, variables, options))
                .orThrow()
                .field(operation.name());
        Stream<JsonValue> values = result instanceof JsonArray many ? many.stream() : Stream.of(result);
        return values.filter(value -> value != JsonValue.NULL)
                .flatMap(value -> read(value, bound, type).stream())
                .toList();
    }

    private <T> Optional<T> read(JsonValue value, @Nullable BoundType bound, Class<T> type) {
        if (operation.result().isLeaf()) {
            return api.json().leaf(value, operation.result(), type);
        }
        if (type.isInstance(value)) {
            return Optional.of(type.cast(value));
        }
        return bound != null && value instanceof JsonObject object
                ? Optional.of(api.json().read(object, bound, type))
                : api.json().leaf(value, operation.result(), type);
    }

    private Map<String, Object> variables(Map<String, ?> given) {
        given.keySet().stream()
                .filter(name -> !operation.arguments().containsKey(name))
                .findFirst()
                .ifPresent(name -> {
                    throw DataMessages.noSuchArgument(operation, name);
                });
        Map<String, Object> variables = new LinkedHashMap<>();
        operation.arguments().forEach((name, argument) -> {
            Object value = given.get(name);
            if (value != null) {
                variables.put(name, api.json().forVariable(value, argument.field()));
            } else if (argument.isRequired()) {
                throw DataMessages.missingArgument(operation, name);
            }
        });
        return variables;
    }

    /** Null for a leaf, and for JSON. */
    private @Nullable BoundType bound(Class<?> type) {
        FieldSchema result = operation.result();
        if (result.isLeaf() || type == JsonObject.class) {
            return null;
        }
        List<String> faults = new ArrayList<>();
        BoundType bound = BoundType.ofFields(api.schema(), fields(result), implicit(result), type, faults);
        if (!faults.isEmpty()) {
            throw BindingMessages.badBinding(faults);
        }
        return bound;
    }

    private Map<String, FieldSchema> fields(FieldSchema result) {
        return result.kind() == Kind.MODEL
                ? api.schema().model(result.typeName()).fields()
                : api.schema().customType(result.typeName());
    }

    private List<String> implicit(FieldSchema result) {
        return result.kind() == Kind.MODEL
                ? api.schema().model(result.typeName()).implicitFields()
                : List.of();
    }

    private String document(@Nullable BoundType bound) {
        Map<String, Argument> arguments = operation.arguments();
        String declared = arguments.entrySet().stream()
                .map(argument ->
                        "$" + argument.getKey() + ": " + argument.getValue().type())
                .collect(Collectors.joining(", "));
        String passed =
                arguments.keySet().stream().map(name -> name + ": $" + name).collect(Collectors.joining(", "));
        return (operation.mutation() ? "mutation" : "query") + inBrackets(declared) + " { " + operation.name()
                + inBrackets(passed) + selection(bound) + " }";
    }

    private String selection(@Nullable BoundType bound) {
        if (operation.result().isLeaf()) {
            return "";
        }
        SelectionSet selection = bound == null
                ? SelectionSet.ofFields(api.schema(), fields(operation.result()), implicit(operation.result()))
                : bound.selection();
        return " { " + selection.text() + " }";
    }

    private static String inBrackets(String text) {
        return text.isEmpty() ? "" : "(" + text + ")";
    }
}
