package org.amplifyjakarta.token;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The verified tokens of one user. The refresh token is not among them; it does not leave the library.
 *
 * <p>Immutable.
 */
public final class Tokens {

    private final AccessToken accessToken;
    private final @Nullable IdToken idToken;
    private final @Nullable String signInDetails;

    Tokens(AccessToken accessToken, @Nullable IdToken idToken, @Nullable String signInDetails) {
        this.accessToken = accessToken;
        this.idToken = idToken;
        this.signInDetails = signInDetails;
    }

    /** Returns the access token. */
    public AccessToken accessToken() {
        return accessToken;
    }

    /** Returns the id token of the same user, empty where the session has none that verifies. */
    public Optional<IdToken> idToken() {
        return Optional.ofNullable(idToken);
    }

    /** Returns how the user signed in, as the browser noted it; empty where that is not known or not readable. */
    public Optional<SignInDetails> signInDetails() {
        return Optional.ofNullable(signInDetails).flatMap(SignInDetails::parse);
    }

    /** Shows subject and expiry only. */
    @Override
    public String toString() {
        return "Tokens[" + accessToken + "]";
    }
}
