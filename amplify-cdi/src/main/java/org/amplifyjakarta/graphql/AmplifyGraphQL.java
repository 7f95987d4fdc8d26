package org.amplifyjakarta.graphql;

import java.util.Map;
import org.amplifyjakarta.AmplifyException;
import org.amplifyjakarta.session.AmplifyContext;

/**
 * Queries and mutations at the GraphQL API that is configured under {@code amplify.graphql}, in the session of the current
 * request: Amplify's GraphQL category.
 *
 * <pre>{@code
 * @Inject
 * AmplifyGraphQL graphQl;
 *
 * Post post = graphQl.query("query($id: ID!) { getPost(id: $id) { id title } }", Map.of("id", id))
 *         .orThrow()
 *         .as("getPost", Post.class);
 * }</pre>
 *
 * <p>Values belong into variables, where they cannot become part of the document. Variables are texts, numbers, booleans, null,
 * {@code Instant}, {@code LocalDate}, {@code OffsetDateTime}, {@code URI}, enums, JSON-P values, maps and collections of
 * those; everything else becomes JSON by JSON-B.
 *
 * <p>Queries are sent up to three times where nothing answered, or with 429, 500, 502, 503 or 504; mutations once, unless
 * {@link GraphQLOptions#retrying()} says otherwise. Credentials are fetched only where requests are signed.
 *
 * <p>What the API answers as GraphQL is returned, errors and partial data together. All methods throw a
 * {@link GraphQLException}: {@code NoEndpoint} where no API is configured, {@code NetworkError}, {@code TimeoutError}, the
 * API's error type or {@code UnknownError} where the answer's status is no success or its body no GraphQL; an
 * {@link AmplifyException} named {@code NoApiKey}, {@code NoValidAuthTokens}, {@code NoCredentials} or
 * {@code NoAuthorizationHeader} where the session or the configuration lacks what the auth mode asks for; and an
 * {@link IllegalArgumentException} for a document of another operation.
 *
 * <p>Inject it. Safe for concurrent use.
 */
public interface AmplifyGraphQL {

    /** Runs a query. */
    default GraphQLResult query(String document, Map<String, ?> variables) {
        return query(document, variables, GraphQLOptions.DEFAULT);
    }

    /** Runs a query. */
    GraphQLResult query(String document, Map<String, ?> variables, GraphQLOptions options);

    /** Runs a mutation. */
    default GraphQLResult mutate(String document, Map<String, ?> variables) {
        return mutate(document, variables, GraphQLOptions.DEFAULT);
    }

    /** Runs a mutation. */
    GraphQLResult mutate(String document, Map<String, ?> variables, GraphQLOptions options);

    /** Runs a document, as the query or the mutation that it is. */
    default GraphQLResult run(GraphQLDocument document, Map<String, ?> variables) {
        return run(document, variables, GraphQLOptions.DEFAULT);
    }

    /** Runs a document, as the query or the mutation that it is. */
    default GraphQLResult run(GraphQLDocument document, Map<String, ?> variables, GraphQLOptions options) {
        return document.isMutation()
                ? mutate(document.text(), variables, options)
                : query(document.text(), variables, options);
    }

    /**
     * Returns the same for calls without options of their own, which it makes with these: {@code generateClient({ authMode })}.
     * A call with options uses those alone.
     */
    default AmplifyGraphQL with(GraphQLOptions options) {
        return new OptionedGraphQL(this, options);
    }

    /**
     * Returns the same in a given session, in whatever thread it is called: what {@code generateServerClientUsingReqRes} is to
     * {@code generateServerClientUsingCookies}. It ends with the context.
     */
    AmplifyGraphQL in(AmplifyContext context);
}
