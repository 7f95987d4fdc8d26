package org.amplifyjakarta.cognito;

import java.util.Map;
import org.amplifyjakarta.Secret;
import org.jspecify.annotations.Nullable;

/**
 * An answer to a challenge.
 *
 * <p>Immutable.
 *
 * @param username as the first challenge named the user
 * @param session null where the challenge came without one
 * @param answers by Cognito's names, besides those that every answer has
 */
public record ChallengeResponse(
        String challenge, String username, @Nullable Secret session, Map<String, String> answers) {

    public ChallengeResponse {
        answers = Map.copyOf(answers);
    }

    /** Shows which challenge is answered. */
    @Override
    public String toString() {
        return "ChallengeResponse[" + challenge + "]";
    }
}
