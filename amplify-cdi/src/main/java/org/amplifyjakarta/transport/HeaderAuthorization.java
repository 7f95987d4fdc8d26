package org.amplifyjakarta.transport;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.amplifyjakarta.Secret;

/**
 * A header with a token or a key.
 *
 * @param name in lower case
 * @param value all of the header's value
 */
public record HeaderAuthorization(String name, Secret value) implements Authorization {

    /** @throws IllegalArgumentException if the value cannot stand in a header */
    public HeaderAuthorization {
        if (!HeaderText.isValue(value.reveal())) {
            throw new IllegalArgumentException(
                    name + ": the token or key holds a character that a header must not. Check for a line end.");
        }
    }

    /** Returns {@code Authorization: Bearer} with a token. */
    public static HeaderAuthorization bearer(Secret token) {
        return new HeaderAuthorization(HEADER, Secret.of("Bearer " + token.reveal()));
    }

    @Override
    public Map<String, List<String>> headers(OutgoingRequest request, Instant now) {
        Map<String, List<String>> headers = new LinkedHashMap<>(request.headers());
        headers.put(name, List.of(value.reveal()));
        return headers;
    }

    /** Shows the header's name alone. */
    @Override
    public String toString() {
        return "HeaderAuthorization[" + name + "]";
    }
}
