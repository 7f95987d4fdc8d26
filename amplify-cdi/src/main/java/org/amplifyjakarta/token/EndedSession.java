package org.amplifyjakarta.token;

import org.amplifyjakarta.Secret;
import org.jspecify.annotations.Nullable;

/**
 * A session whose cookies were removed. Immutable.
 *
 * @param refreshToken null where there was none
 */
public record EndedSession(String subject, @Nullable Secret refreshToken) {

    /** Shows whose it was. */
    @Override
    public String toString() {
        return "EndedSession[" + subject + "]";
    }
}
