package org.amplifyjakarta.token;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.amplifyjakarta.AmplifyException;
import org.amplifyjakarta.UnavailableException;
import org.amplifyjakarta.cognito.AuthenticationClient;
import org.amplifyjakarta.cognito.CognitoException;
import org.amplifyjakarta.cognito.SdkUserPoolClient;
import org.amplifyjakarta.cognito.UserPoolClient;
import org.amplifyjakarta.config.AmplifyConfig;
import org.amplifyjakarta.config.RoutesConfig;
import org.amplifyjakarta.config.SessionConfig;
import org.amplifyjakarta.config.SessionConfig.Mode;
import org.amplifyjakarta.config.StoreConfig;
import org.amplifyjakarta.config.TokenConfig;
import org.amplifyjakarta.config.UserPoolConfig;
import org.amplifyjakarta.cookie.CookieName;
import org.amplifyjakarta.cookie.CookieStorage;
import org.amplifyjakarta.cookie.EnclosedCookies;
import org.amplifyjakarta.cookie.Enclosure;
import org.amplifyjakarta.cookie.SealedChunks;
import org.amplifyjakarta.cookie.SessionSeal;
import org.amplifyjakarta.store.SessionStore;
import org.amplifyjakarta.store.StoreEntry;

/**
 * One user pool and app client, with everything that is kept across requests for it: keys, verified tokens, refreshes.
 * Nothing of it is shared with another pool or client.
 *
 * <p>Safe for concurrent use. Whoever makes one closes it.
 */
public final class UserPool implements AutoCloseable {

    private final UserPoolClient client;
    private final CookieName names;
    private final JwksSource keys;
    private final TokenVerifier verifier;
    private final SessionServices services;
    private final SessionStart starts;
    private final UnaryOperator<CookieStorage> enclosing;
    private final RevokedSessions revoked = new RevokedSessions();

    private UserPool(AmplifyConfig config, UserPoolClient client, Surroundings surroundings, JwksSource.Fetch jwks) {
        UserPoolConfig settings = config.requireUserPool();
        TokenConfig tokens = config.token();
        this.names = CookieName.ofClient(settings.clientId());
        InstantSource clock = surroundings.clock();
        this.client = client;
        this.keys = new JwksSource(jwks, tokens, clock, surroundings.background(), this::forget);
        this.verifier = new TokenVerifier(settings, keys, clock, tokens.verifiedTokenCacheSize(), revoked);
        this.enclosing = enclosing(config, names, surroundings.stores());
        SessionReader reader = new SessionReader(names, verifier);
        SessionWriter writer = new SessionWriter(names, SessionCookies.of(config), clock);
        this.starts = new SessionStart(verifier, reader, writer, revoked);
        this.services = new SessionServices(
                reader,
                new TokenRefresher(
                        client, verifier, tokens, clock, config.web().session().mode() == Mode.STORED ? 3 : 2),
                starts,
                writer,
                tokens,
                clock,
                surroundings.events());
    }

    /**
     * What a pool needs of the application around it.
     *
     * @param background runs what no request waits for: fetching keys
     * @param stores opens what stored sessions are in, or throws an {@link UnavailableException}
     */
    public record Surroundings(
            InstantSource clock,
            Executor background,
            SessionEvents events,
            Function<StoreConfig, SessionStore> stores) {

        /** For sessions that are not stored. */
        public Surroundings(InstantSource clock, Executor background, SessionEvents events) {
            this(clock, background, events, config -> {
                throw new IllegalStateException("Session store: there is none.");
            });
        }
    }

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

    /** Returns the session in these cookies; nothing is read before its tokens are asked for. */
    public CookieSession session(CookieStorage cookies) {
        return new CookieTokenProvider(services, enclosing.apply(cookies), () -> hasRefreshToken(cookies));
    }

    /** Returns the tokens of a request that brought an access token itself: that token, if it verifies, or none. */
    public TokenProvider bearer(String accessToken, CookieStorage cookies) {
        return new BearerTokenProvider(verifier, accessToken, cookies, services.events());
    }

    /**
     * Begins a session with tokens that a token endpoint issued: verifies them, and writes them in place of whatever cookies of
     * this app client the request brought. What a browser withheld ({@code SameSite=Strict}) stays until sign-out, and a stored session
     * whose id it withheld until the store lets it go; the user who signed in last is the one who is read.
     *
     * @param nonce the one that was sent along to managed login
     * @return the user's id
     * @throws OtherSignInException for tokens that answer another request; nothing is written then
     * @throws AmplifyException named {@code SignInException} for tokens that do not verify, {@code CookieTooLarge} if a browser
     *     would drop a cookie; nothing is written then
     * @throws UnavailableException if the pool's keys are not known and cannot be fetched
     */
    public String begin(IssuedTokens issued, String nonce, CookieStorage cookies) {
        return starts.begin(issued, nonce, enclosing.apply(cookies));
    }

    /**
     * Removes every cookie of this app client that the request brought, but for what belongs to a device, and refuses the
     * session's tokens from now on, where they tell their sign-in by {@code origin_jti}.
     *
     * @return the session, if there was one that verified
     */
    public Optional<EndedSession> end(CookieStorage cookies) {
        return Optional.ofNullable(starts.end(enclosing.apply(cookies)));
    }

    /**
     * Tells whether a request brought a refresh token of this app client, or something sealed that may hold one, whether it
     * belongs to a session that verifies or not.
     */
    public boolean hasRefreshToken(CookieStorage cookies) {
        return EnclosedCookies.areIn(cookies.getAll(), names.prefix())
                || cookies.getAll().startingWith(names.prefix()).entrySet().stream()
                        .anyMatch(each -> each.getKey().endsWith(".refreshToken")
                                && !each.getValue().isEmpty());
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
            if (e.isRevocation()) {
                revoked.add(token.verified());
            }
            throw e.isPassing() ? TokenMessages.notFetched(e) : e;
        }
    }

    /** Returns the calls by which users sign in and up. */
    public AuthenticationClient authentication() {
        return client.authentication();
    }

    @Override
    public void close() {
        client.close();
    }

    /** Where sessions are not in Amplify's cookies, what is written and read goes through what they are in. */
    private static UnaryOperator<CookieStorage> enclosing(
            AmplifyConfig config, CookieName names, Function<StoreConfig, SessionStore> stores) {
        RoutesConfig routes = config.web().routes();
        if (routes == null) {
            return UnaryOperator.identity();
        }
        SessionConfig session = config.web().session();
        return switch (session.mode()) {
            case COOKIES -> UnaryOperator.identity();
            case ENCRYPTED -> {
                Enclosure sealed = new SealedChunks(new SessionSeal(session.keys(), names.prefix()));
                yield cookies -> new EnclosedCookies(cookies, sealed, names.prefix(), routes.cookie());
            }
            case STORED -> {
                Supplier<SessionStore> store = () -> stores.apply(session.store());
                Duration claimLife = TokenRefresher.claimLife(config.token());
                yield cookies -> new EnclosedCookies(
                        cookies, new StoreEntry(store, names.prefix(), claimLife), names.prefix(), routes.cookie());
            }
        };
    }

    private void forget(Set<String> keyIds) {
        verifier.forget(keyIds);
    }
}
