package org.amplifyjakarta.schema;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.amplifyjakarta.schema.FieldSchema.Kind;

/**
 * What an operation asks for: field names, each with what is asked for inside it, nothing for a leaf. Bound to one thread
 * while it is made.
 */
public record SelectionSet(Map<String, SelectionSet> fields) {

    /** Deeper than that nobody means it. */
    public static final int MAX_DEPTH = 8;

    /** Starts with nothing. */
    public static SelectionSet empty() {
        return new SelectionSet(new LinkedHashMap<>());
    }

    /** What Amplify's client asks for unless told otherwise: everything but relations. */
    public static SelectionSet ofModel(Introspection schema, ModelSchema model) {
        return ofFields(schema, model.fields(), model.implicitFields());
    }

    /** Returns all of these fields but relations. */
    public static SelectionSet ofFields(Introspection schema, Map<String, FieldSchema> fields, List<String> implicit) {
        SelectionSet set = empty();
        fields.values().forEach(field -> set.addDefault(schema, field, 0));
        implicit.forEach(set::leaf);
        return set;
    }

    /** What paths name: {@code title}, {@code comments.*}, {@code comments.post.title}. */
    public static SelectionSet ofPaths(Introspection schema, ModelSchema model, List<String> paths) {
        SelectionSet set = empty();
        for (String path : paths) {
            List<String> steps = List.of(path.split("\\.", -1));
            if (steps.size() > MAX_DEPTH) {
                throw SchemaMessages.tooDeep();
            }
            set.add(schema, model, steps);
        }
        return set;
    }

    /** Adds a leaf. */
    public SelectionSet leaf(String name) {
        fields.putIfAbsent(name, empty());
        return this;
    }

    /** Returns what is asked for inside a field, adding it. */
    public SelectionSet inside(String name) {
        return fields.computeIfAbsent(name, key -> empty());
    }

    public boolean isLeaf() {
        return fields.isEmpty();
    }

    /** Returns the text of GraphQL; all names are those of the schema. */
    public String text() {
        return fields.entrySet().stream()
                .map(field -> field.getValue().isLeaf()
                        ? field.getKey()
                        : field.getKey() + " { " + field.getValue().text() + " }")
                .collect(Collectors.joining(" "));
    }

    /** The place of a relation's fields: those of many are among its items. */
    public SelectionSet relation(FieldSchema field) {
        SelectionSet whole = inside(field.name());
        return field.isArray() ? whole.inside("items") : whole;
    }

    private void addDefault(Introspection schema, FieldSchema field, int depth) {
        if (field.isLeaf()) {
            leaf(field.name());
        } else if (field.kind() == Kind.CUSTOM_TYPE) {
            if (depth >= MAX_DEPTH) {
                throw SchemaMessages.tooDeep();
            }
            SelectionSet inner = inside(field.name());
            schema.customType(field.typeName()).values().forEach(below -> inner.addDefault(schema, below, depth + 1));
        }
    }

    private void add(Introspection schema, ModelSchema model, List<String> steps) {
        String name = steps.get(0);
        if (model.implicitFields().contains(name)) {
            leaf(name);
            return;
        }
        FieldSchema field = Optional.ofNullable(model.fields().get(name))
                .orElseThrow(() -> SchemaMessages.noSuchField(model, name));
        if (field.isLeaf()) {
            requireEnd(steps, name);
            leaf(name);
        } else if (steps.size() == 1) {
            throw SchemaMessages.noWildcard(
                    name, (field.kind() == Kind.MODEL ? "model " : "custom type ") + field.typeName());
        } else if (field.kind() == Kind.CUSTOM_TYPE) {
            inside(name).addCustom(schema, field.typeName(), steps.subList(1, steps.size()));
        } else if (steps.get(1).equals("*")) {
            requireEnd(steps.subList(1, steps.size()), name);
            ModelSchema other = schema.model(field.typeName());
            relation(field).fields.putAll(ofModel(schema, other).fields);
        } else {
            relation(field).add(schema, schema.model(field.typeName()), steps.subList(1, steps.size()));
        }
    }

    private void addCustom(Introspection schema, String type, List<String> steps) {
        String name = steps.get(0);
        Map<String, FieldSchema> known = schema.customType(type);
        if (name.equals("*")) {
            requireEnd(steps, type);
            known.values().forEach(field -> addDefault(schema, field, 1));
            return;
        }
        FieldSchema field =
                Optional.ofNullable(known.get(name)).orElseThrow(() -> SchemaMessages.noSuchType(type, name));
        if (field.isLeaf()) {
            requireEnd(steps, name);
            leaf(name);
        } else if (steps.size() == 1) {
            throw SchemaMessages.noWildcard(name, "custom type " + field.typeName());
        } else {
            inside(name).addCustom(schema, field.typeName(), steps.subList(1, steps.size()));
        }
    }

    private static void requireEnd(List<String> steps, String name) {
        if (steps.size() > 1) {
            throw SchemaMessages.noSuchType(name, steps.get(1));
        }
    }
}
