package org.amplifyjakarta.rest;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.amplifyjakarta.config.RestApiConfig.AuthMode;
import org.jspecify.annotations.Nullable;

/**
 * What a call brings along. Immutable.
 *
 * @param headers added to the call; with {@code Authorization} among them it is neither signed nor given a token
 * @param queryParams set over those in the path
 * @param body null for none; text and bytes are sent as they are, JSON-P values and everything else as JSON (JSON-B).
 *     Without meaning for {@code GET} and {@code HEAD}, which send none
 * @param timeout for each attempt, a millisecond to a quarter of an hour
 * @param authMode in place of that of the API, null for that
 * @param retry whether to repeat what failed, null for what is safe to repeat
 */
public record RestOptions(
        Map<String, String> headers,
        Map<String, String> queryParams,
        @Nullable Object body,
        Duration timeout,
        @Nullable AuthMode authMode,
        @Nullable Boolean retry) {

    /** Nothing but the call, and half a minute for it. */
    public static final RestOptions DEFAULT =
            new RestOptions(Map.of(), Map.of(), null, Duration.ofSeconds(30), null, null);

    /** @throws IllegalArgumentException if the timeout is out of range */
    public RestOptions {
        headers = Map.copyOf(headers);
        queryParams = new LinkedHashMap<>(queryParams);
        if (timeout.toMillis() < 1 || timeout.compareTo(Duration.ofMinutes(15)) > 0) {
            throw new IllegalArgumentException("timeout: must be PT0.001S to PT15M.");
        }
    }

    /** Returns the parameters, in their order. */
    @Override
    public Map<String, String> queryParams() {
        return new LinkedHashMap<>(queryParams);
    }

    /** Returns the same with a header more. */
    public RestOptions withHeader(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new RestOptions(more, queryParams, body, timeout, authMode, retry);
    }

    /** Returns the same with a query parameter more. */
    public RestOptions withQueryParam(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(queryParams);
        more.put(name, value);
        return new RestOptions(headers, more, body, timeout, authMode, retry);
    }

    /** Returns the same with a body. */
    public RestOptions withBody(Object content) {
        return new RestOptions(headers, queryParams, content, timeout, authMode, retry);
    }

    /** Returns the same with another limit for each attempt. */
    public RestOptions within(Duration limit) {
        return new RestOptions(headers, queryParams, body, limit, authMode, retry);
    }

    /** Returns the same in another auth mode. */
    public RestOptions as(AuthMode mode) {
        return new RestOptions(headers, queryParams, body, timeout, mode, retry);
    }

    /** Returns the same, repeated where it failed: for what may safely happen twice. */
    public RestOptions retrying() {
        return new RestOptions(headers, queryParams, body, timeout, authMode, true);
    }

    /** Returns the same, sent once. */
    public RestOptions once() {
        return new RestOptions(headers, queryParams, body, timeout, authMode, false);
    }

    /** Shows no header and no body. */
    @Override
    public String toString() {
        return "RestOptions[timeout=" + timeout + ", authMode=" + authMode + "]";
    }
}
