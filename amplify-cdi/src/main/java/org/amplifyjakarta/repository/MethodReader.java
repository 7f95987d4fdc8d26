package org.amplifyjakarta.repository;

import jakarta.data.Limit;
import jakarta.data.Order;
import jakarta.data.Sort;
import jakarta.data.page.PageRequest;
import jakarta.data.repository.By;
import jakarta.data.repository.Delete;
import jakarta.data.repository.Find;
import jakarta.data.repository.Insert;
import jakarta.data.repository.OrderBy;
import jakarta.data.repository.Query;
import jakarta.data.repository.Save;
import jakarta.data.repository.Update;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.amplifyjakarta.config.GraphQlConfig.AuthMode;
import org.amplifyjakarta.data.ModelOperations;
import org.amplifyjakarta.repository.RepositoryMethod.Action;
import org.amplifyjakarta.repository.RepositoryMethod.Condition;
import org.amplifyjakarta.repository.RepositoryMethod.Question;
import org.amplifyjakarta.repository.RepositoryMethod.Special;
import org.amplifyjakarta.repository.ResultType.Shape;
import org.jspecify.annotations.Nullable;

/** Reads the methods of one interface, and adds what is wrong with them to its faults. */
record MethodReader(Class<?> type, Class<?> entity, GenericTypes types, List<String> faults) {

    private static final Map<Class<? extends Annotation>, Action> ACTIONS = Map.of(
            Insert.class, Action.INSERT,
            Update.class, Action.UPDATE,
            Save.class, Action.SAVE,
            Delete.class, Action.DELETE,
            Find.class, Action.FIND);

    private static final Special NOTHING = new Special(-1, -1, List.of());

    /** Returns nothing where something is wrong. */
    Optional<RepositoryMethod> read(Method method) {
        int before = faults.size();
        RepositoryMethod read = method(method);
        return faults.size() == before ? Optional.ofNullable(read) : Optional.empty();
    }

    private @Nullable RepositoryMethod method(Method method) {
        List<Action> actions = Stream.of(method.getAnnotations())
                .map(annotation -> ACTIONS.get(annotation.annotationType()))
                .filter(action -> action != null)
                .toList();
        if (method.isAnnotationPresent(Query.class)) {
            return fault(method, "@Query has no way to AppSync", "Use @Find, or a default method over ModelOperations");
        }
        if (actions.size() > 1) {
            return fault(
                    method, "has more than one of @Insert, @Update, @Save, @Delete and @Find", "Leave all but one out");
        }
        ResultType result = ResultType.of(types, method.getGenericReturnType());
        if (actions.isEmpty()) {
            return isAccess(method)
                    ? made(method, Action.OPERATIONS, result, List.of(), NOTHING)
                    : fault(
                            method,
                            "has none of @Insert, @Update, @Save, @Delete and @Find, and its name is no query",
                            "Annotate it, or make it a default method");
        }
        if (actions.get(0) == Action.FIND) {
            return find(method, result);
        }
        if (method.isAnnotationPresent(OrderBy.class) || method.isAnnotationPresent(OrderBy.List.class)) {
            return fault(method, "@OrderBy needs @Find", "Leave it out");
        }
        return takesRecords(method)
                ? write(method, actions.get(0), result)
                : deleteWhere(method, actions.get(0), result);
    }

    /** A resource accessor, as the specification has it. */
    private boolean isAccess(Method method) {
        return method.getParameterCount() == 0
                && method.getReturnType() == ModelOperations.class
                && types.element(method.getGenericReturnType()) == entity;
    }

    private boolean takesRecords(Method method) {
        return method.getParameterCount() == 1
                && (types.raw(method.getGenericParameterTypes()[0]) == entity
                        || types.element(method.getGenericParameterTypes()[0]) == entity);
    }

    private @Nullable RepositoryMethod write(Method method, Action action, ResultType result) {
        ResultType given = ResultType.of(types, method.getGenericParameterTypes()[0]);
        boolean isGiven = given.element() == entity
                && (given.shape() == Shape.ONE || given.shape() == Shape.LIST || given.shape() == Shape.ARRAY);
        boolean isReturned = result.shape() == Shape.VOID || action != Action.DELETE && result.equals(given);
        return isGiven && isReturned
                ? made(method, action, result, List.of(), NOTHING)
                : fault(
                        method,
                        "takes " + entity.getSimpleName() + ", a List or an array of it, and returns "
                                + (action == Action.DELETE ? "nothing" : "the same, or nothing"),
                        "Change its signature");
    }

    private @Nullable RepositoryMethod deleteWhere(Method method, Action action, ResultType result) {
        if (action != Action.DELETE) {
            return fault(
                    method,
                    "must take one parameter: " + entity.getSimpleName() + ", a List or an array of it",
                    "Change its signature");
        }
        if (result.shape() != Shape.VOID && result.shape() != Shape.COUNT) {
            return fault(method, "must return void, int or long", "Change its return type");
        }
        Arguments arguments = arguments(method);
        return arguments.special.equals(NOTHING)
                ? made(method, Action.DELETE_WHERE, result, arguments.conditions, NOTHING)
                : fault(method, "must take fields alone", "Leave limit, page and order out");
    }

    private @Nullable RepositoryMethod find(Method method, ResultType result) {
        if (!result.shape().isMany() && result.shape() != Shape.ONE && result.shape() != Shape.OPTIONAL
                || result.element() != entity) {
            String name = entity.getSimpleName();
            return fault(
                    method,
                    "must return " + name + ", or an Optional, List, Stream, array, Page or CursoredPage of it",
                    "Change its return type");
        }
        Arguments arguments = arguments(method);
        Special special = arguments.special;
        if (result.shape() == Shape.PAGE && special.page() < 0) {
            return fault(method, "returns a page, and takes no PageRequest", "Add one");
        }
        if (special.page() >= 0 && special.limit() >= 0) {
            return fault(method, "takes both a PageRequest and a Limit", "Leave one out");
        }
        if (!result.shape().isMany() && !special.equals(NOTHING)) {
            return fault(method, "returns one record, and takes a limit, a page or an order", "Leave it out");
        }
        return made(method, Action.FIND, result, arguments.conditions, special);
    }

    private record Arguments(List<Condition> conditions, Special special) {}

    private Arguments arguments(Method method) {
        Map<String, Condition> conditions = new LinkedHashMap<>();
        List<Integer> sorts = new ArrayList<>();
        int limit = -1;
        int page = -1;
        for (int i = 0; i < method.getParameterCount(); i++) {
            Parameter parameter = method.getParameters()[i];
            Class<?> raw = types.raw(parameter.getParameterizedType());
            if (raw == Sort.class || raw == Sort[].class || raw == Order.class) {
                sorts.add(i);
            } else if (raw == Limit.class) {
                once(method, raw, limit);
                limit = i;
            } else if (raw == PageRequest.class) {
                once(method, raw, page);
                page = i;
            } else {
                String field = field(method, parameter);
                if (conditions.put(field, new Condition(field, i, raw)) != null) {
                    fault(method, "names " + field + " twice", "Leave one out");
                }
            }
        }
        return new Arguments(List.copyOf(conditions.values()), new Special(limit, page, List.copyOf(sorts)));
    }

    private void once(Method method, Class<?> special, int before) {
        if (before >= 0) {
            fault(method, "takes more than one " + special.getSimpleName(), "Leave all but one out");
        }
    }

    private String field(Method method, Parameter parameter) {
        By by = parameter.getAnnotation(By.class);
        if (by != null) {
            return by.value();
        }
        if (!parameter.isNamePresent()) {
            fault(method, "the names of its parameters are not known", "Add @By, or compile with -parameters");
        }
        return parameter.getName();
    }

    private RepositoryMethod made(
            Method method, Action action, ResultType result, List<Condition> conditions, Special special) {
        List<Sort<?>> orders = new ArrayList<>();
        for (OrderBy order : method.getAnnotationsByType(OrderBy.class)) {
            orders.add(new Sort<>(order.value(), !order.descending(), order.ignoreCase()));
        }
        Question question = new Question(conditions, special, List.copyOf(orders));
        return new RepositoryMethod(type, method, action, result, question, authMode(method));
    }

    private @Nullable AuthMode authMode(Method method) {
        return Stream.of(method.getAnnotation(WithAuthMode.class), type.getAnnotation(WithAuthMode.class))
                .filter(mode -> mode != null)
                .map(WithAuthMode::value)
                .findFirst()
                .orElse(null);
    }

    private @Nullable RepositoryMethod fault(Method method, String rule, String remedy) {
        faults.add(RepositoryMessages.badMethod(type, method, rule, remedy));
        return null;
    }
}
