package org.amplifyjakarta.data;

import java.util.List;
import java.util.Locale;
import org.amplifyjakarta.AmplifyException;
import org.amplifyjakarta.data.ModelSchema.Operation;
import org.jspecify.annotations.Nullable;

/** What is said about models; no method takes a value of a record. */
final class DataMessages {

    private static final String CHECK = "Check it against model_introspection in amplify_outputs.json.";

    private DataMessages() {}

    static AmplifyException noIntrospection() {
        return of(
                "NoModelIntrospection",
                "amplify.graphql.model-introspection: is not configured.",
                "Add amplify_outputs.json with its data section.");
    }

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

    static AmplifyException badBinding(List<String> faults) {
        return of("InvalidModel", "model: " + String.join(" ", faults), CHECK);
    }

    static AmplifyException noSuchField(ModelSchema model, String name) {
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

    static AmplifyException noSuchIndex(ModelSchema model, String name) {
        return of(
                "InvalidField",
                "model " + model.name() + ": has no secondary index with query field " + shown(name) + ".",
                CHECK);
    }

    static AmplifyException disabled(ModelSchema model, Operation operation) {
        return of(
                "InvalidModel",
                "model " + model.name() + ": has no operation "
                        + operation.name().toLowerCase(Locale.ROOT) + ".",
                "It is disabled in the schema.");
    }

    static AmplifyException badOperator(FieldSchema field, String operator) {
        return of(
                "InvalidField",
                "filter: " + operator + " is no operator for " + field.name() + ", which is of type " + field.typeName()
                        + ".",
                "Use one that AppSync has for the type.");
    }

    static AmplifyException badKey(ModelSchema model) {
        return of(
                "InvalidField",
                "model " + model.name() + ": the key needs " + model.key().size() + " value(s), " + model.key()
                        + ", none of them null.",
                "Give them in that order.");
    }

    /** Without the cause, which quotes values. */
    static AmplifyException unreadable(Class<?> type) {
        return of(
                "UnreadableRecord",
                "model: a record that the API returned does not fit " + type.getName() + ".",
                "Check the class against what the API holds, enums and AWSJSON first.");
    }

    static AmplifyException nothingWritten(ModelSchema model) {
        return of(
                "UnknownError",
                "model " + model.name() + ": the API returned no record for what it was told to write.",
                "Look at the API's log.");
    }

    static AmplifyException badValue(FieldSchema field) {
        return of("InvalidField", "field " + field.name() + ": is no valid " + field.typeName() + ".", CHECK);
    }

    static AmplifyException otherModel(ModelSchema model, String name) {
        return of(
                "InvalidModel",
                "model " + model.name() + ": " + shown(name) + " leads to another model than the class is bound to.",
                CHECK);
    }

    static AmplifyException keyNotRead(ModelSchema model, String name) {
        return of(
                "InvalidField",
                "model " + model.name() + ": the record lacks " + name + ", which leads to the related one.",
                "Add it to the class, or to what is selected.");
    }

    static AmplifyException noRelation(ModelSchema model, String name) {
        return of("InvalidField", "model " + model.name() + ": " + shown(name) + " leads to no other model.", CHECK);
    }

    static AmplifyException noSuchOperation(String name) {
        return of(
                "InvalidField", "operation " + shown(name) + ": is no custom query or mutation of the schema.", CHECK);
    }

    static AmplifyException noSuchArgument(OperationSchema operation, String name) {
        return of("InvalidField", "operation " + operation.name() + ": has no argument " + shown(name) + ".", CHECK);
    }

    static AmplifyException missingArgument(OperationSchema operation, String name) {
        return of("InvalidField", "operation " + operation.name() + ": requires argument " + name + ".", "Give it.");
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

    static AmplifyException notSerializable() {
        return of("InvalidModel", "serializeModel: must be given a record, or a collection of records.", "Give one.");
    }

    static AmplifyException notDeserializable() {
        return of("InvalidModel", "deserializeModel: must be given an object, or an array of objects.", "Give one.");
    }

    static AmplifyException noSortKey(String rule) {
        return of("InvalidField", "sort key: " + rule + ".", CHECK);
    }

    static AmplifyException tooDeep() {
        return of("InvalidField", "selection set: is nested too deep.", "Select fewer levels of relations.");
    }

    private static AmplifyException of(String name, String message, String remedy) {
        return new AmplifyException(name, message, remedy, null);
    }

    /** A name may come from anywhere. */
    private static String shown(String name) {
        return name.matches("\\w{1,60}") ? name : "text of " + name.length() + " characters";
    }
}
