package org.amplifyjakarta.binding;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.amplifyjakarta.binding.BoundType.Property;
import org.jspecify.annotations.Nullable;

/**
 * Makes records by their constructor, without JSON-B's detour by way of text. What JSON-B alone can say, by annotations, is left
 * to it, and so are classes that are no records.
 */
final class RecordReader implements ValueReader {

    private static final Map<Class<?>, Supplier<Collection<@Nullable Object>>> COLLECTIONS =
            Map.of(List.class, ArrayList::new, Collection.class, ArrayList::new, Set.class, HashSet::new);

    private final Constructor<?> constructor;
    private final Component[] components;

    private RecordReader(Constructor<?> constructor, List<Component> components) {
        this.constructor = constructor;
        this.components = components.toArray(Component[]::new);
    }

    /**
     * A component.
     *
     * @param absent what it is where the answer has nothing, or null: zero for a primitive
     */
    private record Component(
            String name, ValueReader reader, @Nullable Object absent) {

        @Nullable Object of(JsonObject answer, JsonProvider provider) {
            JsonValue value = answer.get(name);
            return value == null || value == JsonValue.NULL ? absent : reader.read(value, provider);
        }
    }

    /** Returns null for a class that JSON-B must read. */
    static @Nullable ValueReader of(Class<?> type, Map<String, Property> properties) {
        if (!type.isRecord() || !JsonbAnnotations.sayNamesAtMost(type)) {
            return null;
        }
        RecordComponent[] declared = type.getRecordComponents();
        List<Component> components = new ArrayList<>();
        for (RecordComponent component : declared) {
            String name = JsonbAnnotations.name(component);
            ValueReader reader = name == null ? absence(component) : reader(component, properties.get(name));
            if (reader == null) {
                return null;
            }
            components.add(new Component(name == null ? "" : name, reader, absent(component.getType())));
        }
        Constructor<?> constructor = constructor(type, declared);
        return constructor == null ? null : new RecordReader(constructor, components);
    }

    /** Null where there is no object, as JSON-B makes it of null. */
    @Override
    public @Nullable Object read(JsonValue value, JsonProvider provider) {
        if (!(value instanceof JsonObject answer)) {
            return null;
        }
        @Nullable Object[] arguments = new @Nullable Object[components.length];
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = components[i].of(answer, provider);
        }
        try {
            return constructor.newInstance(arguments);
        } catch (ReflectiveOperationException e) {
            // whatever the record's own constructor throws: to JSON-B, too, that is a record that cannot be read
            throw new IllegalArgumentException(e);
        }
    }

    private static @Nullable ValueReader reader(RecordComponent component, @Nullable Property property) {
        if (property == null || property.type().isEnum() && !JsonbAnnotations.sayNothing(property.type())) {
            return null;
        }
        BoundType inner = property.inner();
        ValueReader one =
                inner == null ? ScalarTypes.reader(property.type(), property.field()) : unlessGone(property, inner);
        if (one == null || !property.field().isArray()) {
            return one;
        }
        Supplier<Collection<@Nullable Object>> collection = COLLECTIONS.get(component.getType());
        return collection == null ? null : many(one, property, collection);
    }

    /** A list, or the page of a relation; null elements, and records that are gone, are left out. */
    private static ValueReader many(
            ValueReader one, Property property, Supplier<Collection<@Nullable Object>> collection) {
        return (value, provider) -> {
            JsonValue elements = value instanceof JsonObject page ? page.get("items") : value;
            Collection<@Nullable Object> many = collection.get();
            if (elements instanceof JsonArray array) {
                for (JsonValue element : array) {
                    if (element != JsonValue.NULL && !BoundType.isGone(element, property)) {
                        many.add(one.read(element, provider));
                    }
                }
            }
            return many;
        };
    }

    private static @Nullable ValueReader unlessGone(Property property, BoundType inner) {
        ValueReader reader = inner.reader();
        return reader == null || !inner.isVersioned()
                ? reader
                : (value, provider) -> BoundType.isGone(value, property) ? null : reader.read(value, provider);
    }

    private static ValueReader absence(RecordComponent component) {
        Object absent = absent(component.getType());
        return (value, provider) -> absent;
    }

    private static @Nullable Object absent(Class<?> type) {
        return type.isPrimitive() ? Array.get(Array.newInstance(type, 1), 0) : null;
    }

    /** Null where the application's module keeps it to itself. */
    private static @Nullable Constructor<?> constructor(Class<?> type, RecordComponent[] components) {
        try {
            Constructor<?> canonical = type.getDeclaredConstructor(
                    Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            return canonical.trySetAccessible() ? canonical : null;
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
    }
}
