package org.amplifyjakarta.ssr;

import java.util.Map;
import org.amplifyjakarta.graphql.AmplifyGraphQL;
import org.amplifyjakarta.graphql.GraphQLDocument;
import org.amplifyjakarta.graphql.GraphQLException;
import org.amplifyjakarta.graphql.GraphQLOptions;
import org.amplifyjakarta.graphql.GraphQLResult;
import org.amplifyjakarta.rest.AmplifyRest;
import org.amplifyjakarta.rest.RestOptions;
import org.amplifyjakarta.rest.RestResponse;

/**
 * {@code SSR.API}: GraphQL and REST in one. {@link AmplifyGraphQL} and {@link AmplifyRest} tell what is thrown. Safe for
 * concurrent use.
 */
public final class SsrApi {

    private final AmplifyGraphQL graphQl;
    private final AmplifyRest rest;

    SsrApi(AmplifyGraphQL graphQl, AmplifyRest rest) {
        this.graphQl = graphQl;
        this.rest = rest;
    }

    /** Runs a query or a mutation, whichever the document is. */
    public GraphQLResult graphql(String document, Map<String, ?> variables) {
        return graphql(document, variables, GraphQLOptions.DEFAULT);
    }

    /**
     * Runs a query or a mutation, whichever the document is.
     *
     * @throws GraphQLException for any error, with the partial answer in it
     */
    public GraphQLResult graphql(String document, Map<String, ?> variables, GraphQLOptions options) {
        return graphQl.run(GraphQLDocument.of(document), variables, options).orThrow();
    }

    /** Sends {@code GET}. */
    public RestResponse get(String apiName, String path, RestOptions options) {
        return rest.get(apiName, path, options);
    }

    /** Sends {@code POST}. */
    public RestResponse post(String apiName, String path, RestOptions options) {
        return rest.post(apiName, path, options);
    }

    /** Sends {@code PUT}. */
    public RestResponse put(String apiName, String path, RestOptions options) {
        return rest.put(apiName, path, options);
    }

    /** Sends {@code PATCH}. */
    public RestResponse patch(String apiName, String path, RestOptions options) {
        return rest.patch(apiName, path, options);
    }

    /** Sends {@code DELETE}. */
    public RestResponse del(String apiName, String path, RestOptions options) {
        return rest.del(apiName, path, options);
    }

    /** Sends {@code HEAD}. */
    public RestResponse head(String apiName, String path, RestOptions options) {
        return rest.head(apiName, path, options);
    }
}
