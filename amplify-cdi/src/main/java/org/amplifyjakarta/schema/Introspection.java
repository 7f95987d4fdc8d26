package org.amplifyjakarta.schema;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that {@code model_introspection}, version 1, tells. Every name in it is a name of GraphQL; that is checked while it is
 * read, so that names may go into documents. Immutable.
 *
 * @param customTypes the fields of each type that is no model
 * @param operations the custom queries and mutations
 * @param inputs the fields of each type that custom operations take
 */
public record Introspection(
        Map<String, ModelSchema> models,
        Map<String, Map<String, FieldSchema>> customTypes,
        Map<String, List<String>> enums,
        Map<String, OperationSchema> operations,
        Map<String, Map<String, OperationSchema.Argument>> inputs) {

    /**
     * Returns a model.
     *
     * @throws org.amplifyjakarta.AmplifyException named {@code InvalidModel} if there is none of that name
     */
    public ModelSchema model(String name) {
        return find(name).orElseThrow(() -> SchemaMessages.noSuchModel(name));
    }

    /** Returns a model, if there is one of that name. */
    public Optional<ModelSchema> find(String name) {
        return Optional.ofNullable(models.get(name));
    }

    /** Returns the fields of a custom type, none where there is no such type. */
    public Map<String, FieldSchema> customType(String name) {
        return customTypes.getOrDefault(name, Map.of());
    }
}
