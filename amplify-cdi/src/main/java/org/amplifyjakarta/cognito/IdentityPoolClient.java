package org.amplifyjakarta.cognito;

import java.util.Map;
import java.util.Optional;
import org.amplifyjakarta.Secret;
import org.jspecify.annotations.Nullable;

/**
 * Calls to one identity pool. Every call crosses the network and ends within
 * {@link org.amplifyjakarta.config.TokenConfig.Timeouts#call()}.
 *
 * <p>Safe for concurrent use.
 */
public interface IdentityPoolClient extends AutoCloseable {

    /**
     * Returns the identity of whoever has these logins, a new one for no logins; empty if the answer holds none.
     *
     * @param logins id tokens by their issuers, without scheme; empty for a guest
     * @throws CognitoException if Cognito refuses, or does not answer
     */
    Optional<String> identityId(Map<String, Secret> logins);

    /**
     * Returns credentials of an identity, empty if the answer holds none.
     *
     * @param roleArn the role that the user chooses among those that the id token names, null for the pool's choice
     * @throws CognitoException if Cognito refuses, or does not answer
     */
    Optional<IdentityCredentials> credentials(String identityId, Map<String, Secret> logins, @Nullable String roleArn);

    @Override
    void close();
}
