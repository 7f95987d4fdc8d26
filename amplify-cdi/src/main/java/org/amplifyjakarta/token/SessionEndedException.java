package org.amplifyjakarta.token;

import org.amplifyjakarta.AmplifyException;

/**
 * The session was there and is over; whoever catches it goes on with a guest. {@link #name()} is Cognito's error or
 * {@code TokenRefreshException}.
 *
 * <p>Immutable.
 */
public final class SessionEndedException extends AmplifyException {

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    SessionEndedException(String name, String message, String remedy, Reason reason) {
        super(name, message, remedy, null);
        this.reason = reason;
    }

    /** Returns the stable reason code. */
    public Reason reason() {
        return reason;
    }
}
