package org.amplifyjakarta.binding;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.amplifyjakarta.schema.FieldSchema;
import org.amplifyjakarta.schema.FieldSchema.Kind;
import org.amplifyjakarta.schema.Introspection;
import org.amplifyjakarta.schema.ModelSchema;
import org.amplifyjakarta.schema.SelectionSet;
import org.jspecify.annotations.Nullable;

/**
 * A class of the application, property by property, next to the fields of the schema. Immutable.
 *
 * @param isVersioned whether it is bound to a model of an API that resolves conflicts
 * @param reader null for a class that JSON-B reads
 */
public record BoundType(
        Map<String, Property> properties,
        boolean isVersioned,
        @Nullable ValueReader reader) {

    /**
     * A property and its field.
     *
     * @param type of an element, where the field holds many
     * @param inner null for a leaf
     */
    public record Property(
            FieldSchema field, Class<?> type, @Nullable BoundType inner) {}

    /** Binds a class to a model, and adds every fault that it finds. */
    public static BoundType ofModel(Introspection schema, ModelSchema model, Class<?> type, List<String> faults) {
        BoundType bound = ofFields(schema, model.fields(), model.implicitFields(), type, faults);
        model.key().stream()
                .filter(name -> !bound.properties.containsKey(name))
                .forEach(name -> faults.add(type.getName() + ": lacks " + name + ", which is of the key."));
        return bound;
    }

    /** Binds a class to fields, and adds every fault that it finds. */
    public static BoundType ofFields(
            Introspection schema,
            Map<String, FieldSchema> fields,
            List<String> implicit,
            Class<?> type,
            List<String> faults) {
        return new Binding(schema, faults, 0).bind(type, fields, implicit, false);
    }

    /** What the properties ask for. */
    public SelectionSet selection() {
        SelectionSet set = SelectionSet.empty();
        properties.forEach((name, property) -> {
            if (property.inner() == null) {
                set.leaf(name);
            } else if (property.field().kind() == Kind.MODEL) {
                SelectionSet related = set.relation(property.field());
                related.fields().putAll(property.inner().selection().fields());
                if (property.inner().isVersioned()) {
                    related.leaf(ModelSchema.DELETED);
                }
            } else {
                set.inside(name).fields().putAll(property.inner().selection().fields());
            }
        });
        return set;
    }

    /** Tells whether a related record is one that conflict resolution keeps although it is gone. */
    static boolean isGone(JsonValue related, Property property) {
        return property.field().kind() == Kind.MODEL && related instanceof JsonObject row && ModelSchema.isGone(row);
    }

    private record Declared(String name, Type type) {}

    private record Binding(Introspection schema, List<String> faults, int depth) {

        BoundType bind(Class<?> type, Map<String, FieldSchema> fields, List<String> implicit, boolean versioned) {
            Map<String, Property> properties = new LinkedHashMap<>();
            for (Declared declared : declared(type)) {
                FieldSchema field = fields.get(declared.name());
                if (field == null && implicit.contains(declared.name())) {
                    field = FieldSchema.implicit(declared.name());
                }
                if (field == null) {
                    faults.add(type.getName() + "." + declared.name() + ": is no field of the schema.");
                } else {
                    Property property = property(type, declared, field);
                    if (property != null) {
                        properties.put(declared.name(), property);
                    }
                }
            }
            return new BoundType(Collections.unmodifiableMap(properties), versioned, RecordReader.of(type, properties));
        }

        private @Nullable Property property(Class<?> owner, Declared declared, FieldSchema field) {
            String place = owner.getName() + "." + declared.name();
            Class<?> type = single(declared.type(), field.isArray());
            if (type == null) {
                faults.add(place + ": must be a " + (field.isArray() ? "List, as" : "single value, as")
                        + " the field is.");
                return null;
            }
            if (field.isLeaf()) {
                if (!ScalarTypes.fits(type, field, schema)) {
                    faults.add(place + ": " + type.getSimpleName() + " does not fit a field of type " + field.typeName()
                            + ".");
                }
                return new Property(field, type, null);
            }
            if (depth >= SelectionSet.MAX_DEPTH) {
                faults.add(place + ": leads back to itself, or too deep.");
                return null;
            }
            Binding below = new Binding(schema, faults, depth + 1);
            if (field.kind() == Kind.CUSTOM_TYPE) {
                return new Property(
                        field, type, below.bind(type, schema.customType(field.typeName()), List.of(), false));
            }
            ModelSchema other = schema.find(field.typeName()).orElse(null);
            if (other == null) {
                faults.add(place + ": model " + field.typeName() + " is not in the introspection.");
                return null;
            }
            return new Property(
                    field, type, below.bind(type, other.fields(), other.implicitFields(), other.isVersioned()));
        }
    }

    /** The class of the value, or of its elements; null where there is one for many, or many for one. */
    private static @Nullable Class<?> single(Type type, boolean many) {
        if (type instanceof ParameterizedType generic
                && generic.getRawType() instanceof Class<?> raw
                && Collection.class.isAssignableFrom(raw)) {
            return many && generic.getActualTypeArguments()[0] instanceof Class<?> element ? element : null;
        }
        return !many && type instanceof Class<?> single ? single : null;
    }

    private static List<Declared> declared(Class<?> type) {
        List<Declared> declared = new ArrayList<>();
        if (type.isRecord()) {
            for (RecordComponent component : type.getRecordComponents()) {
                add(declared, JsonbAnnotations.name(component), component.getGenericType());
            }
        } else {
            Stream.<Class<?>>iterate(type, each -> each != null && each != Object.class, Class::getSuperclass)
                    .flatMap(each -> Stream.of(each.getDeclaredFields()))
                    .filter(BoundType::isProperty)
                    .forEach(field ->
                            add(declared, JsonbAnnotations.name(field, field.getName()), field.getGenericType()));
        }
        return declared;
    }

    private static boolean isProperty(Field field) {
        return !field.isSynthetic()
                && !Modifier.isStatic(field.getModifiers())
                && !Modifier.isTransient(field.getModifiers());
    }

    private static void add(List<Declared> declared, @Nullable String name, Type type) {
        if (name != null) {
            declared.add(new Declared(name, type));
        }
    }
}
