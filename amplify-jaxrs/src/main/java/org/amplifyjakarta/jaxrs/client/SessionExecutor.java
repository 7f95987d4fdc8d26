package org.amplifyjakarta.jaxrs.client;

import jakarta.enterprise.inject.spi.CDI;
import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.amplifyjakarta.AmplifyException;
import org.amplifyjakarta.session.AmplifyContext;
import org.amplifyjakarta.session.AmplifyServerRunner;
import org.jspecify.annotations.Nullable;

/**
 * Runs asynchronous calls in the session, and with the class loader, of who makes them: in the server's managed executor, or,
 * where there is none, in a thread each. MicroProfile REST Client has {@code AsyncInvocationInterceptorFactory} for this,
 * which RESTEasy asks only in the request that built the client; and RESTEasy's own executor, on Open Liberty 26.0.0.3, holds on
 * to an application that is gone.
 *
 * <p>Owns no thread, so there is nothing to shut down. Safe for concurrent use.
 */
final class SessionExecutor extends AbstractExecutorService {

    private final Executor threads;

    private SessionExecutor(Executor threads) {
        this.threads = threads;
    }

    @SuppressWarnings("BanJNDI") // the name is a constant
    static SessionExecutor ofServer() {
        try {
            return new SessionExecutor(InitialContext.doLookup("java:comp/DefaultManagedExecutorService"));
        } catch (NamingException | ClassCastException e) {
            return new SessionExecutor(SessionExecutor::startThread);
        }
    }

    /** Whose call it is. */
    private record Caller(AmplifyServerRunner runner, AmplifyContext context) {

        static @Nullable Caller current() {
            try {
                AmplifyServerRunner runner =
                        CDI.current().select(AmplifyServerRunner.class).get();
                return new Caller(runner, runner.current());
            } catch (AmplifyException | IllegalStateException e) {
                // no session, or no application at all: the call may need none
                return null;
            }
        }
    }

    @Override
    public void execute(Runnable call) {
        Caller caller = Caller.current();
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        threads.execute(() -> {
            ClassLoader before = Thread.currentThread().getContextClassLoader();
            Thread.currentThread().setContextClassLoader(loader);
            try {
                run(caller, call);
            } finally {
                Thread.currentThread().setContextClassLoader(before);
            }
        });
    }

    @SuppressWarnings("try") // the binding is there to be closed
    private static void run(@Nullable Caller caller, Runnable call) {
        if (caller == null) {
            call.run();
            return;
        }
        try (AmplifyServerRunner.Binding session = caller.runner().bind(caller.context())) {
            call.run();
        }
    }

    private static void startThread(Runnable call) {
        Thread thread = new Thread(call, "amplify-rest-client");
        thread.setDaemon(true);
        thread.start();
    }

    /** Does nothing: no thread is this one's. */
    @Override
    public void shutdown() {}

    @Override
    public List<Runnable> shutdownNow() {
        return List.of();
    }

    @Override
    public boolean isShutdown() {
        return false;
    }

    @Override
    public boolean isTerminated() {
        return false;
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) {
        return false;
    }
}
