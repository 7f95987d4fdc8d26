package org.amplifyjakarta.graphql;

import java.util.List;
import org.amplifyjakarta.AmplifyException;
import org.amplifyjakarta.transport.NoAnswerException;
import org.jspecify.annotations.Nullable;

/** What is said about GraphQL; no method takes a text that could be a token, and none quotes what an API answered. */
final class GraphQLMessages {

    private static final String UNAUTHORIZED =
            "Check the auth mode (amplify.graphql.default-auth-mode, or the options) against the API's rules.";

    private GraphQLMessages() {}

    static AmplifyException noApiKey() {
        return missing("NoApiKey", "an API key", "Set amplify.graphql.api-key, or give one in the options.");
    }

    static AmplifyException noTokens() {
        return missing("NoValidAuthTokens", "a user's token, and nobody is signed in", "Sign in, then call again.");
    }

    static AmplifyException noCredentials() {
        return missing(
                "NoCredentials", "AWS credentials to sign with", "Sign in, allow guests, or choose another auth mode.");
    }

    static AmplifyException noAuthToken() {
        return missing("NoAuthorizationHeader", "an auth token", "Give one in the options.");
    }

    static GraphQLException noEndpoint() {
        return new GraphQLException(
                "NoEndpoint",
                "GraphQL: no API is configured.",
                "Set amplify.graphql.endpoint, or add amplify_outputs.json with its data section.",
                GraphQLException.Answered.NOTHING,
                null);
    }

    static GraphQLException noAnswer(NoAnswerException failure) {
        return new GraphQLException(
                failure.isLate() ? "TimeoutError" : "NetworkError",
                "GraphQL: " + failure.getMessage(),
                failure.isLate()
                        ? "Try again later, or allow more in the options."
                        : "Try again later; check amplify.graphql.endpoint and the way out to the network.",
                GraphQLException.Answered.NOTHING,
                failure);
    }

    static GraphQLException refused(String name, int status, List<GraphQLError> errors) {
        return new GraphQLException(
                name,
                "GraphQL: the answer was " + status + " (" + name + ").",
                status == 401 || status == 403 ? UNAUTHORIZED : "See the errors.",
                new GraphQLException.Answered(null, errors, status),
                null);
    }

    static GraphQLException notGraphQL(String rule) {
        return new GraphQLException(
                "UnknownError",
                "GraphQL: the answer " + rule + ".",
                "Check that amplify.graphql.endpoint is a GraphQL API.",
                new GraphQLException.Answered(null, List.of(), 200),
                null);
    }

    static GraphQLException reported(List<GraphQLError> errors, @Nullable GraphQLResult result) {
        String type = errors.get(0).errorType();
        String name = type.matches("[\\w:.]{1,100}") ? type : "UnknownError";
        return new GraphQLException(
                name,
                "GraphQL: the API reported " + errors.size() + " error(s), the first of type " + name + ".",
                name.startsWith("Unauthorized") ? UNAUTHORIZED : "See the errors, and the result for partial data.",
                new GraphQLException.Answered(result, errors, 200),
                null);
    }

    private static AmplifyException missing(String name, String what, String remedy) {
        return new AmplifyException(name, "GraphQL: the auth mode asks for " + what + ".", remedy, null);
    }
}
