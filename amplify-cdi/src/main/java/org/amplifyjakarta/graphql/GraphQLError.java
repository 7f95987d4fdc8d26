package org.amplifyjakarta.graphql;

import jakarta.json.JsonObject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An error that the API reports. Immutable.
 *
 * @param message what the API says; it may quote values
 * @param errorType AppSync's name for it, {@code Unauthorized} or {@code DynamoDB:ConditionalCheckFailedException}; empty
 *     where it gives none
 * @param path where in the data, field names and indexes as text; empty where it concerns all
 * @param json the error as it came
 * @see <a href="https://spec.graphql.org/October2021/#sec-Errors">GraphQL, Errors</a>
 */
public record GraphQLError(
        String message,
        String errorType,
        List<String> path,
        @Nullable JsonObject json) {

    public GraphQLError {
        path = List.copyOf(path);
    }

    /** Shows type and path, not the message, which may quote values. */
    @Override
    public String toString() {
        return "GraphQLError[" + errorType + " at " + path + "]";
    }
}
