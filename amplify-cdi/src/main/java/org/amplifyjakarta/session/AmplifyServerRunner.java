package org.amplifyjakarta.session;

import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.Supplier;
import org.amplifyjakarta.AmplifyException;
import org.amplifyjakarta.config.AmplifyConfig;
import org.amplifyjakarta.cookie.CookieStorage;

/**
 * Runs code with a session that is not the current request's: in jobs, while rendering ahead of time, for WebSockets.
 * The counterpart of {@code runWithAmplifyServerContext}.
 *
 * <pre>{@code
 * String page = runner.run(InMemoryCookieStorage.ofHeader(cookieHeader), context -> render(context.auth()));
 * executor.submit(runner.carry(() -> report(auth.getCurrentUser())));
 * }</pre>
 *
 * <p>Inside, everything injected from this library ({@link AmplifyAuth}, …) belongs to that session, in the thread that
 * runs the code; two runs share nothing, and a context that is used after its run throws
 * {@code AmplifyServerContextError}.
 *
 * <p>Inject it. Safe for concurrent use.
 */
public interface AmplifyServerRunner {

    /** Runs an operation with the session in these cookies, in the application's own configuration. */
    <T> T run(CookieStorage cookies, Function<AmplifyContext, T> operation);

    /** Runs an operation with the session in these cookies, in a given configuration. */
    <T> T run(AmplifyConfig config, CookieStorage cookies, Function<AmplifyContext, T> operation);

    /** Runs an operation as a guest: with no cookies, and none that could be written. */
    <T> T runAsGuest(Function<AmplifyContext, T> operation);

    /**
     * Returns the context of the current request or run.
     *
     * @throws AmplifyException named {@code AmplifyServerContextError} where there is neither
     */
    AmplifyContext current();

    /**
     * Returns a task that runs, in whatever thread and whenever, with the current session as it is now: for a managed
     * executor or a virtual thread. The session is loaded here; the task cannot refresh it and writes no cookies. Each
     * run has a context of its own.
     *
     * @throws AmplifyException as {@link #current()} and {@code TokenProvider#tokens()} do
     */
    <T> Callable<T> carry(Callable<T> task);

    /** Does for a {@link Runnable} what {@link #carry(Callable)} does. */
    Runnable carry(Runnable task);

    /** Does for a {@link Supplier} what {@link #carry(Callable)} does. */
    <T> Supplier<T> carrySupplier(Supplier<T> task);

    /**
     * Makes a context the current one of this thread until the binding is closed, in the same thread: for those whom
     * others call before and after, as interceptors are. The context ends when it would have ended anyway.
     */
    Binding bind(AmplifyContext context);

    /** What {@link #bind(AmplifyContext)} has to have undone. */
    interface Binding extends AutoCloseable {

        /** Makes current again what was so before. */
        @Override
        void close();
    }
}
