package org.amplifyjakarta.transport;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request to an API, before it is authorized.
 *
 * @param headers names in lower case
 * @param body null for none; not copied, so leave it alone
 */
public record OutgoingRequest(String method, URI uri, Map<String, List<String>> headers, byte @Nullable [] body) {

    /** Shows neither address nor headers nor body. */
    @Override
    public String toString() {
        return "OutgoingRequest[" + method + "]";
    }
}
