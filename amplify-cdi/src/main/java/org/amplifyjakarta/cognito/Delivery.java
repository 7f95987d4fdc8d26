package org.amplifyjakarta.cognito;

import org.jspecify.annotations.Nullable;

/**
 * Where Cognito sent a code. Immutable.
 *
 * @param medium as Cognito names it
 * @param destination masked; null where Cognito does not tell
 */
public record Delivery(String medium, @Nullable String destination) {

    /** Shows the medium. */
    @Override
    public String toString() {
        return "Delivery[" + medium + "]";
    }
}
