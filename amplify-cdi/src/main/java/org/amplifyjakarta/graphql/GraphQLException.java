package org.amplifyjakarta.graphql;

import jakarta.json.JsonValue;
import java.util.List;
import java.util.Optional;
import org.amplifyjakarta.AmplifyException;
import org.jspecify.annotations.Nullable;

/**
 * A request that did not succeed, or only in part. Its own message holds nothing that the API said; {@link #errors()} has it.
 *
 * <p>Immutable.
 */
public final class GraphQLException extends AmplifyException {

    private static final long serialVersionUID = 1L;

    private final transient @Nullable GraphQLResult result;
    private final transient List<GraphQLError> errors;
    private final int statusCode;

    GraphQLException(String name, String message, String remedy, Answered answered, @Nullable Throwable cause) {
        super(name, message, remedy, cause);
        this.result = answered.result();
        this.errors = answered.errors();
        this.statusCode = answered.statusCode();
    }

    /** What came back, if anything did. */
    record Answered(@Nullable GraphQLResult result, List<GraphQLError> errors, int statusCode) {

        static final Answered NOTHING = new Answered(null, List.of(), 0);
    }

    /** Makes one of errors that were reported beside data. */
    public static GraphQLException of(List<GraphQLError> errors) {
        return GraphQLMessages.reported(errors, null);
    }

    /** Returns the errors that the API reported; empty where it did not answer. */
    public List<GraphQLError> errors() {
        return errors == null ? List.of() : errors;
    }

    /** Returns the answer with its partial data, empty where there was none or none of GraphQL's form. */
    public Optional<GraphQLResult> result() {
        return Optional.ofNullable(result);
    }

    /** Returns the status of the answer, 0 where there was none. */
    public int statusCode() {
        return statusCode;
    }

    /** Tells whether a write's condition did not hold: that of the call, or that the record be there, or not there. */
    public boolean isConditionalCheckFailed() {
        return name().endsWith("ConditionalCheckFailedException");
    }

    /**
     * Tells whether the API refused the caller the whole of the request, so that nothing of it was done; a refusal within what came
     * back is none.
     */
    public boolean isRefused() {
        boolean nothing = result().flatMap(GraphQLResult::data)
                .map(data -> data.values().stream().allMatch(JsonValue.NULL::equals))
                .orElse(true);
        return isUnauthorized()
                && nothing
                && (statusCode != 200
                        || errors().stream().allMatch(error -> error.path().size() <= 1));
    }

    /** Tells whether the API refused the caller. */
    public boolean isUnauthorized() {
        return statusCode == 401
                || statusCode == 403
                || errors().stream().anyMatch(error -> error.errorType().startsWith("Unauthorized"));
    }
}
