package org.amplifyjakarta.datastore;

import org.amplifyjakarta.AmplifyException;
import org.amplifyjakarta.schema.ModelSchema;
import org.amplifyjakarta.schema.SchemaMessages;

/** What is said about DataStore; no method takes a value of a record. */
final class DataStoreMessages {

    private DataStoreMessages() {}

    static AmplifyException tooManyRecords(ModelSchema model, int most) {
        return of(
                "TooManyRecords",
                "DataStore: a query of model " + model.name() + " would read more than " + most + " records.",
                "Narrow the predicate, or raise amplify.datastore.max-records-to-sync.");
    }

    static AmplifyException badKey(ModelSchema model) {
        return of(
                "InvalidField",
                "DataStore: the key of model " + model.name() + " is " + model.key() + ", none of it null.",
                "Give these, and no others.");
    }

    static AmplifyException noVersion(ModelSchema model) {
        return of(
                "InvalidModel",
                "DataStore: a record of model " + model.name()
                        + " is there, and what is to be written over it lacks its " + ModelSchema.VERSION + ".",
                "Add Integer " + ModelSchema.VERSION + " to the class, and write what was read.");
    }

    static AmplifyException noRelation(ModelSchema model, String name) {
        return of(
                "InvalidField",
                "DataStore: " + SchemaMessages.shown(name) + " of model " + model.name() + " leads to no other model.",
                "Check it against model_introspection in amplify_outputs.json.");
    }

    static AmplifyException nothingWritten(ModelSchema model) {
        return of(
                "UnknownError",
                "DataStore: the API returned no record of model " + model.name() + " for what it was told to write.",
                "Look at the API's log.");
    }

    private static AmplifyException of(String name, String message, String remedy) {
        return new AmplifyException(name, message, remedy, null);
    }
}
