package org.amplifyjakarta.rest;

import java.util.Optional;
import org.amplifyjakarta.AmplifyException;
import org.jspecify.annotations.Nullable;

/**
 * A call that did not succeed. The message holds nothing that the API said; {@link #response()} has it.
 *
 * <p>Immutable.
 */
public final class RestApiException extends AmplifyException {

    private static final long serialVersionUID = 1L;

    private final transient @Nullable RestResponse response;

    RestApiException(
            String name, String message, String remedy, @Nullable RestResponse response, @Nullable Throwable cause) {
        super(name, message, remedy, cause);
        this.response = response;
    }

    /** Returns the answer, empty where there was none. */
    public Optional<RestResponse> response() {
        return Optional.ofNullable(response);
    }

    /** Tells whether the call was cancelled: what {@code isCancelError} tells. */
    public boolean isCancel() {
        return name().equals("CanceledError");
    }
}
