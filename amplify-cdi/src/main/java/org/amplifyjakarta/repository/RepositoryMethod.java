package org.amplifyjakarta.repository;

import jakarta.data.Sort;
import java.lang.reflect.Method;
import java.util.List;
import org.amplifyjakarta.config.GraphQlConfig.AuthMode;
import org.jspecify.annotations.Nullable;

/**
 * A method of a repository, as its signature and annotations tell of it. Immutable.
 *
 * @param repository the application's interface, which may have inherited the method
 * @param authMode null for that of the configuration
 */
record RepositoryMethod(
        Class<?> repository,
        Method method,
        Action action,
        ResultType result,
        Question question,
        @Nullable AuthMode authMode) {

    /** What is done. */
    enum Action {
        INSERT,
        UPDATE,
        SAVE,
        DELETE,
        FIND,
        DELETE_WHERE,
        OPERATIONS
    }

    /**
     * What records are asked for.
     *
     * @param conditions empty where a record is given
     * @param orders what {@code @OrderBy} says
     */
    record Question(List<Condition> conditions, Special special, List<Sort<?>> orders) {}

    /**
     * A field must be equal to an argument.
     *
     * @param field its name in the schema, or {@code By.ID}
     */
    record Condition(String field, int index, Class<?> type) {}

    /** Where the arguments are that are no conditions, -1 for nowhere. */
    record Special(int limit, int page, List<Integer> sorts) {}

    List<Condition> conditions() {
        return question.conditions();
    }

    Special special() {
        return question.special();
    }

    List<Sort<?>> orders() {
        return question.orders();
    }
}
