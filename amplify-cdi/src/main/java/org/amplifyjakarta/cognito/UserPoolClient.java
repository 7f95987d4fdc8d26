package org.amplifyjakarta.cognito;

import java.util.Map;
import org.amplifyjakarta.Secret;

/**
 * One app client's calls to its user pool. Every call crosses the network and ends within
 * {@link org.amplifyjakarta.config.TokenConfig.Timeouts#call()}.
 *
 * <p>Safe for concurrent use.
 */
public interface UserPoolClient extends AutoCloseable {

    /**
     * Trades a refresh token for new tokens.
     *
     * @throws CognitoException if there are none
     */
    RefreshAnswer refresh(RefreshRequest request);

    /**
     * Fetches the attributes of the user whom an access token belongs to, in Cognito's order.
     *
     * @throws CognitoException if Cognito refuses the token, or does not answer
     */
    Map<String, String> userAttributes(Secret accessToken);

    /** Returns the calls by which users sign in and up, over the same connections. */
    AuthenticationClient authentication();

    @Override
    void close();
}
