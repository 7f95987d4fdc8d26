package org.amplifyjakarta.graphql;

import java.util.Optional;
import org.amplifyjakarta.Secret;
import org.amplifyjakarta.config.GraphQlConfig;
import org.amplifyjakarta.config.GraphQlConfig.AuthMode;
import org.amplifyjakarta.session.AmplifyContext;
import org.amplifyjakarta.transport.Authorization;
import org.amplifyjakarta.transport.HeaderAuthorization;
import org.amplifyjakarta.transport.SignedAuthorization;

/** What a request says of who makes it; asks the session for nothing that the auth mode does not need. */
record GraphQLAuthorization(AmplifyContext context, GraphQlConfig api) {

    static final String API_KEY = "x-api-key";

    Authorization of(GraphQLOptions options) {
        if (options.authToken() != null) {
            return new HeaderAuthorization(Authorization.HEADER, options.authToken());
        }
        return switch (mode(options)) {
            case NONE -> Authorization.none();
            case API_KEY ->
                new HeaderAuthorization(
                        API_KEY,
                        Optional.ofNullable(options.apiKey())
                                .or(() -> Optional.ofNullable(api.apiKey()))
                                .orElseThrow(GraphQLMessages::noApiKey));
            case USER_POOL, OIDC -> new HeaderAuthorization(Authorization.HEADER, accessToken());
            case LAMBDA -> throw GraphQLMessages.noAuthToken();
            case IAM, IDENTITY_POOL -> signed();
        };
    }

    /** An address without a region is told nothing, unless the call says otherwise. */
    private AuthMode mode(GraphQLOptions options) {
        if (options.authMode() != null) {
            return options.authMode();
        }
        GraphQlConfig.CustomEndpoint custom = api.custom();
        return custom != null && custom.region() == null ? AuthMode.NONE : api.defaultAuthMode();
    }

    /** As it is, without {@code Bearer}: so AppSync wants it. */
    private Secret accessToken() {
        return context.tokens()
                .tokens()
                .orElseThrow(GraphQLMessages::noTokens)
                .accessToken()
                .jwt();
    }

    private SignedAuthorization signed() {
        GraphQlConfig.CustomEndpoint custom = api.custom();
        String region = custom == null || custom.region() == null ? api.region() : custom.region();
        return SignedAuthorization.forHost(
                custom == null ? api.endpoint() : custom.endpoint(),
                context.credentials().current().orElseThrow(GraphQLMessages::noCredentials),
                custom == null ? "appsync" : "execute-api",
                region == null ? "us-east-1" : region);
    }
}
