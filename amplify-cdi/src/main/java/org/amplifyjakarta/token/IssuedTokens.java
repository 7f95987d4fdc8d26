package org.amplifyjakarta.token;

import org.amplifyjakarta.Secret;
import org.jspecify.annotations.Nullable;

/**
 * What a token endpoint answered, before any of it is believed. Immutable.
 *
 * @param idToken null where none was asked for
 * @param refreshToken null where there is none
 */
public record IssuedTokens(
        Secret accessToken,
        @Nullable Secret idToken,
        @Nullable Secret refreshToken) {

    /** Shows nothing. */
    @Override
    public String toString() {
        return "IssuedTokens[]";
    }
}
