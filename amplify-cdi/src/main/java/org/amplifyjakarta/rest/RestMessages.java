package org.amplifyjakarta.rest;

import org.amplifyjakarta.AmplifyException;
import org.amplifyjakarta.transport.NoAnswerException;
import org.jspecify.annotations.Nullable;

/** What is said about REST calls; no method takes a text that could be a token, and none what an API answered. */
final class RestMessages {

    private RestMessages() {}

    static RestApiException unknownApi() {
        return of("InvalidApiName", "no such API is configured.", "Use a name of amplify.rest.*.endpoint.", null);
    }

    static RestApiException badPath(String rule) {
        return of(
                "InvalidApiName", "the path " + rule + ".", "Write what follows the endpoint, beginning with /.", null);
    }

    static AmplifyException noCredentials() {
        return new AmplifyException(
                "NoCredentials",
                "REST API: there are no AWS credentials to sign with.",
                "Sign in, allow guests, or choose another amplify.rest.*.auth-mode.",
                null);
    }

    static AmplifyException notSignedIn() {
        return new AmplifyException(
                "UserUnAuthenticatedException",
                "REST API: the API asks for a user's token, and nobody is signed in.",
                "Sign in, then call again.",
                null);
    }

    static RestApiException noAnswer(NoAnswerException failure) {
        return failure.isLate()
                ? of("TimeoutError", failure.getMessage(), "Try again later, or allow more in the options.", failure)
                : of(
                        "NetworkError",
                        failure.getMessage(),
                        "Try again later; check amplify.rest.*.endpoint and the way out to the network.",
                        failure);
    }

    static RestApiException elsewhere() {
        return of(
                "InvalidApiName",
                "the request goes to another address than the API's.",
                "Call what lies below amplify.rest.*.endpoint, or send the request without authorization.",
                null);
    }

    static RestApiException canceled() {
        return of("CanceledError", "the call was cancelled.", "", null);
    }

    static RestApiException refused(String name, RestResponse response) {
        return new RestApiException(
                name,
                "REST API: the answer was " + response.statusCode() + " (" + name + ").",
                "See the response.",
                response,
                null);
    }

    private static RestApiException of(String name, String message, String remedy, @Nullable Throwable cause) {
        return new RestApiException(name, "REST API: " + message, remedy, null, cause);
    }
}
