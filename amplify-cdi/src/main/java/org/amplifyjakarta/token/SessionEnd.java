package org.amplifyjakarta.token;

import java.util.List;

/**
 * Which of Cognito's answers to a refresh end a session; all others leave it as it is.
 *
 * <p>Mirrors {@code TokenOrchestrator.ts} of Amplify JS 6.20.
 */
final class SessionEnd {

    /** Means signed out: no error, just a guest. */
    static final String QUIET = "NotAuthorizedException";

    private static final List<String> NAMES = List.of(
            QUIET,
            "TokenRevokedException",
            "UserNotFoundException",
            "PasswordResetRequiredException",
            "UserNotConfirmedException",
            "RefreshTokenReuseException");

    private SessionEnd() {}

    static boolean isMeantBy(String errorName) {
        return NAMES.stream().anyMatch(errorName::startsWith);
    }

    static boolean isQuiet(String errorName) {
        return errorName.startsWith(QUIET);
    }
}
