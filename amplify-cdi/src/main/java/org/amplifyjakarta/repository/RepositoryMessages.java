package org.amplifyjakarta.repository;

import jakarta.data.Sort;
import jakarta.data.exceptions.DataException;
import jakarta.data.exceptions.EmptyResultException;
import jakarta.data.exceptions.EntityExistsException;
import jakarta.data.exceptions.MappingException;
import jakarta.data.exceptions.NonUniqueResultException;
import jakarta.data.exceptions.OptimisticLockingFailureException;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.stream.Collectors;
import org.amplifyjakarta.schema.ModelSchema;
import org.amplifyjakarta.schema.ModelSchema.Operation;
import org.amplifyjakarta.schema.SchemaMessages;
import org.jspecify.annotations.Nullable;

/** What is said about repositories; no method takes a value of a record. */
final class RepositoryMessages {

    private static final String ORDER =
            "Ask for an index by its partition key, and for the order of its sort key, or sort what comes back.";

    private RepositoryMessages() {}

    static String noInterface(Class<?> type) {
        return type.getName() + ": a repository must be an interface. Make it one.";
    }

    static String otherProvider(Class<?> type) {
        return type.getName() + ": @Repository names another provider than \"" + ModelRepository.PROVIDER
                + "\". Leave that, or @ModelRepository, out.";
    }

    static String dataStore(Class<?> type) {
        return type.getName() + ": @Repository names a data store, and there is one API only. Leave it out.";
    }

    static String notOneModel(Class<?> type, int models) {
        return type.getName() + ": must be about one class with @Model, and is about " + models
                + ". Extend DataRepository, or one of those that extend it, with that class.";
    }

    static String badMethod(Class<?> type, Method method, String rule, String remedy) {
        return place(type, method) + ": " + rule + ". " + remedy + ".";
    }

    static String noSuchField(ModelSchema model, String name) {
        return SchemaMessages.shown(name) + " is no field of model " + model.name() + " that can be asked for";
    }

    static String otherType(String field, Class<?> expected) {
        return field + " is of type " + expected.getSimpleName() + " in the record";
    }

    static String keyIsList(ModelSchema model) {
        return "the id of model " + model.name() + " has several fields, " + model.key();
    }

    static String notSorted(ModelSchema model, List<Sort<?>> order) {
        return "no index that is asked sorts model " + model.name() + " by " + shown(order);
    }

    static String disabled(ModelSchema model, Operation operation) {
        return "the API has no " + operation.name().toLowerCase(Locale.ROOT) + " for model " + model.name();
    }

    static String orderRemedy() {
        return ORDER.substring(0, ORDER.length() - 1);
    }

    static DataException cannotSort(RepositoryMethod method, ModelSchema model, List<Sort<?>> order) {
        return new DataException(place(method) + ": " + notSorted(model, order) + ". " + ORDER);
    }

    static MappingException faulty(List<String> faults) {
        return new MappingException(String.join("\n", faults));
    }

    static MappingException badId(RepositoryMethod method, ModelSchema model) {
        return new MappingException(place(method) + ": " + keyIsList(model) + ". Give a List of their values.");
    }

    static EntityExistsException exists(ModelSchema model, Throwable cause) {
        return new EntityExistsException(
                "model " + model.name() + ": a record with this key is there already. Update it, or save.", cause);
    }

    static OptimisticLockingFailureException gone(ModelSchema model, @Nullable Throwable cause) {
        return new OptimisticLockingFailureException(
                "model " + model.name() + ": a record with this key is not there. Insert it, or save.", cause);
    }

    static EmptyResultException none(RepositoryMethod method) {
        return new EmptyResultException(place(method) + ": found no record. Return an Optional if that is ordinary.");
    }

    static NonUniqueResultException several(RepositoryMethod method) {
        return new NonUniqueResultException(place(method) + ": found more than one record. Return a List of them.");
    }

    static UnsupportedOperationException noOffset(RepositoryMethod method) {
        return new UnsupportedOperationException(
                place(method) + ": AppSync knows no page by its number but the first. Follow nextPageRequest().");
    }

    static UnsupportedOperationException noWayBack(RepositoryMethod method) {
        return new UnsupportedOperationException(
                place(method) + ": AppSync has no page before a cursor. Keep the cursors that led here.");
    }

    static UnsupportedOperationException noStart(RepositoryMethod method) {
        return new UnsupportedOperationException(
                place(method) + ": AppSync begins with the first record. Use Limit.of, or pages.");
    }

    static IllegalArgumentException badCursor(RepositoryMethod method) {
        return new IllegalArgumentException(
                place(method) + ": the cursor is not one of nextPageRequest(). Take it from a page.");
    }

    static UnsupportedOperationException noTotal() {
        return new UnsupportedOperationException(
                "page: AppSync counts no records. Ask hasTotals(), or count what findAll() streams.");
    }

    static UnsupportedOperationException noCursor() {
        return new UnsupportedOperationException(
                "page: AppSync has a cursor behind its last record only. Use nextPageRequest().");
    }

    static NoSuchElementException lastPage() {
        return new NoSuchElementException("page: is the last one. Ask hasNext() before.");
    }

    static NoSuchElementException noPrevious() {
        return new NoSuchElementException(
                "page: AppSync has no way back. Ask hasPrevious(), and keep earlier requests.");
    }

    static String place(RepositoryMethod method) {
        return place(method.repository(), method.method());
    }

    private static String place(Class<?> type, Method method) {
        return type.getName() + "." + method.getName();
    }

    private static String shown(List<Sort<?>> order) {
        return order.stream()
                .map(sort -> SchemaMessages.shown(sort.property())
                        + (sort.isAscending() ? "" : " descending")
                        + (sort.ignoreCase() ? " ignoring case" : ""))
                .collect(Collectors.joining(", "));
    }
}
