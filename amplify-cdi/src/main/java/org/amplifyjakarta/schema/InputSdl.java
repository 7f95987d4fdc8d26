package org.amplifyjakarta.schema;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.amplifyjakarta.schema.FieldSchema.Kind;
import org.amplifyjakarta.schema.ModelSchema.Operation;

/** The inputs of a schema, named as Amplify's transformer names them. */
final class InputSdl {

    private static final List<String> SCALARS = List.of("String", "Int", "Float", "Boolean", "ID");
    private static final List<String> ATTRIBUTE_TYPES = List.of(
            "binary", "binarySet", "bool", "list", "map", "number", "numberSet", "string", "stringSet", "_null");

    private final SdlText sdl;
    private final Introspection schema;
    private final Set<String> keyConditions = new LinkedHashSet<>();

    InputSdl(SdlText sdl, Introspection schema) {
        this.sdl = sdl;
        this.schema = schema;
    }

    static String name(ModelSchema model, Operation operation) {
        return ModelSchema.capitalized(operation.prefix()) + ModelSchema.capitalized(model.name()) + "Input";
    }

    static String condition(ModelSchema model) {
        return "Model" + ModelSchema.capitalized(model.name()) + "ConditionInput";
    }

    static String filter(ModelSchema model) {
        return "Model" + ModelSchema.capitalized(model.name()) + "FilterInput";
    }

    /** Notes the types of arguments, some of which exist only where they are used. */
    void use(Collection<String> types) {
        types.stream().filter(type -> type.endsWith("KeyConditionInput")).forEach(keyConditions::add);
    }

    /** Adds what the operations of a model take. */
    void model(ModelSchema model) {
        conditions(filter(model), model, Set.of());
        List<String> key = new ArrayList<>(model.key());
        key.add("id");
        conditions(condition(model), model, Set.copyOf(key));
        for (Operation operation : List.of(Operation.CREATE, Operation.UPDATE, Operation.DELETE)) {
            if (!model.disabled().contains(operation)) {
                writing(model, operation);
            }
        }
        compositeKey(model, "Primary", model.key());
        model.indexes().forEach(index -> compositeKey(model, ModelSchema.capitalized(index.name()), index.fields()));
    }

    /** Adds what does not belong to one model. */
    void write() {
        schema.inputs()
                .forEach((name, fields) ->
                        fields.forEach((field, argument) -> sdl.add("input " + name, field + ": " + argument.type())));
        schema.customTypes().forEach((name, fields) -> {
            if (!schema.inputs().containsKey(name + "Input")) {
                fields.values().stream()
                        .filter(field -> field.kind() != Kind.MODEL)
                        .forEach(field -> sdl.add(
                                "input " + name + "Input", field.name() + ": " + type(field, field.isRequired())));
            }
        });
        SCALARS.forEach(this::scalarCondition);
        for (String operator : List.of("ne", "eq", "le", "lt", "ge", "gt")) {
            sdl.add("input ModelSizeInput", operator + ": Int");
        }
        sdl.add("input ModelSizeInput", "between: [Int]");
        ATTRIBUTE_TYPES.forEach(type -> sdl.add("enum ModelAttributeTypes", type));
        List.of("ASC", "DESC").forEach(direction -> sdl.add("enum ModelSortDirection", direction));
        keyConditions.forEach(this::keyCondition);
    }

    private void writing(ModelSchema model, Operation operation) {
        String input = "input " + name(model, operation);
        model.fields().values().stream()
                .filter(field -> field.kind() != Kind.MODEL && !field.isReadOnly())
                .filter(field -> operation != Operation.DELETE || model.key().contains(field.name()))
                .forEach(field -> sdl.add(
                        input,
                        field.name() + ": "
                                + type(
                                        field,
                                        operation != Operation.CREATE
                                                && model.key().contains(field.name()))));
    }

    private void conditions(String name, ModelSchema model, Set<String> without) {
        String input = "input " + name;
        Map<String, String> fields = new LinkedHashMap<>();
        model.fields().values().stream()
                .filter(FieldSchema::isLeaf)
                .forEach(field -> fields.put(field.name(), condition(model, field)));
        model.implicitFields().forEach(field -> fields.put(field, "ModelStringInput"));
        fields.keySet().removeAll(without);
        fields.forEach((field, type) -> sdl.add(input, field + ": " + type));
        sdl.add(input, "and: [" + name + "]");
        sdl.add(input, "or: [" + name + "]");
        sdl.add(input, "not: " + name);
    }

    private String condition(ModelSchema model, FieldSchema field) {
        if (field.kind() == Kind.SCALAR) {
            return "Model" + ModelDocument.keyType(model, field.name()) + "Input";
        }
        String name = "Model" + field.typeName() + (field.isArray() ? "ListInput" : "Input");
        List.of("eq", "ne").forEach(operator -> sdl.add("input " + name, operator + ": " + type(field, false)));
        if (field.isArray()) {
            List.of("contains", "notContains")
                    .forEach(operator -> sdl.add("input " + name, operator + ": " + field.typeName()));
        }
        return name;
    }

    private void scalarCondition(String scalar) {
        String input = "input Model" + scalar + "Input";
        boolean text = scalar.equals("String") || scalar.equals("ID");
        List.of("ne", "eq").forEach(operator -> sdl.add(input, operator + ": " + scalar));
        if (!scalar.equals("Boolean")) {
            List.of("le", "lt", "ge", "gt").forEach(operator -> sdl.add(input, operator + ": " + scalar));
            sdl.add(input, "between: [" + scalar + "]");
        }
        if (text) {
            List.of("contains", "notContains", "beginsWith")
                    .forEach(operator -> sdl.add(input, operator + ": " + scalar));
            sdl.add(input, "size: ModelSizeInput");
        }
        sdl.add(input, "attributeExists: Boolean");
        sdl.add(input, "attributeType: ModelAttributeTypes");
    }

    private void keyCondition(String name) {
        String value = name.endsWith("CompositeKeyConditionInput")
                ? name.substring(0, name.length() - "ConditionInput".length()) + "Input"
                : name.substring("Model".length(), name.length() - "KeyConditionInput".length());
        List.of("eq", "le", "lt", "ge", "gt").forEach(operator -> sdl.add("input " + name, operator + ": " + value));
        sdl.add("input " + name, "between: [" + value + "]");
        if (!List.of("Int", "Float", "Boolean").contains(value)) {
            sdl.add("input " + name, "beginsWith: " + value);
        }
    }

    private void compositeKey(ModelSchema model, String name, List<String> key) {
        if (key.size() > 2) {
            key.subList(1, key.size())
                    .forEach(field -> sdl.add(
                            "input Model" + model.name() + name + "CompositeKeyInput",
                            field + ": " + ModelDocument.type(model, field)));
        }
    }

    private static String type(FieldSchema field, boolean required) {
        String name = field.typeName() + (field.kind() == Kind.CUSTOM_TYPE ? "Input" : "");
        String whole = field.isArray() ? "[" + name + "]" : name;
        return required && !field.isArray() ? whole + "!" : whole;
    }
}
