package org.amplifyjakarta.rest;

import java.time.Duration;
import org.amplifyjakarta.AmplifyException;
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

    static RestApiException noAnswer(Throwable cause) {
        return of(
                "NetworkError",
                "no answer came (" + cause.getClass().getSimpleName() + ").",
                "Try again later; check amplify.rest.*.endpoint and the way out to the network.",
                cause);
    }

    static RestApiException timedOut(Duration timeout) {
        return of(
                "TimeoutError",
                "no answer within " + timeout.toMillis() + " ms.",
                "Try again later, or allow more in the options.",
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
