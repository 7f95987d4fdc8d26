package org.amplifyjakarta.http;

import java.time.InstantSource;
import java.util.function.Function;

/**
 * Tells the current request's session which exchange it lives in: the Servlet filter does, or Jakarta REST on other
 * foundations. Inject it ({@code @RequestScoped}).
 */
public interface ExchangeBinding {

    /** Binds an exchange, unless this request has one already; it is made with the application's clock. */
    void bindIfAbsent(Function<InstantSource, Exchange> exchange);

    /**
     * Returns the current request.
     *
     * @throws IllegalStateException where there is none
     */
    AmplifyRequest request();

    /**
     * Returns the current exchange.
     *
     * @throws IllegalStateException where there is none
     */
    Exchange exchange();
}
