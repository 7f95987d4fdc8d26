package org.amplifyjakarta.repository;

import jakarta.data.repository.By;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.amplifyjakarta.binding.BoundType.Property;
import org.amplifyjakarta.data.ModelBinding;
import org.amplifyjakarta.repository.RepositoryMethod.Action;
import org.amplifyjakarta.repository.RepositoryMethod.Condition;
import org.amplifyjakarta.schema.FieldSchema;
import org.amplifyjakarta.schema.ModelSchema;
import org.amplifyjakarta.schema.ModelSchema.Operation;

/** Tells what the schema does not let a repository do. */
record SchemaCheck(RepositoryType repository, ModelBinding<?> binding) {

    List<String> faults() {
        List<String> faults = new ArrayList<>();
        repository.methods().forEach(method -> check(method, faults));
        return faults;
    }

    private void check(RepositoryMethod method, List<String> faults) {
        needed(method.action()).forEach(operation -> checkEnabled(method, operation, faults));
        if (method.action() != Action.FIND && method.action() != Action.DELETE_WHERE) {
            return;
        }
        ModelSchema model = binding.model();
        Set<String> known = new LinkedHashSet<>();
        for (Condition condition : method.conditions()) {
            if (condition.field().equals(By.ID)) {
                known.addAll(model.key());
                checkId(method, condition, faults);
            } else {
                known.add(condition.field());
                checkField(method, condition, faults);
            }
        }
        Optional<Access> access = Access.to(model, known, method.orders());
        access.flatMap(Access::operation).ifPresent(operation -> {
            if (method.action() == Action.FIND || operation != Operation.GET) {
                checkEnabled(method, operation, faults);
            }
        });
        if (access.isEmpty()) {
            faults.add(said(
                    method,
                    "@OrderBy: " + RepositoryMessages.notSorted(model, method.orders()),
                    RepositoryMessages.orderRemedy()));
        }
    }

    private static List<Operation> needed(Action action) {
        return switch (action) {
            case INSERT -> List.of(Operation.CREATE);
            case UPDATE -> List.of(Operation.UPDATE);
            case SAVE -> List.of(Operation.GET, Operation.CREATE, Operation.UPDATE);
            case DELETE, DELETE_WHERE -> List.of(Operation.DELETE);
            case FIND, OPERATIONS -> List.of();
        };
    }

    private void checkEnabled(RepositoryMethod method, Operation operation, List<String> faults) {
        if (binding.model().disabled().contains(operation)) {
            faults.add(said(
                    method,
                    RepositoryMessages.disabled(binding.model(), operation),
                    "Leave the method out, or extend DataRepository with those that are wanted"));
        }
    }

    private void checkId(RepositoryMethod method, Condition condition, List<String> faults) {
        List<String> key = binding.model().key();
        if (key.size() == 1) {
            checkType(method, new Condition(key.get(0), condition.index(), condition.type()), faults);
        } else if (condition.type() != List.class) {
            faults.add(said(method, RepositoryMessages.keyIsList(binding.model()), "Make it a List of their values"));
        }
    }

    private void checkField(RepositoryMethod method, Condition condition, List<String> faults) {
        ModelSchema model = binding.model();
        boolean isLeaf = Optional.ofNullable(model.fields().get(condition.field()))
                .filter(field -> field.isLeaf() && !field.isArray())
                .map(FieldSchema::name)
                .isPresent();
        if (isLeaf || model.implicitFields().contains(condition.field())) {
            checkType(method, condition, faults);
        } else {
            faults.add(said(
                    method,
                    RepositoryMessages.noSuchField(model, condition.field()),
                    "Name one, by the parameter or by @By"));
        }
    }

    private void checkType(RepositoryMethod method, Condition condition, List<String> faults) {
        Property property =
                binding.bound() == null ? null : binding.bound().properties().get(condition.field());
        if (property != null && boxed(property.type()) != boxed(condition.type())) {
            faults.add(said(
                    method,
                    RepositoryMessages.otherType(condition.field(), property.type()),
                    "Give the parameter that type"));
        }
    }

    private String said(RepositoryMethod method, String rule, String remedy) {
        return RepositoryMessages.badMethod(repository.type(), method.method(), rule, remedy);
    }

    private static Class<?> boxed(Class<?> type) {
        return MethodType.methodType(type).wrap().returnType();
    }
}
