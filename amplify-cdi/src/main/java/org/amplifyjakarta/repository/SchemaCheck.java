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

/** Tells what the schema does not let a repository do. */
record SchemaCheck(RepositoryType repository, ModelBinding<?> binding) {

    List<String> faults() {
        List<String> faults = new ArrayList<>();
        repository.methods().forEach(method -> check(method, faults));
        return faults;
    }

    private void check(RepositoryMethod method, List<String> faults) {
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
        if (Access.to(model, known, method.orders()).isEmpty()) {
            faults.add(said(
                    method,
                    "@OrderBy: " + RepositoryMessages.notSorted(model, method.orders()),
                    RepositoryMessages.orderRemedy()));
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
