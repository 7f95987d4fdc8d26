package org.amplifyjakarta.data;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.amplifyjakarta.AmplifyException;
import org.amplifyjakarta.graphql.GraphQLException;
import org.amplifyjakarta.graphql.GraphQLOptions;

/**
 * A query or mutation that the schema defines beside its models: {@code client.queries.…} and {@code client.mutations.…} of
 * Amplify Data.
 *
 * <p>Results are of a simple type for a scalar or an enum ({@code String}, {@code Integer}, …), otherwise a record of the type's
 * fields, or {@code JsonObject} for all of them. Calls throw a {@link GraphQLException} for whatever the API reports, and an
 * {@link AmplifyException} named {@code InvalidField} for arguments, or a class, that the schema does not have.
 *
 * <p>Immutable, and safe for concurrent use.
 */
public interface CustomOperation {

    /** Returns the same, each request made in this way. */
    CustomOperation with(GraphQLOptions options);

    /** Calls it, and returns its one result; empty where that is null. */
    <T> Optional<T> call(Map<String, ?> arguments, Class<T> type);

    /** Calls it, and returns its many results, without those that are null. */
    <T> List<T> callList(Map<String, ?> arguments, Class<T> type);
}
