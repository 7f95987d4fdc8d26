package org.amplifyjakarta.transport;

import java.time.Duration;

/**
 * A request with all that it takes to send it, once or again.
 *
 * @param timeout for each attempt
 * @param repeatable whether it may be sent again where it failed
 */
public record HttpCall(OutgoingRequest request, Authorization authorization, Duration timeout, boolean repeatable) {}
