package org.amplifyjakarta.http;

import java.util.function.Supplier;

/**
 * Tells the current request's session which exchange it lives in, where no servlet container does: Jakarta REST on other
 * foundations. Inject it ({@code @RequestScoped}).
 */
public interface ExchangeBinding {

    /** Binds an exchange, unless this request has one already. */
    void bindIfAbsent(Supplier<Exchange> exchange);

    /**
     * Returns the current request.
     *
     * @throws IllegalStateException where there is none
     */
    AmplifyRequest request();
}
