package org.amplifyjakarta.session;

import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.Supplier;
import org.amplifyjakarta.config.AmplifyConfig;
import org.amplifyjakarta.cookie.CookieStorage;
import org.amplifyjakarta.cookie.InMemoryCookieStorage;
import org.amplifyjakarta.credentials.GuestIdentity;
import org.jspecify.annotations.Nullable;

/**
 * {@link AmplifyServerRunner} over a thread-bound context. One an application; the binding is undone before a thread
 * goes back to its pool.
 */
public final class ContextRunner implements AmplifyServerRunner {

    /** What a runner needs of its surroundings. */
    public interface Surroundings {

        /** Returns the application's own configuration. */
        AmplifyConfig config();

        /** Returns the application's pools. */
        Pools pools();

        /** Returns the context of the request that this thread works for, null where there is none. */
        @Nullable AmplifyContext ofRequest();

        /** Runs code with a CDI request context, made for it if there is none. */
        <T> T inRequestScope(Callable<T> code) throws Exception;
    }

    private final Surroundings surroundings;
    private final ThreadLocal<AmplifyContext> bound = new ThreadLocal<>();

    public ContextRunner(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public <T> T run(CookieStorage cookies, Function<AmplifyContext, T> operation) {
        return run(surroundings.config(), cookies, operation);
    }

    @Override
    public <T> T run(AmplifyConfig config, CookieStorage cookies, Function<AmplifyContext, T> operation) {
        return run(config, cookies, GuestIdentity.inCookies(cookies, config), operation);
    }

    @Override
    public <T> T runAsGuest(Function<AmplifyContext, T> operation) {
        AmplifyConfig config = surroundings.config();
        return run(
                config, InMemoryCookieStorage.empty(), new ApplicationGuest(surroundings.pools(), config), operation);
    }

    private <T> T run(
            AmplifyConfig config, CookieStorage cookies, GuestIdentity guest, Function<AmplifyContext, T> operation) {
        Pools pools = surroundings.pools();
        LazySession session =
                new LazySession(cookies, () -> pools.userPools().get(config).session(cookies), null);
        AmplifyContext context = new AmplifyContext(config, pools, session, guest);
        return unchecked(() -> with(context, () -> operation.apply(context)));
    }

    @Override
    public AmplifyContext current() {
        AmplifyContext here = bound.get();
        if (here == null) {
            here = surroundings.ofRequest();
        }
        if (here == null) {
            throw SessionMessages.noContext();
        }
        return here;
    }

    @Override
    public <T> Callable<T> carry(Callable<T> task) {
        AmplifyContext snapshot = current().carried();
        return () -> with(snapshot.carried(), task);
    }

    @Override
    public Runnable carry(Runnable task) {
        Callable<Boolean> carried = carry(() -> {
            task.run();
            return true;
        });
        return () -> unchecked(carried);
    }

    @Override
    public <T> Supplier<T> carrySupplier(Supplier<T> task) {
        Callable<T> carried = carry(task::get);
        return () -> unchecked(carried);
    }

    @Override
    public Binding bind(AmplifyContext context) {
        AmplifyContext outer = bound.get();
        bound.set(context);
        return () -> {
            if (outer == null) {
                bound.remove();
            } else {
                bound.set(outer);
            }
        };
    }

    @SuppressWarnings("try") // the binding is there to be closed
    private <T> T with(AmplifyContext context, Callable<T> code) throws Exception {
        try (Binding here = bind(context)) {
            return surroundings.inRequestScope(code);
        } finally {
            context.end();
        }
    }

    /** Only what {@link Function} and {@link Supplier} throw comes here: nothing checked. */
    private static <T> T unchecked(Callable<T> code) {
        try {
            return code.call();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("Amplify context: the code that was run failed.", e);
        }
    }
}
