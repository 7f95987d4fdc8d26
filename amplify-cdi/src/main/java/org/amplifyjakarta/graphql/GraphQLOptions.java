package org.amplifyjakarta.graphql;

import java.time.Duration;
import java.util.Map;
import org.amplifyjakarta.Secret;
import org.amplifyjakarta.config.GraphQlConfig.AuthMode;
import org.jspecify.annotations.Nullable;

/**
 * How a request is made. Immutable.
 *
 * @param authMode in place of that of the API, null for that
 * @param authToken the value of {@code Authorization} in mode {@code LAMBDA}; in another mode, in place of what it would send
 * @param apiKey in place of that of the API, null for that
 * @param headers what is added to a request; not what authorizes it
 * @param timeout for each attempt, a millisecond to a quarter of an hour
 * @param retry whether to repeat what failed, null for what is safe to repeat: queries
 */
public record GraphQLOptions(
        @Nullable AuthMode authMode,
        @Nullable Secret authToken,
        @Nullable Secret apiKey,
        Headers headers,
        Duration timeout,
        @Nullable Boolean retry) {

    /** What the configuration says, no headers, and half a minute. */
    public static final GraphQLOptions DEFAULT =
            new GraphQLOptions(null, null, null, (document, variables) -> Map.of(), Duration.ofSeconds(30), null);

    /** Headers of a request. */
    @FunctionalInterface
    public interface Headers {

        /** Returns the headers for a document with its variables. */
        Map<String, String> of(String document, Map<String, ?> variables);
    }

    /** @throws IllegalArgumentException if the timeout is out of range */
    public GraphQLOptions {
        if (timeout.toMillis() < 1 || timeout.compareTo(Duration.ofMinutes(15)) > 0) {
            throw new IllegalArgumentException("timeout: must be PT0.001S to PT15M.");
        }
    }

    /** Returns the same in another auth mode. */
    public GraphQLOptions as(AuthMode mode) {
        return new GraphQLOptions(mode, authToken, apiKey, headers, timeout, retry);
    }

    /** Returns the same with a value of {@code Authorization}. */
    public GraphQLOptions withAuthToken(String token) {
        return new GraphQLOptions(authMode, Secret.of(token), apiKey, headers, timeout, retry);
    }

    /** Returns the same with another API key. */
    public GraphQLOptions withApiKey(String key) {
        return new GraphQLOptions(authMode, authToken, Secret.of(key), headers, timeout, retry);
    }

    /** Returns the same with these headers, and no others. */
    public GraphQLOptions withHeaders(Map<String, String> given) {
        Map<String, String> kept = Map.copyOf(given);
        return withHeaders((document, variables) -> kept);
    }

    /** Returns the same with headers that are made for each request. */
    public GraphQLOptions withHeaders(Headers computed) {
        return new GraphQLOptions(authMode, authToken, apiKey, computed, timeout, retry);
    }

    /** Returns the same with another limit for each attempt. */
    public GraphQLOptions within(Duration limit) {
        return new GraphQLOptions(authMode, authToken, apiKey, headers, limit, retry);
    }

    /** Returns the same, repeated where it failed: for mutations that may safely happen twice. */
    public GraphQLOptions retrying() {
        return new GraphQLOptions(authMode, authToken, apiKey, headers, timeout, true);
    }

    /** Returns the same, sent once. */
    public GraphQLOptions once() {
        return new GraphQLOptions(authMode, authToken, apiKey, headers, timeout, false);
    }

    /** Shows neither headers nor keys. */
    @Override
    public String toString() {
        return "GraphQLOptions[timeout=" + timeout + ", authMode=" + authMode + "]";
    }
}
