package org.amplifyjakarta.data;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.amplifyjakarta.data.FieldSchema.Kind;

/** Refuses a filter whose fields or operators the model does not have. */
record FilterCheck(ModelSchema model) {

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
    private static final Set<String> GROUPS = Set.of("and", "or", "not");

    Map<String, Object> checked(Filter filter) {
        check(filter.json());
        return filter.json();
    }

    private void check(Map<?, ?> filter) {
        filter.forEach((name, value) -> {
            if (name instanceof String group && GROUPS.contains(group)) {
                groups(value).forEach(this::check);
            } else if (name instanceof String field && value instanceof Map<?, ?> operators) {
                check(field, operators.keySet());
            }
        });
    }

    private void check(String name, Set<?> operators) {
        if (model.implicitFields().contains(name)) {
            return;
        }
        FieldSchema field = Optional.ofNullable(model.fields().get(name))
                .filter(FieldSchema::isLeaf)
                .orElseThrow(() -> DataMessages.noSuchField(model, name));
        for (Object operator : operators) {
            if (!allowed(field).contains(operator)) {
                throw DataMessages.badOperator(field, String.valueOf(operator));
            }
        }
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

    private static List<Map<?, ?>> groups(Object value) {
        return value instanceof List<?> list
                ? list.stream().<Map<?, ?>>map(group -> (Map<?, ?>) group).toList()
                : List.of((Map<?, ?>) value);
    }
}
