package org.amplifyjakarta.token;

import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a session; fired as a CDI event, for auditing. Holds no token and no name.
 *
 * <p>Immutable.
 */
public sealed interface SessionEvent {

    /**
     * Somebody signed in, by a route or by a password.
     *
     * @param customState what came with the request that began a sign-in by a route; null for a password, for nothing, for more than
     *     256 characters and for control characters. It is from whoever made the link that the user followed, which may be another
     *     site: nothing to trust
     */
    record SignedIn(String subject, @Nullable String customState) implements SessionEvent {

        /** Shows who, not the state. */
        @Override
        public String toString() {
            return "SignedIn[subject=" + subject + "]";
        }
    }

    /**
     * Somebody signed out.
     *
     * @param revoked whether Cognito was told, and took it
     */
    record SignedOut(String subject, boolean revoked) implements SessionEvent {}

    /**
     * A browser was signed out whose session did not verify, or could not be verified just then: its refresh token was
     * not revoked.
     */
    record NotRevoked() implements SessionEvent {}

    /**
     * A sign-in came to nothing, or a step of it.
     *
     * @param error a name: of a sign-in by a password Cognito's, and {@code NotAuthorizedException} for whoever does not exist; of a
     *     route what managed login said, {@code no_access_token} where it said nothing, or {@code SignInException},
     *     {@code InvalidState}, {@code InvalidIssuer} or {@code CookieTooLarge}
     */
    record SignInFailed(String error) implements SessionEvent {}

    /**
     * Tokens were refreshed.
     *
     * @param subject whose
     */
    record Refreshed(String subject) implements SessionEvent {}

    /**
     * A session is over.
     *
     * @param subject whose
     * @param reason why
     */
    record Ended(String subject, Reason reason) implements SessionEvent {}

    /**
     * A request brought something of a session and is a guest's all the same.
     *
     * @param reason why
     */
    record Refused(Reason reason) implements SessionEvent {}
}
