package org.amplifyjakarta.repository;

import java.lang.reflect.Array;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/** What an interface puts in the place of type parameters of those that it extends. */
record GenericTypes(Map<TypeVariable<?>, Type> arguments) {

    static GenericTypes of(Class<?> type) {
        Map<TypeVariable<?>, Type> arguments = new HashMap<>();
        collect(type, arguments);
        return new GenericTypes(arguments);
    }

    /** The class of a type, as this interface has it. */
    Class<?> raw(Type type) {
        if (type instanceof Class<?> itself) {
            return itself;
        }
        if (type instanceof ParameterizedType generic) {
            return raw(generic.getRawType());
        }
        if (type instanceof GenericArrayType array) {
            return Array.newInstance(raw(array.getGenericComponentType()), 0).getClass();
        }
        if (type instanceof WildcardType wildcard) {
            return raw(wildcard.getUpperBounds()[0]);
        }
        TypeVariable<?> variable = (TypeVariable<?>) type;
        return raw(arguments.getOrDefault(variable, variable.getBounds()[0]));
    }

    /** The class of a type's argument, or of an array's component; that of all objects where there is none. */
    Class<?> element(Type type) {
        if (type instanceof ParameterizedType generic) {
            return raw(generic.getActualTypeArguments()[0]);
        }
        Class<?> component = raw(type).getComponentType();
        return component == null ? Object.class : component;
    }

    private static void collect(Type type, Map<TypeVariable<?>, Type> arguments) {
        Class<?> raw;
        if (type instanceof ParameterizedType generic) {
            raw = (Class<?>) generic.getRawType();
            for (int i = 0; i < raw.getTypeParameters().length; i++) {
                arguments.put(raw.getTypeParameters()[i], generic.getActualTypeArguments()[i]);
            }
        } else {
            raw = (Class<?>) type;
        }
        Stream.of(raw.getGenericInterfaces()).forEach(above -> collect(above, arguments));
    }
}
