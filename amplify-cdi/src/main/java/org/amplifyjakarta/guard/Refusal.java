package org.amplifyjakarta.guard;

import java.util.Optional;
import java.util.Set;
import org.amplifyjakarta.AmplifyException;
import org.amplifyjakarta.UnavailableException;
import org.amplifyjakarta.http.Problem;
import org.amplifyjakarta.token.SessionEndedException;

/**
 * Why a request is not served, as its client hears it: no more than it needs. Immutable.
 *
 * @param retryAfterSeconds when to come back, 0 where that would not help
 */
public record Refusal(Problem problem, long retryAfterSeconds) {

    /** What Cognito says of an access token whose session is over, and what categories say where there is no user. */
    private static final Set<String> SESSION_ERRORS = Set.of(
            "UserUnAuthenticatedException",
            "NoValidAuthTokens",
            "NotAuthorizedException",
            "TokenRevokedException",
            "UserNotFoundException",
            "UserNotConfirmedException",
            "PasswordResetRequiredException");

    /** What Cognito says of too many tries, its own limits. */
    private static final Set<String> LIMITS =
            Set.of("LimitExceededException", "TooManyRequestsException", "TooManyFailedAttemptsException");

    /** What Cognito and this library say of what a user typed. */
    private static final Set<String> INPUT_ERRORS = Set.of(
            "CodeMismatchException", "ExpiredCodeException", "InvalidPasswordException", "UsernameExistsException");

    static Refusal guest() {
        return unauthorized("UserUnAuthenticatedException", "This needs a user who is signed in.");
    }

    static Refusal forbidden() {
        return of(403, "Forbidden", "This user may not do that.", "NotAuthorizedException");
    }

    static Refusal crossSite() {
        return of(
                403,
                "Forbidden",
                "A request that changes something must come from the application's own pages.",
                "CrossSiteRequestException");
    }

    /** Returns how a failure is told. */
    public static Refusal of(AmplifyException failure) {
        if (failure instanceof UnavailableException unavailable) {
            Refusal refusal =
                    of(503, "Service Unavailable", "The session cannot be checked now. Try again.", failure.name());
            return new Refusal(
                    refusal.problem, Math.max(1, unavailable.retryAfter().toSeconds()));
        }
        if (failure instanceof SessionEndedException || SESSION_ERRORS.contains(failure.name())) {
            return unauthorized(failure.name(), "The session is over or was never there. Sign in.");
        }
        if (LIMITS.contains(failure.name())) {
            return of(429, "Too Many Requests", "This was tried too often. Try again later.", failure.name());
        }
        if (INPUT_ERRORS.contains(failure.name())) {
            return of(400, "Bad Request", "What was sent was not taken. See the error's name.", failure.name());
        }
        return of(500, "Internal Server Error", "The request failed. See the server's log.", failure.name());
    }

    /** Tells whether signing in would help. */
    public boolean isForGuest() {
        return problem.status() == 401;
    }

    /** Returns the value of {@code Retry-After}, in seconds. */
    public Optional<String> retryAfter() {
        return retryAfterSeconds == 0 ? Optional.empty() : Optional.of(Long.toString(retryAfterSeconds));
    }

    private static Refusal unauthorized(String name, String detail) {
        return of(401, "Unauthorized", detail, name);
    }

    private static Refusal of(int status, String title, String detail, String name) {
        return new Refusal(new Problem(status, title, detail, name), 0);
    }
}
