package org.amplifyjakarta.wiring;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.util.function.Function;
import org.amplifyjakarta.http.AmplifyRequest;
import org.amplifyjakarta.http.Exchange;
import org.amplifyjakarta.http.ExchangeBinding;
import org.amplifyjakarta.servlet.ServletExchange;
import org.amplifyjakarta.session.AmplifyContext;
import org.jspecify.annotations.Nullable;

/** The session's context of the current request: made when first asked for, ended with the request. */
@RequestScoped
public class RequestBinding implements ExchangeBinding {

    private final @Nullable AmplifyRuntime runtime;
    private @Nullable Exchange exchange;
    private @Nullable AmplifyContext context;

    // for the client proxy
    RequestBinding() {
        this.runtime = null;
    }

    @Inject
    RequestBinding(AmplifyRuntime runtime) {
        this.runtime = runtime;
    }

    @Override
    public synchronized void bindIfAbsent(Function<InstantSource, Exchange> other) {
        if (exchange == null && runtime != null) {
            exchange = other.apply(runtime.clock());
        }
    }

    @Override
    public AmplifyRequest request() {
        return exchange().request();
    }

    @Override
    public synchronized Exchange exchange() {
        Exchange known = bound();
        if (known == null) {
            throw new IllegalStateException("Amplify: there is no request here.");
        }
        return known;
    }

    /** Returns the request's context, null where there is no request to be seen. */
    @Nullable synchronized AmplifyContext context() {
        if (context == null && runtime != null) {
            Exchange bound = bound();
            context = bound == null ? null : runtime.contexts().open(bound);
        }
        return context;
    }

    @PreDestroy
    synchronized void end() {
        if (context != null && runtime != null) {
            runtime.contexts().close(context);
        }
    }

    private @Nullable Exchange bound() {
        if (exchange == null) {
            exchange = servletExchange();
        }
        return exchange;
    }

    private @Nullable Exchange servletExchange() {
        if (runtime == null) {
            return null;
        }
        try {
            HttpServletRequest request = runtime.servletRequest();
            return request == null ? null : ServletExchange.of(request, runtime.clock());
        } catch (IllegalStateException | ContextNotActiveException e) {
            // a request scope without a servlet request: a job, or a run of AmplifyServerRunner
            return null;
        }
    }
}
