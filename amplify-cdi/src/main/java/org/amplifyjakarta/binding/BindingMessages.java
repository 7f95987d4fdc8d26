package org.amplifyjakarta.binding;

import java.util.List;
import org.amplifyjakarta.AmplifyException;
import org.amplifyjakarta.schema.FieldSchema;
import org.amplifyjakarta.schema.ModelSchema;

/** What is said about records and their classes; no method takes a value of a record. */
public final class BindingMessages {

    private static final String CHECK = "Check it against model_introspection in amplify_outputs.json.";

    private BindingMessages() {}

    /** Says what is wrong with a class. */
    public static AmplifyException badBinding(List<String> faults) {
        return of("InvalidModel", "model: " + String.join(" ", faults), CHECK);
    }

    /** Without the cause, which quotes values. */
    static AmplifyException unreadable(Class<?> type) {
        return of(
                "UnreadableRecord",
                "model: a record that the API returned does not fit " + type.getName() + ".",
                "Check the class against what the API holds, enums and AWSJSON first.");
    }

    static AmplifyException badValue(FieldSchema field) {
        return of("InvalidField", "field " + field.name() + ": is no valid " + field.typeName() + ".", CHECK);
    }

    static AmplifyException required(ModelSchema model, FieldSchema field) {
        return of("InvalidField", "model " + model.name() + ": field " + field.name() + " is required.", "Give it.");
    }

    static AmplifyException wrongType(ModelSchema model, FieldSchema field, String jsonType) {
        return of(
                "InvalidField",
                "model " + model.name() + ": field " + field.name() + " must be of type " + jsonType + ".",
                CHECK);
    }

    static AmplifyException wrongFormat(ModelSchema model, FieldSchema field) {
        return of(
                "InvalidField",
                "model " + model.name() + ": field " + field.name() + " is no valid " + field.typeName() + ".",
                CHECK);
    }

    private static AmplifyException of(String name, String message, String remedy) {
        return new AmplifyException(name, message, remedy, null);
    }
}
