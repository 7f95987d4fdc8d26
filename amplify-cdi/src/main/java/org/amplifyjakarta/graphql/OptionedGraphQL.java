package org.amplifyjakarta.graphql;

import java.util.Map;
import org.amplifyjakarta.session.AmplifyContext;

/** Makes requests in one way, unless a call says otherwise. */
record OptionedGraphQL(AmplifyGraphQL api, GraphQLOptions options) implements AmplifyGraphQL {

    @Override
    public GraphQLResult query(String document, Map<String, ?> variables) {
        return api.query(document, variables, options);
    }

    @Override
    public GraphQLResult query(String document, Map<String, ?> variables, GraphQLOptions given) {
        return api.query(document, variables, given);
    }

    @Override
    public GraphQLResult mutate(String document, Map<String, ?> variables) {
        return api.mutate(document, variables, options);
    }

    @Override
    public GraphQLResult mutate(String document, Map<String, ?> variables, GraphQLOptions given) {
        return api.mutate(document, variables, given);
    }

    @Override
    public GraphQLResult run(GraphQLDocument document, Map<String, ?> variables) {
        return api.run(document, variables, options);
    }

    @Override
    public AmplifyGraphQL with(GraphQLOptions others) {
        return new OptionedGraphQL(api, others);
    }

    @Override
    public AmplifyGraphQL in(AmplifyContext context) {
        return new OptionedGraphQL(api.in(context), options);
    }
}
