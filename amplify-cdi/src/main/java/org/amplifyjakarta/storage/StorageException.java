package org.amplifyjakarta.storage;

import org.amplifyjakarta.AmplifyException;
import org.jspecify.annotations.Nullable;

/**
 * A failure of Storage. {@link #name()} is Amplify's name or S3's error code ({@code NoSuchKey}, {@code AccessDenied},
 * {@code PreconditionFailed}); of an answer without a body it is {@code NotFound} or the status.
 *
 * <p>Immutable.
 */
public final class StorageException extends AmplifyException {

    private static final long serialVersionUID = 1L;

    private final int httpStatus;
    private final String requestId;

    StorageException(
            String name, String message, String remedy, int httpStatus, String requestId, @Nullable Throwable cause) {
        super(name, message, remedy, cause);
        this.httpStatus = httpStatus;
        this.requestId = requestId;
    }

    /** Returns the status of S3's answer, 0 where there was none. */
    public int httpStatus() {
        return httpStatus;
    }

    /** Returns the id under which S3 knows the request, empty where there is none. */
    public String requestId() {
        return requestId;
    }
}
