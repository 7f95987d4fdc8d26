package org.amplifyjakarta.store;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.concurrent.ConcurrentHashMap;
import org.amplifyjakarta.config.StoreConfig;

/**
 * The caches of JCache that an application keeps sessions in, one for each distinct configuration, opened on first use.
 *
 * <p>Safe for concurrent use. Whoever makes one closes it.
 */
public final class SessionStores implements AutoCloseable {

    private static final Logger LOG = System.getLogger(SessionStores.class.getName());
    private static final Duration PAUSE = Duration.ofSeconds(5);
    private static final String API = "javax.cache.Caching";

    private final ClassLoader loader;
    private final Map<StoreConfig, JCacheSessionStore> opened = new ConcurrentHashMap<>();

    private volatile boolean closed;

    /** When opening failed last: the requests of the next moment do not all try it again. */
    private final Map<StoreConfig, Long> failures = new ConcurrentHashMap<>();

    /**
     * Makes them; nothing is opened yet.
     *
     * @param loader finds the caching provider: that of the application
     */
    public SessionStores(ClassLoader loader) {
        this.loader = loader;
    }

    /** Returns why no cache can be opened: what is missing, or cannot be chosen among; empty where one can. */
    public static Optional<String> fault(StoreConfig config, ClassLoader loader) {
        if (!isLoadable(API, loader)) {
            return Optional.of(StoreMessages.noApi());
        }
        if (config.provider() != null && !isLoadable(config.provider(), loader)) {
            return Optional.of(StoreMessages.noSuchProvider(config.provider()));
        }
        try {
            if (config.provider() != null) {
                JCacheSessionStore.tryProvider(config.provider(), loader);
                return Optional.empty();
            }
            List<String> providers = JCacheSessionStore.providers(loader);
            return providers.size() == 1 ? Optional.empty() : Optional.of(StoreMessages.noOneProvider(providers));
        } catch (RuntimeException | LinkageError | ServiceConfigurationError e) {
            return Optional.of(StoreMessages.brokenProvider(e));
        }
    }

    /**
     * Returns the store of a configuration.
     *
     * @throws org.amplifyjakarta.UnavailableException if it cannot be opened now
     */
    public SessionStore get(StoreConfig config) {
        SessionStore known = opened.get(config);
        if (known != null) {
            return known;
        }
        return opened.computeIfAbsent(config, this::open);
    }

    @Override
    public void close() {
        closed = true;
        for (JCacheSessionStore store : opened.values()) {
            try {
                store.close();
            } catch (RuntimeException | LinkageError e) {
                LOG.log(Level.WARNING, StoreMessages::notClosed, e);
            }
        }
        opened.clear();
    }

    private JCacheSessionStore open(StoreConfig config) {
        Long failedAt = failures.get(config);
        if (closed || failedAt != null && System.nanoTime() - failedAt < PAUSE.toNanos()) {
            throw StoreMessages.unopened();
        }
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        // providers look for their configuration, and for parts of their own, by the thread
        thread.setContextClassLoader(loader);
        try {
            JCacheSessionStore store = JCacheSessionStore.open(config, loader);
            if (closed) {
                store.close();
                throw new IllegalStateException("The application ended meanwhile.");
            }
            return store;
        } catch (RuntimeException | LinkageError | ServiceConfigurationError e) {
            failures.put(config, System.nanoTime());
            LOG.log(Level.WARNING, StoreMessages::notOpened, e);
            throw StoreMessages.unopened();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static boolean isLoadable(String type, ClassLoader loader) {
        try {
            Class.forName(type, false, loader);
            return true;
        } catch (ClassNotFoundException | LinkageError e) {
            return false;
        }
    }
}
