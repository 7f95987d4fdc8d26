package org.amplifyjakarta.rest;

import jakarta.json.JsonValue;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbException;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.amplifyjakarta.transport.HttpAnswer;

/**
 * An answer. Safe for concurrent use.
 */
public final class RestResponse {

    private final HttpAnswer answer;
    private final Jsonb json;

    RestResponse(HttpAnswer answer, Jsonb json) {
        this.answer = answer;
        this.json = json;
    }

    /** Returns the status. */
    public int statusCode() {
        return answer.status();
    }

    /** Returns the headers, names in lower case. */
    public Map<String, List<String>> headers() {
        return answer.headers();
    }

    /** Returns the first value of a header, whatever the case of its name. */
    public Optional<String> header(String name) {
        return answer.header(name);
    }

    /** Returns the body as it came. */
    public InputStream stream() {
        return new ByteArrayInputStream(answer.body());
    }

    /** Returns the body as a new array. */
    public byte[] bytes() {
        return answer.body().clone();
    }

    /** Returns the body as UTF-8 text. */
    public String text() {
        return new String(answer.body(), StandardCharsets.UTF_8);
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
        return "RestResponse[" + answer.status() + ", " + answer.body().length + " bytes]";
    }
}
