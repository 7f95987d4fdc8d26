package org.amplifyjakarta.cognito;

import java.util.List;
import org.amplifyjakarta.AmplifyException;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/**
 * A call to Cognito that gave no result. {@link #name()} is Cognito's error code, or {@code NetworkError}.
 *
 * <p>Immutable.
 */
public final class CognitoException extends AmplifyException {

    private static final long serialVersionUID = 1L;

    /** How Cognito's messages begin that have no name of their own. */
    private static final List<String> OF_USERS = List.of(
            "Cannot reset password for the user",
            "User password cannot be reset in the current state",
            "User is already confirmed",
            "User cannot be confirmed",
            "User is disabled",
            "Cannot resend codes");

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
        return told().endsWith("has been revoked");
    }

    /**
     * Tells whether no code was sent or taken because of who the user is: nobody, without an address that is verified, confirmed
     * before, disabled. Whoever passes that on tells strangers who has an account.
     */
    public boolean tellsOfUser() {
        return name().equals("UserNotFoundException") || OF_USERS.stream().anyMatch(told()::startsWith);
    }

    private String told() {
        return getCause() instanceof AwsServiceException answer && answer.awsErrorDetails() != null
                ? String.valueOf(answer.awsErrorDetails().errorMessage())
                : "";
    }
}
