package org.amplifyjakarta.cognito;

import java.util.Map;
import org.amplifyjakarta.Secret;
import org.jspecify.annotations.Nullable;

/**
 * What Cognito answers to a step of a sign-in: tokens, unverified, or another challenge.
 *
 * <p>Immutable.
 *
 * @param challenge null where there is none
 * @param session to be sent along with the answer to the challenge
 * @param tokens null where there are none
 */
public record AuthAnswer(
        @Nullable String challenge,
        Map<String, String> parameters,
        @Nullable Secret session,
        @Nullable RefreshAnswer tokens) {

    public AuthAnswer {
        parameters = Map.copyOf(parameters);
    }

    /** Shows which challenge it is. */
    @Override
    public String toString() {
        return "AuthAnswer[" + (challenge == null ? "tokens=" + (tokens != null) : challenge) + "]";
    }
}
