package org.amplifyjakarta.data;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.amplifyjakarta.binding.ModelJson;
import org.amplifyjakarta.schema.FieldSchema;
import org.amplifyjakarta.schema.FieldSchema.Kind;
import org.amplifyjakarta.schema.ModelSchema;
import org.amplifyjakarta.schema.SchemaMessages;

/**
 * Refuses a filter whose fields or operators the model does not have, and makes its values what AppSync takes. For this library.
 */
public record FilterCheck(ModelSchema model, ModelJson json) {

    private static final Set<String> TEXT = Set.of(
            "attributeExists",
            "beginsWith",
            "between",
            "contains",
            "eq",
            "ge",
            "gt",
            "le",
            "lt",
            "ne",
            "notContains",
            "size");
    private static final Set<String> NUMBER = Set.of("attributeExists", "between", "eq", "ge", "gt", "le", "lt", "ne");
    private static final Set<String> BOOLEAN = Set.of("attributeExists", "eq", "ne");
    private static final Set<String> ENUM = Set.of("eq", "ne");
    static final Set<String> GROUPS = Set.of("and", "or", "not");

    /** @throws org.amplifyjakarta.AmplifyException named {@code InvalidField} */
    public Map<String, Object> checked(Filter filter) {
        return checked(filter.json());
    }

    private Map<String, Object> checked(Map<?, ?> filter) {
        Map<String, Object> checked = new LinkedHashMap<>();
        filter.forEach((key, value) -> {
            String name = String.valueOf(key);
            if (GROUPS.contains(name)) {
                checked.put(
                        name,
                        value instanceof List<?> groups
                                ? groups.stream()
                                        .map(group -> checked((Map<?, ?>) group))
                                        .toList()
                                : checked((Map<?, ?>) value));
            } else {
                checked.put(name, conditions(name, (Map<?, ?>) value));
            }
        });
        return checked;
    }

    private Map<String, Object> conditions(String name, Map<?, ?> conditions) {
        Map<String, Object> checked = new LinkedHashMap<>();
        if (model.implicitFields().contains(name)) {
            conditions.forEach((operator, value) -> checked.put(String.valueOf(operator), value));
            return checked;
        }
        FieldSchema field = leaf(name);
        conditions.forEach((key, value) -> {
            String operator = String.valueOf(key);
            requireOperator(field, operator);
            boolean plain = operator.equals("size") || operator.equals("attributeExists");
            checked.put(operator, plain ? value : json.forVariable(value, field));
        });
        return checked;
    }

    /** @throws org.amplifyjakarta.AmplifyException named {@code InvalidField} for an operator that the field's type has not */
    public static void requireOperator(FieldSchema field, String operator) {
        if (!allowed(field).contains(operator)) {
            throw DataMessages.badOperator(field, operator);
        }
    }

    private FieldSchema leaf(String name) {
        return Optional.ofNullable(model.fields().get(name))
                .filter(FieldSchema::isLeaf)
                .orElseThrow(() -> SchemaMessages.noSuchField(model, name));
    }

    private static Set<String> allowed(FieldSchema field) {
        if (field.isArray()) {
            return TEXT;
        }
        if (field.kind() == Kind.ENUM) {
            return ENUM;
        }
        return switch (field.typeName()) {
            case "Int", "Float", "AWSTimestamp" -> NUMBER;
            case "Boolean" -> BOOLEAN;
            default -> TEXT;
        };
    }
}
