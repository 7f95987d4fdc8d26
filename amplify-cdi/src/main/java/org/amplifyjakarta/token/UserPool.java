package org.amplifyjakarta.token;

import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import org.amplifyjakarta.AmplifyException;
import org.amplifyjakarta.cognito.CognitoException;
import org.amplifyjakarta.cognito.SdkUserPoolClient;
import org.amplifyjakarta.cognito.UserPoolClient;
import org.amplifyjakarta.config.AmplifyConfig;
import org.amplifyjakarta.config.TokenConfig;
import org.amplifyjakarta.config.UserPoolConfig;
import org.amplifyjakarta.cookie.CookieName;
import org.amplifyjakarta.cookie.CookieStorage;

/**
 * One user pool and app client, with everything that is kept across requests for it: keys, verified tokens, refreshes.
 * Nothing of it is shared with another pool or client.
 *
 * <p>Safe for concurrent use. Whoever makes one closes it.
 */
public final class UserPool implements AutoCloseable {

    private final UserPoolClient client;
    private final JwksSource keys;
    private final TokenVerifier verifier;
    private final SessionServices services;

    private UserPool(AmplifyConfig config, UserPoolClient client, Surroundings surroundings, JwksSource.Fetch jwks) {
        UserPoolConfig settings = config.requireUserPool();
        TokenConfig tokens = config.token();
        CookieName names = CookieName.ofClient(settings.clientId());
        InstantSource clock = surroundings.clock();
        this.client = client;
        this.keys = new JwksSource(jwks, tokens, clock, surroundings.background(), this::forget);
        this.verifier = new TokenVerifier(settings, keys, clock, tokens.verifiedTokenCacheSize());
        this.services = new SessionServices(
                new SessionReader(names, verifier),
                new TokenRefresher(client, verifier, tokens, clock),
                new SessionWriter(names, config.web().cookie(), clock),
                tokens,
                clock,
                surroundings.events());
    }

    /**
     * What a pool needs of the application around it.
     *
     * @param background runs what no request waits for: fetching keys
     */
    public record Surroundings(InstantSource clock, Executor background, SessionEvents events) {}

    /**
     * Opens a pool: builds its client and starts fetching its keys.
     *
     * @throws AmplifyException named {@code AuthUserPoolException} if the configuration has no user pool
     */
    public static UserPool open(AmplifyConfig config, Surroundings surroundings) {
        UserPoolConfig settings = config.requireUserPool();
        TokenConfig tokens = config.token();
        UserPool pool = new UserPool(
                config,
                new SdkUserPoolClient(settings, tokens),
                surroundings,
                new JwksClient(settings.jwksUri(), tokens.timeouts()));
        pool.keys.warmUp();
        return pool;
    }

    /** Makes a pool of the parts that tests put in. */
    static UserPool of(AmplifyConfig config, UserPoolClient client, Surroundings surroundings, JwksSource.Fetch jwks) {
        return new UserPool(config, client, surroundings, jwks);
    }

    /** Returns the tokens of the session in these cookies; nothing is read before they are asked for. */
    public TokenProvider session(CookieStorage cookies) {
        return new CookieTokenProvider(services, cookies);
    }

    /** Returns the tokens of a request that brought an access token itself: that token, if it verifies, or none. */
    public TokenProvider bearer(String accessToken, CookieStorage cookies) {
        return new BearerTokenProvider(verifier, accessToken, cookies, services.events());
    }

    /**
     * Fetches a user's attributes.
     *
     * @throws CognitoException if Cognito refuses the token: revoked, or without the scope
     *     {@code aws.cognito.signin.user.admin}
     * @throws UnavailableException if Cognito does not answer
     */
    public Map<String, String> userAttributes(AccessToken token) {
        try {
            return client.userAttributes(token.jwt());
        } catch (CognitoException e) {
            throw e.isPassing() ? TokenMessages.notFetched(e) : e;
        }
    }

    @Override
    public void close() {
        client.close();
    }

    private void forget(Set<String> keyIds) {
        verifier.forget(keyIds);
    }
}
