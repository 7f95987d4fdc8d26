package org.amplifyjakarta.storage;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A URL that works for whoever has it, until it expires: as good as the object itself, so do not log it. Immutable.
 *
 * @param expiresAt when it ends
 * @param capped whether it ends earlier than was asked for, because the credentials that signed it do
 * @param headers what must be sent with it, for {@code PUT}; empty for {@code GET}
 */
public record StorageUrl(URI url, Instant expiresAt, boolean capped, Map<String, List<String>> headers) {

    public StorageUrl {
        headers = Map.copyOf(headers);
    }

    /** Shows the expiry, not the URL. */
    @Override
    public String toString() {
        return "StorageUrl[expiresAt=" + expiresAt + "]";
    }
}
