package org.amplifyjakarta.session;

import java.util.Optional;
import java.util.function.Supplier;
import org.amplifyjakarta.AmplifyException;
import org.amplifyjakarta.UnavailableException;
import org.amplifyjakarta.cognito.IdentityCredentials;
import org.amplifyjakarta.credentials.AmplifyCredentials;
import org.amplifyjakarta.token.Tokens;
import org.jspecify.annotations.Nullable;

/**
 * The session as {@code fetchAuthSession} answers it. AWS credentials are fetched when they are asked for, so that who
 * needs tokens alone waits for no identity pool and fails with none.
 *
 * <p>Safe for concurrent use within its request.
 */
public final class AuthSession {

    private final @Nullable Tokens tokens;
    private final Supplier<Optional<IdentityCredentials>> fetch;
    private @Nullable Optional<IdentityCredentials> fetched;

    AuthSession(@Nullable Tokens tokens, Supplier<Optional<IdentityCredentials>> fetch) {
        this.tokens = tokens;
        this.fetch = fetch;
    }

    /** Returns the verified tokens, empty for a guest. */
    public Optional<Tokens> tokens() {
        return Optional.ofNullable(tokens);
    }

    /** Returns the user's immutable id, the access token's {@code sub}; empty for a guest. */
    public Optional<String> userSub() {
        return tokens().map(held -> held.accessToken().subject());
    }

    /**
     * Returns the AWS credentials, empty where there is no identity pool, or for a guest where guests get none. The first
     * call may cross the network.
     *
     * @throws UnavailableException if Cognito does not answer now
     * @throws AmplifyException as {@link AmplifyCredentials#current()} does
     */
    public synchronized Optional<IdentityCredentials> credentials() {
        if (fetched == null) {
            fetched = fetch.get();
        }
        return fetched;
    }

    /**
     * Returns the identity in the identity pool. As {@link #credentials()}, which it comes with.
     *
     * @throws UnavailableException as {@link #credentials()} does
     * @throws AmplifyException as {@link #credentials()} does
     */
    public Optional<String> identityId() {
        return credentials().map(IdentityCredentials::identityId);
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
