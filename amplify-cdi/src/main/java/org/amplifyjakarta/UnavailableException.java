package org.amplifyjakarta;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Something that decides over the session cannot be reached now. Nobody is signed out for that; answer 503 and let the
 * client come back.
 *
 * <p>Immutable.
 */
public final class UnavailableException extends AmplifyException {

    private static final long serialVersionUID = 1L;

    private final Duration retryAfter;

    /**
     * @param name {@code NetworkError}, or the service's own error name
     * @param retryAfter when to try again, at least one second
     */
    public UnavailableException(
            String name, String message, String remedy, Duration retryAfter, @Nullable Throwable cause) {
        super(name, message, remedy, cause);
        this.retryAfter = retryAfter;
    }

    /** Returns how long a client should wait, at least one second. */
    public Duration retryAfter() {
        return retryAfter;
    }
}
