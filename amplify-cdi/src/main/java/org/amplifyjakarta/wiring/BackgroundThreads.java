package org.amplifyjakarta.wiring;

import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Up to two threads for what no request waits for; they end when idle, and at the latest with the application. */
final class BackgroundThreads implements Executor, AutoCloseable {

    private static final int THREADS = 2;
    private static final int IDLE_SECONDS = 10;
    private static final int QUEUE = 256;

    private final ThreadPoolExecutor threads = new ThreadPoolExecutor(
            THREADS,
            THREADS,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(QUEUE),
            BackgroundThreads::thread,
            BackgroundThreads::refused);

    BackgroundThreads() {
        threads.allowCoreThreadTimeOut(true);
    }

    @Override
    public void execute(Runnable task) {
        threads.execute(task);
    }

    @Override
    public void close() {
        threads.shutdownNow();
        try {
            threads.awaitTermination(IDLE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Work for an application that is ending is dropped; what finds the queue full is done by who asks for it. */
    private static void refused(Runnable task, ThreadPoolExecutor threads) {
        if (!threads.isShutdown()) {
            task.run();
        }
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "amplify-background");
        thread.setDaemon(true);
        return thread;
    }
}
