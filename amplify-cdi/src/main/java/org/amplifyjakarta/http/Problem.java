package org.amplifyjakarta.http;

import jakarta.json.Json;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObject;
import java.util.Map;

/**
 * What a client is told of a failure. Immutable.
 *
 * @param status the HTTP status
 * @param title the status in words
 * @param detail what happened, without anything secret
 * @param error the error's name as Amplify JS spells it
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9457">RFC 9457</a>
 */
public record Problem(int status, String title, String detail, String error) {

    /** Kept: each {@code Json.create…} looks through the whole class path for its provider. */
    private static final JsonBuilderFactory JSON = Json.createBuilderFactory(Map.of());

    /** The media type. */
    public static final String MEDIA_TYPE = "application/problem+json";

    /** Returns it as JSON. */
    public JsonObject json() {
        return JSON.createObjectBuilder()
                .add("type", "about:blank")
                .add("title", title)
                .add("status", status)
                .add("detail", detail)
                .add("error", error)
                .build();
    }
}
