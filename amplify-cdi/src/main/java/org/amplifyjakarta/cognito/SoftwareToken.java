package org.amplifyjakarta.cognito;

import org.amplifyjakarta.Secret;
import org.jspecify.annotations.Nullable;

/**
 * A secret for an authenticator app. Immutable.
 *
 * @param session to go on with; null where Cognito gave none
 * @param sharedSecret in base 32
 */
public record SoftwareToken(@Nullable Secret session, Secret sharedSecret) {

    /** Shows nothing. */
    @Override
    public String toString() {
        return "SoftwareToken[]";
    }
}
