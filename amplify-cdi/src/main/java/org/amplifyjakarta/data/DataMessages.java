package org.amplifyjakarta.data;

import org.amplifyjakarta.AmplifyException;
import org.amplifyjakarta.schema.FieldSchema;
import org.amplifyjakarta.schema.ModelSchema;
import org.amplifyjakarta.schema.OperationSchema;
import org.amplifyjakarta.schema.SchemaMessages;

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

    static AmplifyException noSuchIndex(ModelSchema model, String name) {
        return of(
                "InvalidField",
                "model " + model.name() + ": has no secondary index with query field " + SchemaMessages.shown(name)
                        + ".",
                CHECK);
    }

    static AmplifyException noField(String name) {
        return of("InvalidField", "filter: " + name + " joins filters, and is no field's name.", CHECK);
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

    static AmplifyException nothingWritten(ModelSchema model) {
        return of(
                "UnknownError",
                "model " + model.name() + ": the API returned no record for what it was told to write.",
                "Look at the API's log.");
    }

    static AmplifyException otherModel(ModelSchema model, String target) {
        return of(
                "InvalidModel",
                "model " + model.name() + ": the relation leads to model " + target
                        + ", and the class is bound to another one.",
                CHECK);
    }

    static AmplifyException keyNotRead(ModelSchema model, String name) {
        return of(
                "InvalidField",
                "model " + model.name() + ": the record lacks " + name + ", which leads to what is related.",
                "Add it to the class, or to what is selected.");
    }

    static AmplifyException nothingSelected(ModelSchema model) {
        return of("InvalidField", "model " + model.name() + ": no field is selected.", "Name one at least.");
    }

    static AmplifyException noRelation(ModelSchema model, String name) {
        return of(
                "InvalidField",
                "model " + model.name() + ": " + SchemaMessages.shown(name) + " leads to no other model.",
                CHECK);
    }

    static AmplifyException noSuchOperation(String name) {
        return of(
                "InvalidField",
                "operation " + SchemaMessages.shown(name) + ": is no custom query or mutation of the schema.",
                CHECK);
    }

    static AmplifyException noSuchArgument(OperationSchema operation, String name) {
        return of(
                "InvalidField",
                "operation " + operation.name() + ": has no argument " + SchemaMessages.shown(name) + ".",
                CHECK);
    }

    static AmplifyException missingArgument(OperationSchema operation, String name) {
        return of("InvalidField", "operation " + operation.name() + ": requires argument " + name + ".", "Give it.");
    }

    static AmplifyException notSerializable() {
        return of("InvalidModel", "serializeModel: must be given a record, or a collection of records.", "Give one.");
    }

    static AmplifyException notDeserializable() {
        return of("InvalidModel", "deserializeModel: must be given an object, or an array of objects.", "Give one.");
    }

    static AmplifyException noSortKeyField(ModelSchema model, String name) {
        return of(
                "InvalidField",
                "sort key: " + SchemaMessages.shown(name) + " is no part of one of model " + model.name() + ".",
                "Give a map for a sort key of several fields, and its fields.");
    }

    static AmplifyException noSortKey(String rule) {
        return of("InvalidField", "sort key: " + rule + ".", CHECK);
    }

    private static AmplifyException of(String name, String message, String remedy) {
        return new AmplifyException(name, message, remedy, null);
    }
}
