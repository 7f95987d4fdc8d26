package org.amplifyjakarta.rest;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentials;

/**
 * A call with all that it takes to send it, once or again.
 *
 * @param signature null where the call is not signed
 */
record RestCall(
        String method,
        URI uri,
        Map<String, List<String>> headers,
        byte @Nullable [] body,
        @Nullable Signature signature,
        Duration timeout,
        boolean repeatable) {

    static final Set<String> IDEMPOTENT = Set.of("GET", "HEAD", "PUT", "DELETE");

    /** Whom a call is signed for, and for what. */
    record Signature(AwsCredentials credentials, String service, String region) {
        @Override
        public String toString() {
            return "Signature[" + service + ", " + region + "]";
        }
    }

    /** Shows neither headers nor body. */
    @Override
    public String toString() {
        return "RestCall[" + method + "]";
    }
}
