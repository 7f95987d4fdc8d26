package org.amplifyjakarta.it.localaws;

import com.sun.net.httpserver.HttpExchange;
import jakarta.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The REST API {@code notes}, as API Gateway shows one: whatever is put under a path is there to be got, each identity
 * has its own.
 */
final class NotesService {

    static final String PATH = "/rest";

    private static final int MAX_BYTES = 32 * 1024 * 1024;

    private final SignatureCheck signatures;
    private final Map<String, Note> notes = new ConcurrentHashMap<>();

    NotesService(SignatureCheck signatures) {
        this.signatures = signatures;
    }

    /** What lies under a path. */
    record Note(String type, byte[] content) {}

    Note serve(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readNBytes(MAX_BYTES);
        IssuedKey key = signatures.signer(exchange, body);
        String at = key.identityId() + exchange.getRequestURI().getPath();
        String type = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Content-Type"))
                .orElse("");
        return switch (exchange.getRequestMethod()) {
            case "GET", "HEAD" ->
                Optional.ofNullable(notes.get(at))
                        .orElseThrow(() -> new ServiceError(404, "NotFoundException", "There is no such note."));
            case "PUT", "PATCH" -> {
                notes.put(at, new Note(type, body));
                yield told(exchange, key, body);
            }
            case "DELETE" -> {
                notes.remove(at);
                yield told(exchange, key, body);
            }
            default -> told(exchange, key, body);
        };
    }

    private static Note told(HttpExchange exchange, IssuedKey key, byte[] body) {
        String query = exchange.getRequestURI().getRawQuery();
        return new Note(
                "application/json",
                Json.createObjectBuilder()
                        .add("method", exchange.getRequestMethod())
                        .add("path", exchange.getRequestURI().getRawPath())
                        .add("query", query == null ? "" : query)
                        .add("identityId", key.identityId())
                        .add("bytes", body.length)
                        .build()
                        .toString()
                        .getBytes(StandardCharsets.UTF_8));
    }
}
