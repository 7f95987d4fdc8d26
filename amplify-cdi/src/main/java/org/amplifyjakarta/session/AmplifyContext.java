package org.amplifyjakarta.session;

import java.util.Optional;
import org.amplifyjakarta.AmplifyException;
import org.amplifyjakarta.config.AmplifyConfig;
import org.amplifyjakarta.cookie.CookieStorage;
import org.amplifyjakarta.credentials.AmplifyCredentials;
import org.amplifyjakarta.credentials.GuestIdentity;
import org.amplifyjakarta.credentials.SessionCredentials;
import org.amplifyjakarta.token.CookieSession;
import org.amplifyjakarta.token.TokenProvider;
import org.amplifyjakarta.token.Tokens;

/**
 * One session in one configuration: what {@code AmplifyServerContext} is to Amplify JS. Lives as long as its request, or
 * as the operation that it was made for; after that every use throws {@code AmplifyServerContextError}, so that nothing
 * of it serves somebody else.
 *
 * <p>Safe for concurrent use.
 */
public final class AmplifyContext {

    private final AmplifyConfig config;
    private final Pools pools;
    private final TokenProvider tokens;
    private final GuestIdentity guest;
    private volatile boolean ended;

    AmplifyContext(AmplifyConfig config, Pools pools, TokenProvider tokens, GuestIdentity guest) {
        this.config = config;
        this.pools = pools;
        this.tokens = tokens;
        this.guest = guest;
    }

    /** Returns the configuration that this session belongs to. */
    public AmplifyConfig config() {
        return checked().config;
    }

    /** Returns the session's tokens. */
    public TokenProvider tokens() {
        checked();
        return this::tokens;
    }

    /**
     * Returns the session in the cookies of this context, for who begins or ends it.
     *
     * @throws AmplifyException named {@code AmplifyServerContextError} where it was carried away from its request
     */
    public CookieSession session() {
        return own();
    }

    /**
     * Returns the cookies of this context and its answer.
     *
     * @throws AmplifyException named {@code AmplifyServerContextError} where it was carried away from its request
     */
    public CookieStorage cookies() {
        return own().cookies();
    }

    private LazySession own() {
        if (checked().tokens instanceof LazySession session) {
            return session;
        }
        throw SessionMessages.carriedHasNoCookies();
    }

    /** Returns the Auth category for this session. */
    public AmplifyAuth auth() {
        checked();
        return new ContextAuth(
                tokens(),
                credentials(),
                token -> checked().pools.userPools().get(config).userAttributes(token));
    }

    /** Returns the session's AWS credentials. */
    public AmplifyCredentials credentials() {
        checked();
        return new SessionCredentials(
                tokens(), guest, () -> checked().pools.identityPools().get(config));
    }

    /** Returns a context of its own life with the session of this one as it is now: no cookies, no refresh. */
    AmplifyContext carried() {
        return new AmplifyContext(config, pools, new CarriedTokens(tokens(false)), GuestIdentity.held(guest));
    }

    /** Ends this context; every later use throws. */
    void end() {
        ended = true;
    }

    private Optional<Tokens> tokens(boolean forceRefresh) {
        return checked().tokens.tokens(forceRefresh);
    }

    private AmplifyContext checked() {
        if (ended) {
            throw SessionMessages.contextEnded();
        }
        return this;
    }
}
