package org.amplifyjakarta.binding;

import jakarta.json.bind.annotation.JsonbAnnotation;
import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.json.bind.annotation.JsonbTransient;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What annotations of JSON-B say of a class. */
final class JsonbAnnotations {

    private static final Set<Class<?>> OF_NAMES = Set.of(JsonbProperty.class, JsonbTransient.class);

    private JsonbAnnotations() {}

    /** Returns the name of a property in JSON; null for one that is not there. */
    static @Nullable String name(AnnotatedElement element, String name) {
        if (element.isAnnotationPresent(JsonbTransient.class)) {
            return null;
        }
        JsonbProperty renamed = element.getAnnotation(JsonbProperty.class);
        return renamed == null || renamed.value().isEmpty() ? name : renamed.value();
    }

    /** The same of a component; its annotations are found at its field, since JSON-B's are not for components. */
    static @Nullable String name(RecordComponent component) {
        try {
            return name(component.getDeclaringRecord().getDeclaredField(component.getName()), component.getName());
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Tells whether a record is in JSON what its components are, but for their names. */
    static boolean sayNamesAtMost(Class<?> record) {
        return elements(record).noneMatch(element -> has(element, OF_NAMES));
    }

    /** Tells whether a class, an enum's constants too, is in JSON what it is in Java. */
    static boolean sayNothing(Class<?> type) {
        return elements(type).noneMatch(element -> has(element, Set.of()));
    }

    private static boolean has(AnnotatedElement element, Set<Class<?>> allowed) {
        return Stream.of(element.getAnnotations())
                .map(Annotation::annotationType)
                .anyMatch(type -> type.isAnnotationPresent(JsonbAnnotation.class) && !allowed.contains(type));
    }

    private static Stream<AnnotatedElement> elements(Class<?> type) {
        Stream<AnnotatedElement> own = Stream.of(
                        Stream.of(type, type.getPackage()).filter(Objects::nonNull),
                        Stream.of(type.getDeclaredFields()),
                        Stream.of(type.getDeclaredMethods()),
                        Stream.of(type.getDeclaredConstructors()),
                        Stream.of(type.getDeclaredConstructors())
                                .map(Constructor::getParameters)
                                .flatMap(Stream::of))
                .flatMap(elements -> elements);
        return Stream.concat(own, Stream.of(type.getInterfaces()).flatMap(JsonbAnnotations::elements));
    }
}
