package org.amplifyjakarta.schema;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.amplifyjakarta.schema.FieldSchema.Kind;
import org.amplifyjakarta.schema.ModelSchema.Index;
import org.amplifyjakarta.schema.ModelSchema.Operation;

/**
 * The schema that Amplify's transformer makes of models, written anew from their introspection: types, queries, mutations and
 * inputs, without subscriptions and directives.
 *
 * <p>Introspection knows less than the API does, and where it does, this errs on the side of the document: what a field is
 * required for when a record is created is not asked for (there may be a default), and {@link #lenient} adds what conflict resolution,
 * search and indexes without a name for their query would add. What it leaves out altogether are AI conversations, and names other
 * than the usual ones that the schema gives to a model's own operations.
 *
 * <p>Bound to one call; not safe for other threads.
 */
public final class IntrospectionSdl {

    private static final Set<String> BUILT_IN = Set.of("ID", "String", "Int", "Float", "Boolean");
    private static final String QUERY = "type Query";
    private static final String MUTATION = "type Mutation";

    private final Introspection schema;
    private final SdlText sdl = new SdlText();
    private final InputSdl inputs;

    private IntrospectionSdl(Introspection schema) {
        this.schema = schema;
        this.inputs = new InputSdl(sdl, schema);
    }

    /** Returns what the transformer makes of the models. */
    public static String of(Introspection schema) {
        return new IntrospectionSdl(schema).told().text();
    }

    /** Returns the same with all that there may be besides, for every model. */
    public static String lenient(Introspection schema) {
        IntrospectionSdl made = new IntrospectionSdl(schema);
        made.inputs.use(UntoldSdl.KEY_CONDITIONS);
        // what is told comes first: a field of the same name is that one
        made.told();
        made.schema.models().values().forEach(model -> new UntoldSdl(made.sdl).add(model));
        return made.text()
                + UntoldSdl.TYPES
                + made.schema.models().values().stream().map(UntoldSdl::scalars).collect(Collectors.joining());
    }

    private IntrospectionSdl told() {
        schema.models().values().forEach(this::model);
        schema.customTypes().forEach((name, fields) -> fields.values()
                .forEach(field -> sdl.add("type " + name, field.name() + ": " + type(field))));
        schema.enums().forEach((name, values) -> values.forEach(value -> sdl.add("enum " + name, value)));
        schema.operations().values().forEach(this::custom);
        inputs.write();
        if (!sdl.has(QUERY)) {
            sdl.add(QUERY, "_none: Boolean");
        }
        return this;
    }

    private String text() {
        return sdl + scalars();
    }

    private void model(ModelSchema model) {
        String type = "type " + model.name();
        model.fields().values().forEach(field -> sdl.add(type, field.name() + output(model, field)));
        model.implicitFields().forEach(name -> sdl.add(type, name + ": String"));
        sdl.add("type " + connection(model.name()), "items: [" + model.name() + "]!");
        sdl.add("type " + connection(model.name()), "nextToken: String");
        if (has(model, Operation.GET)) {
            query(model.rootField(Operation.GET), ModelDocument.getArguments(model), model.name());
        }
        if (has(model, Operation.LIST)) {
            query(model.rootField(Operation.LIST), ModelDocument.listArguments(model), connection(model.name()));
        }
        for (Index index : model.indexes()) {
            query(index.queryField(), ModelDocument.indexArguments(model, index), connection(model.name()));
        }
        Stream.of(Operation.CREATE, Operation.UPDATE, Operation.DELETE)
                .filter(operation -> has(model, operation))
                .forEach(operation -> mutation(model, operation));
        inputs.model(model);
    }

    private void query(String field, Map<String, String> arguments, String result) {
        inputs.use(arguments.values());
        sdl.add(QUERY, field + SdlText.arguments(arguments) + ": " + result);
    }

    private void mutation(ModelSchema model, Operation operation) {
        sdl.add(
                MUTATION,
                model.rootField(operation) + "(input: " + InputSdl.name(model, operation) + "!, condition: "
                        + InputSdl.condition(model) + "): " + model.name());
    }

    private void custom(OperationSchema operation) {
        Map<String, String> arguments = new LinkedHashMap<>();
        operation.arguments().forEach((name, argument) -> arguments.put(name, argument.type()));
        sdl.add(
                operation.mutation() ? MUTATION : QUERY,
                operation.name() + SdlText.arguments(arguments) + ": " + type(operation.result()));
    }

    private String output(ModelSchema model, FieldSchema field) {
        if (field.kind() != Kind.MODEL || !field.isArray()) {
            return ": " + type(field);
        }
        Map<String, String> arguments = schema.find(field.typeName())
                .map(related -> conditions(
                        related,
                        field.association() == null ? List.of() : RelationKeys.holders(field.association(), related)))
                .orElseGet(LinkedHashMap::new);
        arguments.put("filter", "Model" + ModelSchema.capitalized(field.typeName()) + "FilterInput");
        arguments.put("sortDirection", "ModelSortDirection");
        arguments.put("limit", "Int");
        arguments.put("nextToken", "String");
        inputs.use(arguments.values());
        return SdlText.arguments(arguments) + ": " + connection(field.typeName());
    }

    /** What the sort key of the related model may be held against, by whatever index leads there. */
    private static Map<String, String> conditions(ModelSchema related, List<String> key) {
        Map<String, String> conditions = new LinkedHashMap<>();
        List<Index> leading = related.indexes().stream()
                .filter(index -> startsWith(index.fields(), key))
                .toList();
        leading.forEach(index -> conditions.putAll(
                ModelDocument.sortKey(related, rest(index.fields(), key), ModelSchema.capitalized(index.name()))));
        if (leading.isEmpty()) {
            related.unnamedIndexes().stream()
                    .filter(fields -> startsWith(fields, key) && fields.size() == key.size() + 1)
                    .forEach(fields -> conditions.putAll(ModelDocument.sortKey(related, rest(fields, key), "")));
            conditions.putAll(ModelDocument.sortKey(
                    related, rest(related.key(), related.key().subList(0, 1)), "Primary"));
        }
        return conditions;
    }

    private static List<String> rest(List<String> fields, List<String> key) {
        return fields.subList(key.size(), fields.size());
    }

    private static boolean startsWith(List<String> fields, List<String> key) {
        return !key.isEmpty()
                && fields.size() >= key.size()
                && fields.subList(0, key.size()).equals(key);
    }

    private static boolean has(ModelSchema model, Operation operation) {
        return !model.disabled().contains(operation);
    }

    private static String type(FieldSchema field) {
        boolean never = field.isRequired() || field.isReadOnly();
        String element = field.typeName() + (never ? "!" : "");
        return field.isArray() ? "[" + element + "]" : element;
    }

    static String connection(String model) {
        return "Model" + ModelSchema.capitalized(model) + "Connection";
    }

    /** AWS's scalars, and whatever the introspection names without telling of it. */
    private String scalars() {
        Stream<FieldSchema> ofTypes = Stream.concat(
                schema.models().values().stream().flatMap(model -> model.fields().values().stream()),
                schema.customTypes().values().stream().flatMap(fields -> fields.values().stream()));
        Stream<FieldSchema> ofInputs = schema.inputs().values().stream()
                .flatMap(arguments -> arguments.values().stream())
                .map(OperationSchema.Argument::field);
        Stream<FieldSchema> ofOperations = schema.operations().values().stream()
                .flatMap(operation -> Stream.concat(
                        Stream.of(operation.result()),
                        operation.arguments().values().stream().map(OperationSchema.Argument::field)));
        return Stream.of(ofTypes, ofInputs, ofOperations)
                .flatMap(fields -> fields)
                .map(FieldSchema::typeName)
                .filter(name -> !BUILT_IN.contains(name)
                        && !sdl.has("type " + name)
                        && !sdl.has("enum " + name)
                        && !sdl.has("input " + name))
                .collect(Collectors.toCollection(TreeSet::new))
                .stream()
                .map(name -> "scalar " + name + "\n")
                .collect(Collectors.joining());
    }
}
