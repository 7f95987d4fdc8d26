package org.amplifyjakarta.data;

import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.amplifyjakarta.binding.BindingMessages;
import org.amplifyjakarta.binding.BoundType;
import org.amplifyjakarta.schema.Introspection;
import org.amplifyjakarta.schema.ModelSchema;
import org.amplifyjakarta.schema.SelectionSet;
import org.jspecify.annotations.Nullable;

/**
 * A model, the class of its records and what is asked for. For this library. Immutable.
 *
 * @param bound null for records as JSON
 */
public record ModelBinding<T>(
        ModelSchema model, Class<T> type, @Nullable BoundType bound, SelectionSet selection) {

    /** @throws org.amplifyjakarta.AmplifyException with every fault */
    static <T> ModelBinding<T> of(Introspection schema, Class<T> type) {
        List<String> faults = new ArrayList<>();
        ModelBinding<T> binding = bind(schema, type, faults);
        if (binding == null || !faults.isEmpty()) {
            throw BindingMessages.badBinding(faults);
        }
        return binding;
    }

    /** Returns null where there is no such model. */
    static <T> @Nullable ModelBinding<T> bind(Introspection schema, Class<T> type, List<String> faults) {
        Model named = type.getAnnotation(Model.class);
        if (named == null) {
            faults.add(type.getName() + ": has no @Model.");
            return null;
        }
        String name = named.value().isEmpty() ? type.getSimpleName() : named.value();
        ModelSchema model = schema.find(name).orElse(null);
        if (model == null) {
            faults.add(type.getName() + ": model " + name + " is not in the introspection.");
            return null;
        }
        BoundType bound = BoundType.ofModel(schema, model, type, faults);
        return new ModelBinding<>(model, type, bound, bound.selection());
    }

    /** Binds JSON: everything but relations. */
    static ModelBinding<JsonObject> untyped(Introspection schema, ModelSchema model) {
        return new ModelBinding<>(model, JsonObject.class, null, SelectionSet.ofModel(schema, model));
    }

    /** Returns the same, asking for something else. */
    ModelBinding<T> selecting(SelectionSet other) {
        return new ModelBinding<>(model, type, bound, other);
    }
}
