package org.amplifyjakarta.schema;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.amplifyjakarta.schema.FieldSchema.Association;
import org.amplifyjakarta.schema.FieldSchema.Kind;
import org.amplifyjakarta.schema.ModelSchema.AuthRule;
import org.amplifyjakarta.schema.ModelSchema.Index;
import org.amplifyjakarta.schema.ModelSchema.Operation;
import org.amplifyjakarta.schema.OperationSchema.Argument;
import org.jspecify.annotations.Nullable;

/** Reads {@code model_introspection}. */
public final class IntrospectionReader {

    private static final Pattern NAME = Pattern.compile("[_A-Za-z][_0-9A-Za-z]*");

    /** What conflict resolution adds to each model; the version goes back with a write, the time is in milliseconds. */
    private static final List<FieldSchema> SYNC_FIELDS = List.of(
            syncField(ModelSchema.VERSION, "Int", false),
            syncField(ModelSchema.DELETED, "Boolean", true),
            syncField(ModelSchema.LAST_CHANGED_AT, "AWSTimestamp", true));

    private IntrospectionReader() {}

    /**
     * Reads a text.
     *
     * @param versioned whether the API resolves conflicts, which the text does not tell
     * @throws org.amplifyjakarta.AmplifyException if the text is no introspection
     */
    public static Introspection read(String text, boolean versioned) {
        JsonObject all = parsed(text);
        try {
            return new Introspection(
                    section(all, "models", (name, model) -> model(name, model, versioned)),
                    section(all, "nonModels", (name, type) -> fields(type)),
                    section(all, "enums", (name, type) -> names(type.get("values"))),
                    operations(all),
                    section(all, "inputs", (name, input) -> arguments(input.get("attributes"))));
        } catch (ClassCastException | NullPointerException e) {
            throw SchemaMessages.badIntrospection("is not of version 1's form", e);
        }
    }

    private static JsonObject parsed(String text) {
        try (JsonReader reader = JsonProvider.provider().createReader(new StringReader(text))) {
            return reader.readObject();
        } catch (RuntimeException e) {
            // no object of JSON, or, a plain RuntimeException of Parsson's, nested too deep
            throw SchemaMessages.badIntrospection("is not of version 1's form", e);
        }
    }

    private static <T> Map<String, T> section(JsonObject all, String key, BiFunction<String, JsonObject, T> entry) {
        Map<String, T> section = new LinkedHashMap<>();
        object(all.get(key)).forEach((name, value) -> section.put(name(name), entry.apply(name, value.asJsonObject())));
        return Map.copyOf(section);
    }

    private static ModelSchema model(String name, JsonObject model, boolean versioned) {
        JsonObject primary = object(model.get("primaryKeyInfo"));
        List<String> key = new ArrayList<>();
        key.add(name(primary.getString("primaryKeyFieldName", "id")));
        key.addAll(names(primary.get("sortKeyFieldNames")));
        Map<String, FieldSchema> fields = new LinkedHashMap<>(fields(model));
        if (versioned) {
            SYNC_FIELDS.forEach(field -> fields.put(field.name(), field));
        }
        List<JsonObject> attributes = objects(model.get("attributes"));
        return new ModelSchema(
                name,
                name(model.getString("pluralName", name + "s")),
                Collections.unmodifiableMap(fields),
                List.copyOf(key),
                primary.getBoolean("isCustomPrimaryKey", false),
                indexes(attributes),
                unnamedIndexes(attributes),
                implicit(attributes, fields.keySet()),
                rules(attributes)
                        .map(rule -> new AuthRule(rule.getString("allow", ""), rule.getString("provider", "")))
                        .toList(),
                disabled(attributes),
                versioned);
    }

    private static Map<String, OperationSchema> operations(JsonObject all) {
        Map<String, OperationSchema> operations = new LinkedHashMap<>();
        operations.putAll(section(all, "queries", (name, operation) -> operation(name, operation, false)));
        operations.putAll(section(all, "generations", (name, operation) -> operation(name, operation, false)));
        operations.putAll(section(all, "mutations", (name, operation) -> operation(name, operation, true)));
        return Map.copyOf(operations);
    }

    private static OperationSchema operation(String name, JsonObject operation, boolean mutation) {
        return new OperationSchema(name, mutation, field(name, operation), arguments(operation.get("arguments")));
    }

    private static Map<String, Argument> arguments(@Nullable JsonValue described) {
        Map<String, Argument> arguments = new LinkedHashMap<>();
        object(described).forEach((argument, value) -> {
            JsonObject one = value.asJsonObject();
            FieldSchema type = field(argument, one);
            boolean required = type.isArray() ? !one.getBoolean("isArrayNullable", false) : type.isRequired();
            String element = type.typeName() + (type.isRequired() ? "!" : "");
            arguments.put(
                    name(argument),
                    new Argument(
                            type.isArray() ? "[" + element + "]" + (required ? "!" : "") : element, required, type));
        });
        return Collections.unmodifiableMap(arguments);
    }

    private static Map<String, FieldSchema> fields(JsonObject type) {
        Map<String, FieldSchema> fields = new LinkedHashMap<>();
        object(type.get("fields")).forEach((name, value) -> fields.put(name(name), field(name, value.asJsonObject())));
        return Collections.unmodifiableMap(fields);
    }

    private static FieldSchema syncField(String name, String type, boolean readOnly) {
        return new FieldSchema(name, Kind.SCALAR, type, false, false, readOnly, null);
    }

    private static FieldSchema field(String name, JsonObject field) {
        JsonValue type = field.get("type");
        Kind kind = Kind.SCALAR;
        String typeName;
        if (type instanceof JsonObject named) {
            kind = named.containsKey("model") ? Kind.MODEL : named.containsKey("enum") ? Kind.ENUM : Kind.CUSTOM_TYPE;
            typeName = named.values().stream().findFirst().orElse(JsonValue.NULL) instanceof JsonString text
                    ? text.getString()
                    : "";
        } else {
            typeName = type instanceof JsonString text ? text.getString() : "";
        }
        return new FieldSchema(
                name,
                kind,
                name(typeName),
                field.getBoolean("isArray", false),
                field.getBoolean("isRequired", false),
                field.getBoolean("isReadOnly", false),
                association(field.get("association")));
    }

    private static @Nullable Association association(@Nullable JsonValue value) {
        return value instanceof JsonObject association
                ? new Association(names(association.get("targetNames")), names(association.get("associatedWith")))
                : null;
    }

    private static List<Index> indexes(List<JsonObject> attributes) {
        return keys(attributes)
                .filter(key -> key.get("queryField") instanceof JsonString)
                .map(key -> new Index(
                        name(key.getString("name", "")), name(key.getString("queryField")), names(key.get("fields"))))
                .toList();
    }

    /** The primary key has no name, and is told elsewhere. */
    private static List<List<String>> unnamedIndexes(List<JsonObject> attributes) {
        return keys(attributes)
                .filter(key -> key.containsKey("name") && !(key.get("queryField") instanceof JsonString))
                .map(key -> names(key.get("fields")))
                .toList();
    }

    private static Stream<JsonObject> keys(List<JsonObject> attributes) {
        return attributes.stream()
                .filter(attribute -> attribute.getString("type", "").equals("key"))
                .map(attribute -> object(attribute.get("properties")))
                .filter(key -> !names(key.get("fields")).isEmpty());
    }

    /** As Amplify's client has it: what owner and dynamic group rules add, where it is not declared. */
    private static List<String> implicit(List<JsonObject> attributes, Set<String> declared) {
        return rules(attributes)
                .map(IntrospectionReader::implicit)
                .filter(field -> !field.isEmpty() && !declared.contains(field))
                .map(IntrospectionReader::name)
                .distinct()
                .toList();
    }

    private static Stream<JsonObject> rules(List<JsonObject> attributes) {
        return attributes.stream()
                .filter(attribute -> attribute.getString("type", "").equals("auth"))
                .flatMap(
                        attribute -> objects(object(attribute.get("properties")).get("rules")).stream());
    }

    private static String implicit(JsonObject rule) {
        return switch (rule.getString("allow", "")) {
            case "owner" -> rule.getString("ownerField", "owner");
            case "groups" -> rule.getString("groupsField", "");
            default -> "";
        };
    }

    /** A group of operations that is null, or an object in which what is not there is null. */
    private static Set<Operation> disabled(List<JsonObject> attributes) {
        Set<Operation> disabled = EnumSet.noneOf(Operation.class);
        for (JsonObject attribute : attributes) {
            if (attribute.getString("type", "").equals("model")) {
                JsonObject properties = object(attribute.get("properties"));
                disabled.addAll(disabled(properties, "queries", EnumSet.of(Operation.GET, Operation.LIST)));
                disabled.addAll(disabled(
                        properties, "mutations", EnumSet.of(Operation.CREATE, Operation.UPDATE, Operation.DELETE)));
            }
        }
        return Set.copyOf(disabled);
    }

    private static Set<Operation> disabled(JsonObject properties, String group, EnumSet<Operation> operations) {
        JsonValue value = properties.get(group);
        if (value == null) {
            return Set.of();
        }
        if (value instanceof JsonObject named) {
            operations.removeIf(operation -> named.get(operation.prefix()) != JsonValue.NULL);
        }
        return value == JsonValue.NULL || value instanceof JsonObject ? operations : Set.of();
    }

    private static JsonObject object(@Nullable JsonValue value) {
        return value instanceof JsonObject object ? object : JsonValue.EMPTY_JSON_OBJECT;
    }

    private static List<JsonObject> objects(@Nullable JsonValue value) {
        return value instanceof JsonArray array
                ? array.stream()
                        .filter(JsonObject.class::isInstance)
                        .map(JsonValue::asJsonObject)
                        .toList()
                : List.of();
    }

    private static List<String> names(@Nullable JsonValue value) {
        return value instanceof JsonArray array
                ? array.stream()
                        .map(item -> name(((JsonString) item).getString()))
                        .toList()
                : List.of();
    }

    private static String name(String text) {
        if (!NAME.matcher(text).matches()) {
            throw SchemaMessages.badIntrospection("holds a name that is none in GraphQL", null);
        }
        return text;
    }
}
