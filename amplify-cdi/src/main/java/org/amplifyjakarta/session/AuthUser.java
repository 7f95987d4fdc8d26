package org.amplifyjakarta.session;

import org.amplifyjakarta.token.IdToken;
import org.amplifyjakarta.token.SignInDetails;
import org.amplifyjakarta.token.Tokens;
import org.jspecify.annotations.Nullable;

/**
 * The user who is signed in, as {@code getCurrentUser} answers.
 *
 * <p>Immutable.
 *
 * @param username the name in the user pool
 * @param userId the immutable id, the claim {@code sub}
 * @param signInDetails how the user signed in, as the browser noted it; null where that is not known
 */
public record AuthUser(
        String username, String userId, @Nullable SignInDetails signInDetails) {

    /** Reads the user off verified tokens: the id token's claims, or the access token's where there is no id token. */
    static AuthUser of(Tokens tokens) {
        String username = tokens.idToken().map(IdToken::username).orElseGet(() -> tokens.accessToken()
                .username());
        return new AuthUser(
                username, tokens.accessToken().subject(), tokens.signInDetails().orElse(null));
    }

    /** Shows the id, not the name. */
    @Override
    public String toString() {
        return "AuthUser[" + userId + "]";
    }
}
