package org.amplifyjakarta.data;

import java.util.List;
import java.util.Optional;
import org.amplifyjakarta.graphql.GraphQLError;
import org.amplifyjakarta.graphql.GraphQLException;
import org.jspecify.annotations.Nullable;

/**
 * A page of records. Immutable.
 *
 * @param token where the next page begins, null after the last
 * @param errors what the API could not answer; the records are what it could
 */
public record ModelPage<T>(List<T> items, @Nullable String token, List<GraphQLError> errors) {

    public ModelPage {
        items = List.copyOf(items);
        errors = List.copyOf(errors);
    }

    /** Returns where the next page begins; empty after the last. */
    public Optional<String> nextToken() {
        return Optional.ofNullable(token);
    }

    /**
     * Returns this, if there are no errors.
     *
     * @throws GraphQLException named after the first error's type
     */
    public ModelPage<T> orThrow() {
        if (!errors.isEmpty()) {
            throw GraphQLException.of(errors);
        }
        return this;
    }

    /** Shows how much there is. */
    @Override
    public String toString() {
        return "ModelPage[" + items.size() + " items, errors=" + errors + "]";
    }
}
