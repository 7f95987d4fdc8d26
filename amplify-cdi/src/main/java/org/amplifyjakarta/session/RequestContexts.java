package org.amplifyjakarta.session;

import java.util.Optional;
import org.amplifyjakarta.config.AmplifyConfig;
import org.amplifyjakarta.credentials.GuestIdentity;
import org.amplifyjakarta.http.Exchange;
import org.amplifyjakarta.token.TokenProvider;
import org.amplifyjakarta.token.UserPool;

/**
 * Makes the context of a request.
 *
 * <p>Safe for concurrent use.
 */
public final class RequestContexts {

    private static final String BEARER = "Bearer ";

    private final AmplifyConfigResolver resolver;
    private final Pools pools;

    public RequestContexts(AmplifyConfigResolver resolver, Pools pools) {
        this.resolver = resolver;
        this.pools = pools;
    }

    /** Opens the context of an exchange. Where a token comes in {@code Authorization}, cookies do not count. */
    public AmplifyContext open(Exchange exchange) {
        AmplifyConfig config = resolver.resolve(exchange.request());
        TokenProvider tokens =
                new LazyTokens(() -> tokens(config, pools.userPools().get(config), exchange));
        return new AmplifyContext(config, pools, tokens, GuestIdentity.inCookies(exchange.cookies(), config));
    }

    private static TokenProvider tokens(AmplifyConfig config, UserPool pool, Exchange exchange) {
        return bearer(config, exchange)
                .map(token -> pool.bearer(token, exchange.cookies()))
                .orElseGet(() -> pool.session(exchange.cookies()));
    }

    /** Closes a context at the end of its request. */
    public void close(AmplifyContext context) {
        context.end();
    }

    private static Optional<String> bearer(AmplifyConfig config, Exchange exchange) {
        return config.web().guard().bearer()
                ? exchange.request()
                        .header("Authorization")
                        .filter(header -> header.regionMatches(true, 0, BEARER, 0, BEARER.length()))
                        .map(header -> header.substring(BEARER.length()).trim())
                : Optional.empty();
    }
}
