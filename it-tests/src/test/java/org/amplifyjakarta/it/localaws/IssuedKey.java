package org.amplifyjakarta.it.localaws;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A temporary key of an identity.
 *
 * @param user the user's sub, empty for a guest
 */
record IssuedKey(
        String accessKeyId,
        String secretKey,
        String sessionToken,
        String identityId,
        String user,
        @Nullable String roleArn,
        Instant expiration) {}
