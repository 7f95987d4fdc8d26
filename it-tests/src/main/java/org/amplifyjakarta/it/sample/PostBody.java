package org.amplifyjakarta.it.sample;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a client sends to be written as a post. */
record PostBody(JsonObject json) {

    private static final int MAX_BYTES = 256 * 1024;

    /** Reads a body by itself: RESTEasy makes 500 of one that JSON-B cannot read. */
    static PostBody read(InputStream body) throws IOException {
        byte[] bytes = body.readNBytes(MAX_BYTES + 1);
        if (bytes.length > MAX_BYTES) {
            throw new ClientErrorException(Response.Status.REQUEST_ENTITY_TOO_LARGE);
        }
        try (JsonReader reader = JsonBodies.READERS.createReader(new ByteArrayInputStream(bytes))) {
            return new PostBody(reader.readObject());
        } catch (RuntimeException e) {
            // no JSON, or, a plain RuntimeException of Parsson's, nested too deep
            throw new BadRequestException(e);
        }
    }

    Post post(@Nullable String id) {
        String title = text("title");
        if (title == null || title.isBlank()) {
            throw new BadRequestException("title: must not be blank.");
        }
        return new Post(id, title, text("content"), status(), rating(), null, null, null);
    }

    private @Nullable String text(String name) {
        JsonValue value = json.getOrDefault(name, JsonValue.NULL);
        if (value != JsonValue.NULL && !(value instanceof JsonString)) {
            throw new BadRequestException(name + ": must be a text.");
        }
        return value instanceof JsonString text ? text.getString() : null;
    }

    private @Nullable PostStatus status() {
        String name = text("status");
        return name == null
                ? null
                : Stream.of(PostStatus.values())
                        .filter(status -> status.name().equals(name))
                        .findFirst()
                        .orElseThrow(() -> new BadRequestException("status: must be DRAFT or PUBLISHED."));
    }

    private @Nullable Integer rating() {
        JsonValue value = json.getOrDefault("rating", JsonValue.NULL);
        if (value == JsonValue.NULL) {
            return null;
        }
        try {
            return ((JsonNumber) value).intValueExact();
        } catch (ClassCastException | ArithmeticException e) {
            throw new BadRequestException("rating: must be a whole number.", e);
        }
    }
}
