package org.amplifyjakarta.session;

import java.util.Optional;
import org.amplifyjakarta.token.TokenProvider;
import org.amplifyjakarta.token.Tokens;

/** Tokens as they were when their session was carried away from its request. */
record CarriedTokens(Optional<Tokens> held) implements TokenProvider {

    /** New tokens could not reach the browser, and with rotation its refresh token would be dead. */
    @Override
    public Optional<Tokens> tokens(boolean forceRefresh) {
        if (forceRefresh && held.isPresent()) {
            throw SessionMessages.carriedIsNotRefreshed();
        }
        return held;
    }
}
