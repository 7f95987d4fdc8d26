package org.amplifyjakarta.data;

import java.util.function.BooleanSupplier;
import org.amplifyjakarta.AmplifyException;
import org.amplifyjakarta.graphql.GraphQLException;
import org.amplifyjakarta.schema.ModelSchema;
import org.amplifyjakarta.schema.ModelSchema.Operation;

/** Tells why a write failed. For this library. Immutable. */
public record Absence(ModelSchema model) {

    private static final int OK = 200;

    /**
     * Tells whether a record was not written because it is not there. A rule that asks for the owner forbids the write of what
     * nobody owns, so that a forbidden one is followed by a request for the record.
     *
     * @param isNothing asks for the record, and may fail
     */
    public boolean explains(GraphQLException failure, BooleanSupplier isNothing) {
        if (failure.isConditionalCheckFailed()) {
            return true;
        }
        boolean rulesForbid = failure.isRefused() && failure.statusCode() == OK;
        return rulesForbid && !model.disabled().contains(Operation.GET) && is(isNothing);
    }

    private static boolean is(BooleanSupplier isNothing) {
        try {
            return isNothing.getAsBoolean();
        } catch (AmplifyException e) {
            // whether it is there is not known, so the failure of the write is what is told
            return false;
        }
    }
}
