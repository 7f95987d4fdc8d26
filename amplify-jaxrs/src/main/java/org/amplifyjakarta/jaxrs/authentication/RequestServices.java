package org.amplifyjakarta.jaxrs.authentication;

import jakarta.enterprise.inject.spi.CDI;
import org.amplifyjakarta.guard.Gate;
import org.amplifyjakarta.http.ExchangeBinding;
import org.amplifyjakarta.session.AmplifyServerRunner;

/**
 * The beans that filters need. Looked up by the application's container, because filters of a library are not injected
 * on every server; the beans are proxies, so a filter may keep this.
 *
 * <p>Safe for concurrent use.
 */
public record RequestServices(ExchangeBinding exchange, AmplifyServerRunner runner, Gate gate) {

    /** Looks the beans of the current application up. */
    public static RequestServices ofApplication() {
        AmplifyServerRunner runner =
                CDI.current().select(AmplifyServerRunner.class).get();
        return new RequestServices(CDI.current().select(ExchangeBinding.class).get(), runner, new Gate(runner));
    }
}
