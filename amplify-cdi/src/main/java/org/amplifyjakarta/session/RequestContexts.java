package org.amplifyjakarta.session;

import java.util.Optional;
import java.util.function.Supplier;
import org.amplifyjakarta.config.AmplifyConfig;
import org.amplifyjakarta.cookie.CookieStorage;
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
        CookieStorage cookies = exchange.cookies();
        Supplier<UserPool> pool = () -> pools.userPools().get(config);
        LazySession session = new LazySession(
                cookies,
                () -> pool.get().session(cookies),
                bearer(config, exchange)
                        .<Supplier<TokenProvider>>map(token -> () -> pool.get().bearer(token, cookies))
                        .orElse(null));
        return new AmplifyContext(config, pools, session, GuestIdentity.inCookies(cookies, config));
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
