package org.amplifyjakarta.session;

import java.util.Optional;
import java.util.function.Supplier;
import org.amplifyjakarta.config.AmplifyConfig;
import org.amplifyjakarta.token.TokenProvider;
import org.amplifyjakarta.token.Tokens;
import org.amplifyjakarta.token.UserPool;

/**
 * One session in one configuration: what {@code AmplifyServerContext} is to Amplify JS. Lives as long as its request, or
 * as the operation that it was made for; after that every use throws {@code AmplifyServerContextError}, so that nothing
 * of it serves somebody else.
 *
 * <p>Safe for concurrent use.
 */
public final class AmplifyContext {

    private final AmplifyConfig config;
    private final Supplier<UserPool> pool;
    private final TokenProvider tokens;
    private volatile boolean ended;

    AmplifyContext(AmplifyConfig config, Supplier<UserPool> pool, TokenProvider tokens) {
        this.config = config;
        this.pool = pool;
        this.tokens = tokens;
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

    /** Returns the Auth category for this session. */
    public AmplifyAuth auth() {
        checked();
        return new ContextAuth(tokens(), token -> checked().pool.get().userAttributes(token));
    }

    /** Returns a context of its own life with the tokens of this one as they are now: no cookies, no refresh. */
    AmplifyContext carried() {
        return new AmplifyContext(config, pool, new CarriedTokens(tokens(false)));
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
