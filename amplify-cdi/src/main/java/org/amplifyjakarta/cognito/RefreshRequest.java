package org.amplifyjakarta.cognito;

import org.amplifyjakarta.Secret;
import org.jspecify.annotations.Nullable;

/**
 * What a refresh needs.
 *
 * <p>Immutable.
 *
 * @param username the claim {@code username}, which a {@code SECRET_HASH} is made from
 * @param deviceKey the key of a remembered device, null for none
 */
public record RefreshRequest(
        Secret refreshToken, String username, @Nullable String deviceKey) {

    @Override
    public String toString() {
        return "RefreshRequest[device=" + (deviceKey != null) + "]";
    }
}
