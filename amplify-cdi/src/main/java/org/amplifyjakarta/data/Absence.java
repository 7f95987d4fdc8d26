package org.amplifyjakarta.data;

import java.util.List;
import org.amplifyjakarta.AmplifyException;
import org.amplifyjakarta.graphql.GraphQLException;
import org.amplifyjakarta.schema.ModelSchema.Operation;

/** Tells why a write failed. For this library. Immutable. */
public record Absence(ModelOperations<?> operations) {

    private static final int OK = 200;

    /**
     * Tells whether a record was not written because it is not there. A rule that asks for the owner forbids the write of what
     * nobody owns, so that a forbidden one is followed by a request for the record.
     *
     * @param key as {@link ModelOperations#get} takes it; empty where it is not known
     */
    public boolean explains(GraphQLException failure, List<Object> key) {
        if (failure.isConditionalCheckFailed()) {
            return true;
        }
        boolean rulesForbid = failure.isUnauthorized() && failure.statusCode() == OK;
        return rulesForbid
                && !key.isEmpty()
                && !operations.model().disabled().contains(Operation.GET)
                && isNothing(key);
    }

    private boolean isNothing(List<Object> key) {
        try {
            return operations.get(key.toArray()).isEmpty();
        } catch (AmplifyException e) {
            // whether it is there is not known, so the failure of the write is what is told
            return false;
        }
    }
}
