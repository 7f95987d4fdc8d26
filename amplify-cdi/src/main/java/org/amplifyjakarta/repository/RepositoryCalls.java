package org.amplifyjakarta.repository;

import jakarta.data.repository.By;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.amplifyjakarta.data.Absence;
import org.amplifyjakarta.data.AmplifyModels;
import org.amplifyjakarta.data.ModelOperations;
import org.amplifyjakarta.graphql.GraphQLException;
import org.amplifyjakarta.graphql.GraphQLOptions;
import org.amplifyjakarta.repository.RepositoryMethod.Condition;
import org.jspecify.annotations.Nullable;

/** Does what the methods of a repository say. Safe for concurrent use. */
record RepositoryCalls<T>(AmplifyModels models, Class<T> entity) {

    @Nullable Object call(RepositoryMethod method, @Nullable Object[] arguments) {
        ModelOperations<T> all = models.of(entity);
        ModelOperations<T> operations =
                method.authMode() == null ? all : all.with(GraphQLOptions.DEFAULT.as(method.authMode()));
        return switch (method.action()) {
            case INSERT -> each(method, arguments, record -> insert(operations, record));
            case UPDATE -> each(method, arguments, record -> update(operations, record));
            case SAVE -> each(method, arguments, record -> save(operations, record));
            case DELETE -> each(method, arguments, record -> delete(operations, record));
            case FIND -> found(method, finding(method, operations, arguments));
            case DELETE_WHERE -> deleted(method, finding(method, operations, arguments));
            case OPERATIONS -> operations;
        };
    }

    private Finding<T> finding(RepositoryMethod method, ModelOperations<T> operations, @Nullable Object[] arguments) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (Condition condition : method.conditions()) {
            Object value = Objects.requireNonNull(arguments[condition.index()], condition.field());
            if (!condition.field().equals(By.ID)) {
                values.put(condition.field(), value);
            } else if (operations.model().key().size() == 1) {
                values.put(operations.model().key().get(0), value);
            } else {
                values.putAll(key(method, operations, value));
            }
        }
        return Finding.of(method, operations, values, arguments);
    }

    private Map<String, Object> key(RepositoryMethod method, ModelOperations<T> operations, Object id) {
        List<String> names = operations.model().key();
        if (!(id instanceof List<?> values) || values.size() != names.size()) {
            throw RepositoryMessages.badId(method, operations.model());
        }
        Map<String, Object> key = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            key.put(names.get(i), Objects.requireNonNull(values.get(i), names.get(i)));
        }
        return key;
    }

    private Object found(RepositoryMethod method, Finding<T> finding) {
        return switch (method.result().shape()) {
            case OPTIONAL -> finding.one();
            case LIST -> finding.many().toList();
            case STREAM -> finding.many();
            case ARRAY -> array(finding.many().toList());
            case PAGE -> finding.page();
            default -> finding.one().orElseThrow(() -> RepositoryMessages.none(method));
        };
    }

    private static <T> @Nullable Object deleted(RepositoryMethod method, Finding<T> finding) {
        long count = finding.delete();
        Class<?> returned = method.method().getReturnType();
        if (returned == void.class) {
            return null;
        }
        return returned == int.class ? (Object) Math.toIntExact(count) : (Object) count;
    }

    private @Nullable Object each(
            RepositoryMethod method, @Nullable Object[] arguments, UnaryOperator<@Nullable T> write) {
        Object given = Objects.requireNonNull(arguments[0], "entity");
        List<@Nullable T> written = new ArrayList<>();
        records(given).forEach(record -> written.add(write.apply(entity.cast(record))));
        return switch (method.result().shape()) {
            case VOID -> null;
            case LIST -> written;
            case ARRAY -> array(written);
            default -> written.get(0);
        };
    }

    /** Before one is written, it is seen that all are there. */
    private static Stream<?> records(Object given) {
        List<?> records = given instanceof List<?> list
                ? List.copyOf(list)
                : given instanceof Object[] array ? List.of(array) : List.of(given);
        return records.stream();
    }

    private Object array(List<? extends @Nullable T> records) {
        Object array = Array.newInstance(entity, records.size());
        for (int i = 0; i < records.size(); i++) {
            Array.set(array, i, records.get(i));
        }
        return array;
    }

    private static <T> T insert(ModelOperations<T> operations, T record) {
        try {
            return operations.create(record);
        } catch (GraphQLException e) {
            throw e.isConditionalCheckFailed() ? RepositoryMessages.exists(operations.model(), e) : e;
        }
    }

    private static <T> T update(ModelOperations<T> operations, T record) {
        List<Object> key = operations.key(record);
        try {
            return operations.update(record);
        } catch (GraphQLException e) {
            throw new Absence(operations.model())
                            .explains(
                                    e,
                                    () -> !key.isEmpty()
                                            && operations.get(key.toArray()).isEmpty())
                    ? RepositoryMessages.gone(operations.model(), e)
                    : e;
        }
    }

    private static <T> T save(ModelOperations<T> operations, T record) {
        List<Object> key = operations.key(record);
        return key.isEmpty() || operations.get(key.toArray()).isEmpty()
                ? insert(operations, record)
                : update(operations, record);
    }

    private static <T> @Nullable T delete(ModelOperations<T> operations, T record) {
        List<Object> key = operations.key(record);
        if (key.isEmpty() || operations.delete(key.toArray()).isEmpty()) {
            throw RepositoryMessages.gone(operations.model(), null);
        }
        return null;
    }
}
