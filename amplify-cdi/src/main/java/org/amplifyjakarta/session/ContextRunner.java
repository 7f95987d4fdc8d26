package org.amplifyjakarta.session;

import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.Supplier;
import org.amplifyjakarta.config.AmplifyConfig;
import org.amplifyjakarta.cookie.CookieStorage;
import org.amplifyjakarta.cookie.InMemoryCookieStorage;
import org.amplifyjakarta.token.TokenProvider;
import org.amplifyjakarta.token.UserPool;
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

        /** Returns the pool of a configuration. */
        UserPool pool(AmplifyConfig config);

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
        Supplier<UserPool> pool = () -> surroundings.pool(config);
        TokenProvider tokens = new LazyTokens(() -> pool.get().session(cookies));
        AmplifyContext context = new AmplifyContext(config, pool, tokens);
        return unchecked(() -> with(context, () -> operation.apply(context)));
    }

    @Override
    public <T> T runAsGuest(Function<AmplifyContext, T> operation) {
        return run(InMemoryCookieStorage.empty(), operation);
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

    private <T> T with(AmplifyContext context, Callable<T> code) throws Exception {
        AmplifyContext outer = bound.get();
        bound.set(context);
        try {
            return surroundings.inRequestScope(code);
        } finally {
            context.end();
            if (outer == null) {
                bound.remove();
            } else {
                bound.set(outer);
            }
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
