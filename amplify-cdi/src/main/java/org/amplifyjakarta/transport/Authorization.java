package org.amplifyjakarta.transport;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Says to an API who makes a request. Immutable.
 */
public sealed interface Authorization permits SentAsIs, HeaderAuthorization, SignedAuthorization {

    /** The name of the header, in lower case. */
    String HEADER = "authorization";

    /** Adds nothing. */
    static Authorization none() {
        return SentAsIs.INSTANCE;
    }

    /** Returns the headers of a request with what authorizes it. */
    Map<String, List<String>> headers(OutgoingRequest request, Instant now);

    /** Tells whether the headers depend on the time. */
    default boolean dated() {
        return false;
    }
}
