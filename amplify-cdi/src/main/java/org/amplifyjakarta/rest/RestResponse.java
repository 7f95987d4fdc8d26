package org.amplifyjakarta.rest;

import jakarta.json.JsonValue;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbException;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * An answer. Safe for concurrent use.
 */
public final class RestResponse {

    private final int statusCode;
    private final Map<String, List<String>> headers;
    private final byte[] body;
    private final Jsonb json;

    RestResponse(int statusCode, Map<String, List<String>> headers, byte[] body, Jsonb json) {
        this.statusCode = statusCode;
        this.headers = headers;
        this.body = body;
        this.json = json;
    }

    /** Returns the status. */
    public int statusCode() {
        return statusCode;
    }

    /** Returns the headers, names in lower case. */
    public Map<String, List<String>> headers() {
        return headers;
    }

    /** Returns the first value of a header, whatever the case of its name. */
    public Optional<String> header(String name) {
        return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of()).stream()
                .findFirst();
    }

    /** Returns the body as it came. */
    public InputStream stream() {
        return new ByteArrayInputStream(body);
    }

    /** Returns the body as a new array. */
    public byte[] bytes() {
        return body.clone();
    }

    /** Returns the body as UTF-8 text. */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /**
     * Returns the body as JSON.
     *
     * @throws JsonbException if it is none
     */
    public JsonValue json() {
        return as(JsonValue.class);
    }

    /**
     * Returns the body as an object, by JSON-B.
     *
     * @throws JsonbException if it is no JSON of that form
     */
    public <T> T as(Class<T> type) {
        return json.fromJson(text(), type);
    }

    /** Shows the status, not the body. */
    @Override
    public String toString() {
        return "RestResponse[" + statusCode + ", " + body.length + " bytes]";
    }
}
