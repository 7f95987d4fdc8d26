package org.amplifyjakarta.repository;

import jakarta.data.repository.DataRepository;
import jakarta.data.repository.Repository;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.amplifyjakarta.data.Model;
import org.jspecify.annotations.Nullable;

/**
 * An interface, its methods, and what is wrong with it whatever the schema says. Immutable.
 *
 * @param entity null where there is none of ours
 */
record RepositoryType(Class<?> type, @Nullable Class<?> entity, List<RepositoryMethod> methods, List<String> faults) {

    static RepositoryType read(Class<?> type) {
        List<String> faults = new ArrayList<>();
        Repository annotation = type.getAnnotation(Repository.class);
        if (!type.isInterface()) {
            faults.add(RepositoryMessages.noInterface(type));
        }
        if (annotation != null && !isForUs(annotation)) {
            faults.add(RepositoryMessages.otherProvider(type));
        }
        if (annotation != null && !annotation.dataStore().isEmpty()) {
            faults.add(RepositoryMessages.dataStore(type));
        }
        GenericTypes types = GenericTypes.of(type);
        Set<Class<?>> entities = entities(type, types);
        if (entities.size() != 1) {
            faults.add(RepositoryMessages.notOneModel(type, entities.size()));
            return new RepositoryType(type, null, List.of(), List.copyOf(faults));
        }
        Class<?> entity = entities.iterator().next();
        MethodReader reader = new MethodReader(type, entity, types, faults);
        List<RepositoryMethod> methods = abstractMethods(type)
                .map(reader::read)
                .flatMap(Optional::stream)
                .toList();
        return new RepositoryType(type, entity, methods, List.copyOf(faults));
    }

    /** Tells whether an interface with {@code @Repository} alone is for this library. */
    static boolean isOurs(Class<?> type) {
        Repository annotation = type.getAnnotation(Repository.class);
        return annotation != null
                && isForUs(annotation)
                && !entities(type, GenericTypes.of(type)).isEmpty();
    }

    private static boolean isForUs(Repository annotation) {
        return annotation.provider().equals(Repository.ANY_PROVIDER)
                || annotation.provider().equals(ModelRepository.PROVIDER);
    }

    /** By its type parameter; where it extends none of the built-in interfaces, by its methods. */
    private static Set<Class<?>> entities(Class<?> type, GenericTypes types) {
        Stream<Class<?>> named = DataRepository.class.isAssignableFrom(type)
                ? Stream.of(types.raw(DataRepository.class.getTypeParameters()[0]))
                : abstractMethods(type)
                        .flatMap(method -> Stream.concat(
                                Stream.of(method.getGenericReturnType()), Stream.of(method.getGenericParameterTypes())))
                        .flatMap(each -> Stream.of(types.raw(each), types.element(each)));
        return named.filter(each -> each.isAnnotationPresent(Model.class))
                .collect(Collectors.toCollection(() -> new TreeSet<>(Comparator.comparing(Class::getName))));
    }

    private static Stream<Method> abstractMethods(Class<?> type) {
        return Stream.of(type.getMethods())
                .filter(method -> Modifier.isAbstract(method.getModifiers()) && !isOfObject(method))
                // reflection has no order of its own; reports do
                .sorted(Comparator.comparing(Method::getName).thenComparing(Method::toGenericString));
    }

    private static boolean isOfObject(Method method) {
        return switch (method.getName()) {
            case "toString", "hashCode" -> method.getParameterCount() == 0;
            case "equals" -> method.getParameterCount() == 1 && method.getParameterTypes()[0] == Object.class;
            default -> false;
        };
    }
}
