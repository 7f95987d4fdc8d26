package org.amplifyjakarta.store;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.amplifyjakarta.config.StoreConfig;

/**
 * The caches of JCache that an application keeps sessions in, one for each distinct configuration, opened on first use.
 *
 * <p>Safe for concurrent use. Whoever makes one closes it.
 */
public final class SessionStores implements AutoCloseable {

    private static final Logger LOG = System.getLogger(SessionStores.class.getName());
    private static final String API = "javax.cache.Caching";

    private final ClassLoader loader;
    private final Map<StoreConfig, JCacheSessionStore> opened = new ConcurrentHashMap<>();

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
        if (config.provider() != null) {
            return isLoadable(config.provider(), loader)
                    ? Optional.empty()
                    : Optional.of(StoreMessages.noSuchProvider(config.provider()));
        }
        List<String> providers = JCacheSessionStore.providers(loader);
        return providers.size() == 1 ? Optional.empty() : Optional.of(StoreMessages.noOneProvider(providers));
    }

    /**
     * Returns the store of a configuration.
     *
     * @throws org.amplifyjakarta.UnavailableException if it cannot be opened now
     */
    public SessionStore get(StoreConfig config) {
        return opened.computeIfAbsent(config, this::open);
    }

    @Override
    public void close() {
        for (JCacheSessionStore store : opened.values()) {
            try {
                store.close();
            } catch (RuntimeException e) {
                LOG.log(Level.WARNING, StoreMessages::notClosed, e);
            }
        }
        opened.clear();
    }

    private JCacheSessionStore open(StoreConfig config) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        // providers look for their configuration, and for parts of their own, by the thread
        thread.setContextClassLoader(loader);
        try {
            return JCacheSessionStore.open(config, loader);
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, StoreMessages::notOpened, e);
            throw StoreMessages.unreachable(e);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static boolean isLoadable(String type, ClassLoader loader) {
        try {
            Class.forName(type, false, loader);
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }
}
