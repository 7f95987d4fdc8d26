package org.amplifyjakarta.session;

import java.util.Optional;
import org.amplifyjakarta.token.Tokens;
import org.jspecify.annotations.Nullable;

/**
 * The session as {@code fetchAuthSession} answers it.
 *
 * <p>Immutable.
 */
public final class AuthSession {

    private final @Nullable Tokens tokens;

    AuthSession(@Nullable Tokens tokens) {
        this.tokens = tokens;
    }

    /** Returns the verified tokens, empty for a guest. */
    public Optional<Tokens> tokens() {
        return Optional.ofNullable(tokens);
    }

    /** Returns the user's immutable id, the access token's {@code sub}; empty for a guest. */
    public Optional<String> userSub() {
        return tokens().map(held -> held.accessToken().subject());
    }

    /** Tells whether a user is signed in. */
    public boolean isSignedIn() {
        return tokens != null;
    }

    /** Shows subject and expiry only. */
    @Override
    public String toString() {
        return "AuthSession[" + (tokens == null ? "guest" : tokens) + "]";
    }
}
