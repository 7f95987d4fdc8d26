package org.amplifyjakarta.schema;

import java.util.Locale;
import org.amplifyjakarta.AmplifyException;
import org.amplifyjakarta.schema.ModelSchema.Operation;
import org.jspecify.annotations.Nullable;

/** What is said about names that the schema has, or has not. */
public final class SchemaMessages {

    private static final String CHECK = "Check it against model_introspection in amplify_outputs.json.";

    private SchemaMessages() {}

    static AmplifyException badIntrospection(String rule, @Nullable Throwable cause) {
        return new AmplifyException(
                "NoModelIntrospection",
                "amplify.graphql.model-introspection: " + rule + ".",
                "Copy model_introspection of amplify_outputs.json.",
                cause);
    }

    static AmplifyException noSuchModel(String name) {
        return of("InvalidModel", "model " + shown(name) + ": is not in the introspection.", CHECK);
    }

    /** Says that a model has no such field. */
    public static AmplifyException noSuchField(ModelSchema model, String name) {
        return of("InvalidField", shown(name) + " is not a field of model " + model.name() + ".", CHECK);
    }

    static AmplifyException noSuchType(String field, String name) {
        return of("InvalidField", shown(name) + " is not a field of custom type " + field + ".", CHECK);
    }

    static AmplifyException noWildcard(String field, String type) {
        return of(
                "InvalidField",
                field + " must declare a wildcard (*) or a field of " + type + ".",
                "Write " + field + ".*, or name one.");
    }

    static AmplifyException disabled(ModelSchema model, Operation operation) {
        return of(
                "InvalidModel",
                "model " + model.name() + ": has no operation "
                        + operation.name().toLowerCase(Locale.ROOT) + ".",
                "It is disabled in the schema.");
    }

    static AmplifyException tooDeep() {
        return of("InvalidField", "selection set: is nested too deep.", "Select fewer levels of relations.");
    }

    private static AmplifyException of(String name, String message, String remedy) {
        return new AmplifyException(name, message, remedy, null);
    }

    /** Returns a name that may come from anywhere as it may be shown. */
    public static String shown(String name) {
        return name.matches("\\w{1,60}") ? name : "text of " + name.length() + " characters";
    }
}
