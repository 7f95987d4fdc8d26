package org.amplifyjakarta.wiring;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.context.control.RequestContextController;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import org.amplifyjakarta.UnavailableException;
import org.amplifyjakarta.authentication.AmplifyAuthentication;
import org.amplifyjakarta.authentication.UserPoolAuthentication;
import org.amplifyjakarta.config.AmplifyConfig;
import org.amplifyjakarta.config.SessionConfig.Mode;
import org.amplifyjakarta.config.StoreConfig;
import org.amplifyjakarta.credentials.IdentityPool;
import org.amplifyjakarta.session.AmplifyConfigResolver;
import org.amplifyjakarta.session.AmplifyContext;
import org.amplifyjakarta.session.AmplifyServerRunner;
import org.amplifyjakarta.session.ContextRunner;
import org.amplifyjakarta.session.PerConfiguration;
import org.amplifyjakarta.session.Pools;
import org.amplifyjakarta.session.RequestContexts;
import org.amplifyjakarta.signin.SignInRoutes;
import org.amplifyjakarta.store.SessionStore;
import org.amplifyjakarta.store.SessionStores;
import org.amplifyjakarta.token.SessionEvent;
import org.amplifyjakarta.token.SessionEvents;
import org.amplifyjakarta.token.UserPool;
import org.jspecify.annotations.Nullable;

/**
 * What lives as long as the application: pools, their clients, the background threads. Closed at undeployment; nothing
 * is left behind, nothing is shared with another application.
 */
@ApplicationScoped
public class AmplifyRuntime implements ContextRunner.Surroundings {

    private static final Logger LOG = System.getLogger("org.amplifyjakarta");

    private final Instance<Object> beans;
    private final SessionEvents events;
    private final BackgroundThreads background = new BackgroundThreads();
    private final Pools pools = new Pools(
            new PerConfiguration<>(this::open), new PerConfiguration<>(config -> IdentityPool.open(config, clock())));
    private final SessionStores stores =
            new SessionStores(Thread.currentThread().getContextClassLoader());
    private final ContextRunner runner = new ContextRunner(this);
    private final InjectedDocuments documents = new InjectedDocuments();
    private volatile @Nullable Found found;

    /** Beans that every request needs; proxies, looked up once, since a look-up costs more than a whole session. */
    private record Found(
            AmplifyConfig config,
            RequestContexts contexts,
            RequestBinding binding,
            InstantSource clock,
            @Nullable SessionStore ownStore) {}

    // for the client proxy; never used
    @SuppressWarnings("NullAway")
    AmplifyRuntime() {
        this.beans = null;
        this.events = null;
    }

    @Inject
    AmplifyRuntime(@Any Instance<Object> beans, Event<SessionEvent> events) {
        this.beans = beans;
        this.events = SessionEvents.telling(event -> {
            if (event instanceof SessionEvent.SignedIn) {
                changeSessionId();
            }
            events.fire(event);
        });
    }

    /** Says what is configured, and opens the pool off the request path: building its client takes a while. */
    void start(@Observes @Initialized(ApplicationScoped.class) Object event) {
        AmplifyConfig config = config();
        if (config.userPool().isEmpty()) {
            LOG.log(Level.WARNING, StartMessages::notConfigured);
        } else {
            LOG.log(Level.INFO, () -> StartMessages.started(config));
            background.execute(() -> warmUp(config));
        }
    }

    @PreDestroy
    void stop() {
        background.close();
        pools.close();
        stores.close();
    }

    AmplifyServerRunner runner() {
        return runner;
    }

    InjectedDocuments documents() {
        return documents;
    }

    RequestContexts contexts() {
        return found().contexts();
    }

    /** Makes the routes of server-side sign-in; the caller closes them. */
    SignInRoutes openRoutes() {
        return new SignInRoutes(pools.userPools(), clock(), events);
    }

    AmplifyAuthentication authentication(AmplifyServerRunner contexts) {
        return new UserPoolAuthentication(contexts::current, pools.userPools(), clock(), events);
    }

    /** Where the Servlet filter did not run: the container's own bean, null where there is no such container. */
    @Nullable HttpServletRequest servletRequest() {
        Instance<HttpServletRequest> request = beans.select(HttpServletRequest.class);
        return request.isResolvable() ? request.get() : null;
    }

    /** However somebody signed in, whatever id of a server's session was planted before is worth nothing after. */
    private void changeSessionId() {
        try {
            HttpServletRequest request = servletRequest();
            if (request != null && request.getSession(false) != null) {
                request.changeSessionId();
            }
        } catch (IllegalStateException | ContextNotActiveException e) {
            LOG.log(Level.DEBUG, "There is no request here, or its session has just ended.", e);
        }
    }

    /** The application's clock if it has a bean for one: tests do. */
    InstantSource clock() {
        return found().clock();
    }

    @Override
    public AmplifyConfig config() {
        return found().config();
    }

    @Override
    public Pools pools() {
        return pools;
    }

    @Override
    public @Nullable AmplifyContext ofRequest() {
        try {
            return found().binding().context();
        } catch (ContextNotActiveException e) {
            return null;
        }
    }

    @Override
    public <T> T inRequestScope(Callable<T> code) throws Exception {
        RequestContextController controller =
                beans.select(RequestContextController.class).get();
        boolean activated = controller.activate();
        try {
            return code.call();
        } finally {
            if (activated) {
                controller.deactivate();
            }
        }
    }

    private Found found() {
        Found known = found;
        if (known == null) {
            Instance<InstantSource> clocks = beans.select(InstantSource.class);
            Instance<SessionStore> ownStores = beans.select(SessionStore.class);
            known = new Found(
                    beans.select(AmplifyConfig.class).get(),
                    new RequestContexts(
                            beans.select(AmplifyConfigResolver.class).get(), pools),
                    beans.select(RequestBinding.class).get(),
                    clocks.isResolvable() ? clocks.get() : InstantSource.system(),
                    ownStores.isUnsatisfied() ? null : ownStores.get());
            found = known;
        }
        return known;
    }

    private void warmUp(AmplifyConfig config) {
        pools.userPools().get(config);
        pools.identityPools().get(config);
        if (config.web().session().mode() == Mode.STORED) {
            try {
                store(config.web().session().store());
            } catch (UnavailableException e) {
                LOG.log(Level.DEBUG, "The first request that needs the store tries again.", e);
            }
        }
    }

    private UserPool open(AmplifyConfig config) {
        return UserPool.open(config, new UserPool.Surroundings(clock(), background, events, this::store));
    }

    private SessionStore store(StoreConfig config) {
        SessionStore own = found().ownStore();
        return own == null ? stores.get(config) : own;
    }
}
