package org.amplifyjakarta.schema;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.amplifyjakarta.schema.FieldSchema.Kind;
import org.amplifyjakarta.schema.ModelSchema.Index;
import org.amplifyjakarta.schema.ModelSchema.Operation;

/**
 * A document as Amplify's data client writes it. Made of names of the schema alone; values are variables.
 *
 * @param field the root field
 * @param mutation whether it writes
 */
public record ModelDocument(String field, boolean mutation, String text) {

    /** Returns the mutation that creates, updates or deletes. */
    public static ModelDocument writing(ModelSchema model, Operation operation, SelectionSet selection) {
        return writing(model, operation, selection, Map.of());
    }

    /** Returns the mutation that creates, updates or deletes where a condition holds. */
    public static ModelDocument writingIf(ModelSchema model, Operation operation, SelectionSet selection) {
        return writing(
                model,
                operation,
                selection,
                Map.of("condition", "Model" + ModelSchema.capitalized(model.name()) + "ConditionInput"));
    }

    private static ModelDocument writing(
            ModelSchema model, Operation operation, SelectionSet selection, Map<String, String> more) {
        requireEnabled(model, operation);
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put(
                "input",
                ModelSchema.capitalized(operation.prefix()) + ModelSchema.capitalized(model.name()) + "Input!");
        variables.putAll(more);
        return of(model.rootField(operation), true, variables, selection.text());
    }

    /** Returns the query for one record. */
    public static ModelDocument get(ModelSchema model, SelectionSet selection) {
        requireEnabled(model, Operation.GET);
        return of(model.rootField(Operation.GET), false, getArguments(model), selection.text());
    }

    /** Returns the query for what a relation of a record leads to, by the record's key: a page of many, or the one. */
    public static ModelDocument within(
            ModelSchema model, FieldSchema relation, ModelSchema other, SelectionSet selection) {
        requireEnabled(model, Operation.GET);
        Map<String, String> key = getArguments(model);
        Map<String, String> variables = new LinkedHashMap<>();
        if (relation.isArray()) {
            page(other, variables);
        }
        String related = relation.name()
                + (relation.isArray()
                        ? passed(variables) + " { " + items(selection) + " }"
                        : " { " + selection.text() + " }");
        String field = model.rootField(Operation.GET);
        variables.putAll(key);
        return new ModelDocument(
                field, false, "query" + declared(variables) + " { " + field + passed(key) + " { " + related + " } }");
    }

    /** Returns the query for a page of all. */
    public static ModelDocument list(ModelSchema model, SelectionSet selection) {
        requireEnabled(model, Operation.LIST);
        return of(model.rootField(Operation.LIST), false, listArguments(model), items(selection));
    }

    /** Returns the query for a page of all in an API that resolves conflicts, along with what is gone. */
    public static ModelDocument sync(ModelSchema model, SelectionSet selection) {
        requireEnabled(model, Operation.LIST);
        Map<String, String> variables = new LinkedHashMap<>();
        page(model, variables);
        variables.put("lastSync", "AWSTimestamp");
        return of(model.syncField(), false, variables, "items { " + selection.text() + " } nextToken startedAt");
    }

    /** Returns the query for a page of what a secondary index finds. */
    public static ModelDocument index(ModelSchema model, Index index, SelectionSet selection) {
        return of(index.queryField(), false, indexArguments(model, index), items(selection));
    }

    static Map<String, String> getArguments(ModelSchema model) {
        Map<String, String> arguments = new LinkedHashMap<>();
        model.key().forEach(name -> arguments.put(name, type(model, name) + "!"));
        return arguments;
    }

    static Map<String, String> listArguments(ModelSchema model) {
        Map<String, String> arguments = new LinkedHashMap<>();
        if (model.isCustomKey()) {
            arguments.put(model.key().get(0), type(model, model.key().get(0)));
            arguments.putAll(sortKey(model, model.key().subList(1, model.key().size()), "Primary"));
            arguments.put("sortDirection", "ModelSortDirection");
        }
        page(model, arguments);
        return arguments;
    }

    static Map<String, String> indexArguments(ModelSchema model, Index index) {
        Map<String, String> arguments = new LinkedHashMap<>();
        arguments.put(index.fields().get(0), type(model, index.fields().get(0)) + "!");
        arguments.putAll(sortKey(
                model, index.fields().subList(1, index.fields().size()), ModelSchema.capitalized(index.name())));
        arguments.put("sortDirection", "ModelSortDirection");
        page(model, arguments);
        return arguments;
    }

    /** The argument for the sort key and its type; none where there is no sort key. */
    public static Map<String, String> sortKey(ModelSchema model, List<String> fields, String compositeName) {
        if (fields.isEmpty()) {
            return Map.of();
        }
        if (fields.size() == 1) {
            return Map.of(fields.get(0), "Model" + keyType(model, fields.get(0)) + "KeyConditionInput");
        }
        return Map.of(sortKeyArgument(fields), "Model" + model.name() + compositeName + "CompositeKeyConditionInput");
    }

    /** One argument for all: {@code sk1Sk2}. */
    public static String sortKeyArgument(List<String> fields) {
        return fields.get(0)
                + fields.stream().skip(1).map(ModelSchema::capitalized).collect(Collectors.joining());
    }

    private static void page(ModelSchema model, Map<String, String> variables) {
        variables.put("filter", "Model" + ModelSchema.capitalized(model.name()) + "FilterInput");
        variables.put("limit", "Int");
        variables.put("nextToken", "String");
    }

    private static String items(SelectionSet selection) {
        return "items { " + selection.text() + " } nextToken __typename";
    }

    private static ModelDocument of(String field, boolean mutation, Map<String, String> variables, String selection) {
        return new ModelDocument(
                field,
                mutation,
                (mutation ? "mutation" : "query") + declared(variables) + " { " + field + passed(variables) + " { "
                        + selection + " } }");
    }

    private static String declared(Map<String, String> variables) {
        return variables.entrySet().stream()
                .map(variable -> "$" + variable.getKey() + ": " + variable.getValue())
                .collect(Collectors.joining(", ", "(", ")"));
    }

    private static String passed(Map<String, String> variables) {
        return variables.keySet().stream().map(name -> name + ": $" + name).collect(Collectors.joining(", ", "(", ")"));
    }

    static String type(ModelSchema model, String field) {
        FieldSchema known = model.fields().get(field);
        return known == null ? "ID" : known.typeName();
    }

    static String keyType(ModelSchema model, String field) {
        FieldSchema known = model.fields().get(field);
        if (known == null || known.kind() != Kind.SCALAR) {
            return "String";
        }
        return switch (known.typeName()) {
            case "ID" -> "ID";
            case "Int", "AWSTimestamp" -> "Int";
            case "Float" -> "Float";
            case "Boolean" -> "Boolean";
            default -> "String";
        };
    }

    private static void requireEnabled(ModelSchema model, Operation operation) {
        if (model.disabled().contains(operation)) {
            throw SchemaMessages.disabled(model, operation);
        }
    }
}
