package org.amplifyjakarta.data;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that {@code model_introspection}, version 1, tells. Every name in it is a name of GraphQL; that is checked while it is
 * read, so that names may go into documents. Immutable.
 *
 * @param customTypes the fields of each type that is no model
 * @param operations the custom queries and mutations
 */
record Introspection(
        Map<String, ModelSchema> models,
        Map<String, Map<String, FieldSchema>> customTypes,
        Map<String, List<String>> enums,
        Map<String, OperationSchema> operations) {

    ModelSchema model(String name) {
        return find(name).orElseThrow(() -> DataMessages.noSuchModel(name));
    }

    Optional<ModelSchema> find(String name) {
        return Optional.ofNullable(models.get(name));
    }

    Map<String, FieldSchema> customType(String name) {
        return customTypes.getOrDefault(name, Map.of());
    }
}
