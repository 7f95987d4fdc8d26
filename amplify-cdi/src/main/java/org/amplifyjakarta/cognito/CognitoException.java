package org.amplifyjakarta.cognito;

import org.amplifyjakarta.AmplifyException;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/**
 * A call to Cognito that gave no result. {@link #name()} is Cognito's error code, or {@code NetworkError}.
 *
 * <p>Immutable.
 */
public final class CognitoException extends AmplifyException {

    private static final long serialVersionUID = 1L;

    private final boolean passing;

    CognitoException(String name, String message, String remedy, boolean passing, Throwable cause) {
        super(name, message, remedy, cause);
        this.passing = passing;
    }

    /** Tells whether the same call may succeed later: no answer, throttling, 5xx. */
    public boolean isPassing() {
        return passing;
    }

    /**
     * Tells whether Cognito said that the token's session has been revoked: signed out everywhere, or its refresh token revoked.
     * There is no name of its own for that.
     */
    public boolean isRevocation() {
        return getCause() instanceof AwsServiceException answer
                && answer.awsErrorDetails() != null
                && String.valueOf(answer.awsErrorDetails().errorMessage()).endsWith("has been revoked");
    }
}
