package org.amplifyjakarta.cognito;

import org.jspecify.annotations.Nullable;

/**
 * What Cognito answers to a refresh: unverified.
 *
 * <p>Immutable.
 *
 * @param refreshToken null where Cognito does not rotate
 */
public record RefreshAnswer(
        @Nullable String accessToken,
        @Nullable String idToken,
        @Nullable String refreshToken) {

    /** Shows which tokens are there, none of them. */
    @Override
    public String toString() {
        return "RefreshAnswer[access=" + (accessToken != null) + ", id=" + (idToken != null) + ", refresh="
                + (refreshToken != null) + "]";
    }
}
