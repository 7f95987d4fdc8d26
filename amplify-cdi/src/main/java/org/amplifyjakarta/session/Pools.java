package org.amplifyjakarta.session;

import org.amplifyjakarta.credentials.IdentityPool;
import org.amplifyjakarta.token.UserPool;

/**
 * The open pools of an application.
 *
 * <p>Safe for concurrent use. Whoever makes one closes it.
 */
public record Pools(PerConfiguration<UserPool> userPools, PerConfiguration<IdentityPool> identityPools)
        implements AutoCloseable {

    @Override
    public void close() {
        userPools.close();
        identityPools.close();
    }
}
