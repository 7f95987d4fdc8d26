package org.amplifyjakarta.servlet;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.amplifyjakarta.config.AmplifyConfig;
import org.amplifyjakarta.credentials.IdentityPool;
import org.amplifyjakarta.session.AmplifyContext;
import org.amplifyjakarta.session.AmplifyServerRunner;
import org.amplifyjakarta.session.ContextRunner;
import org.amplifyjakarta.session.PerConfiguration;
import org.amplifyjakarta.session.Pools;
import org.amplifyjakarta.session.RequestContexts;
import org.amplifyjakarta.token.PoolFixture;
import org.jspecify.annotations.Nullable;

/** The session of one request at a time, over the pool of a test, without CDI. */
public final class CurrentSession implements ContextRunner.Surroundings {

    private final AmplifyConfig config;
    private final Pools pools;
    private final PoolFixture fixture;
    private final AmplifyServerRunner runner = new ContextRunner(this);
    private @Nullable AmplifyContext context;

    public CurrentSession(PoolFixture fixture, AmplifyConfig config) {
        this.config = config;
        this.fixture = fixture;
        this.pools = new Pools(
                new PerConfiguration<>(own -> fixture.pool),
                new PerConfiguration<>(own -> IdentityPool.open(own, fixture.clock)));
    }

    public AmplifyServerRunner runner() {
        return runner;
    }

    /** Makes a request the current one. */
    public AmplifyContext open(HttpServletRequest request) {
        context = new RequestContexts(seen -> config, pools).open(ServletExchange.of(request, fixture.clock));
        return context;
    }

    @Override
    public AmplifyConfig config() {
        return config;
    }

    @Override
    public Pools pools() {
        return pools;
    }

    @Override
    public AmplifyContext ofRequest() {
        return Objects.requireNonNull(context);
    }

    @Override
    public <T> T inRequestScope(Callable<T> code) throws Exception {
        return code.call();
    }
}
