package org.amplifyjakarta.jaxrs.client;

import jakarta.ws.rs.ProcessingException;
import org.amplifyjakarta.AmplifyException;

/** A request that a Jakarta REST client did not send, because it could not be authorized; {@link #failure()} tells why. */
public final class NotAuthorizedRequestException extends ProcessingException {

    private static final long serialVersionUID = 1L;

    private final AmplifyException failure;

    NotAuthorizedRequestException(AmplifyException failure) {
        super(failure.getMessage(), failure);
        this.failure = failure;
    }

    /** Returns what kept the request from being authorized. */
    public AmplifyException failure() {
        return failure;
    }
}
