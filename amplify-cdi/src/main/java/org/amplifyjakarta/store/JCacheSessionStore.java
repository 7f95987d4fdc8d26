package org.amplifyjakarta.store;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import javax.cache.Cache;
import javax.cache.CacheException;
import javax.cache.CacheManager;
import javax.cache.Caching;
import javax.cache.configuration.MutableConfiguration;
import javax.cache.expiry.Duration;
import javax.cache.expiry.ModifiedExpiryPolicy;
import javax.cache.spi.CachingProvider;
import org.amplifyjakarta.config.StoreConfig;
import org.jspecify.annotations.Nullable;

/**
 * Sessions in a cache of JCache. The one class that names that API, which an application need not have.
 *
 * <p>Safe for concurrent use. Whoever opens one closes it.
 *
 * @see <a href="https://www.jcp.org/en/jsr/detail?id=107">JSR 107</a>
 */
final class JCacheSessionStore implements SessionStore, AutoCloseable {

    private static final Logger LOG = System.getLogger(JCacheSessionStore.class.getName());

    private final Cache<String, String> cache;
    private final Runnable end;

    private JCacheSessionStore(Cache<String, String> cache, Runnable end) {
        this.cache = cache;
        this.end = end;
    }

    /**
     * Opens the cache, and makes it where there is none.
     *
     * @param loader finds the caching provider: that of the application
     */
    static JCacheSessionStore open(StoreConfig config, ClassLoader loader) {
        CachingProvider provider = provider(config.provider(), loader);
        // any other class loader becomes a part of the cache's name in Hazelcast, and is another one on each server
        CacheManager manager = provider.getCacheManager(
                config.uri() == null ? provider.getDefaultURI() : config.uri(),
                provider.getDefaultClassLoader(),
                properties(provider, config));
        // a provider that the server has serves other applications too
        boolean isOurs = provider.getClass().getClassLoader() == JCacheSessionStore.class.getClassLoader();
        try {
            return new JCacheSessionStore(cache(manager, config), isOurs ? manager::close : () -> {});
        } catch (RuntimeException | LinkageError e) {
            // a member that started in vain; one with caches serves another configuration
            if (isOurs && !manager.getCacheNames().iterator().hasNext()) {
                manager.close();
            }
            throw e;
        }
    }

    /** Hazelcast leaves its cluster with the manager only if it is told of its configuration in this way too. */
    private static Properties properties(CachingProvider provider, StoreConfig config) {
        Properties properties = new Properties();
        if (provider.getDefaultProperties() != null) {
            properties.putAll(provider.getDefaultProperties());
        }
        if (config.uri() != null) {
            properties.put("hazelcast.config.location", config.uri().toString());
        }
        return properties;
    }

    /** Makes the provider of a name, and leaves it alone. */
    static void tryProvider(String name, ClassLoader loader) {
        provider(name, loader);
    }

    /** Returns the classes of the caching providers that there are. */
    static List<String> providers(ClassLoader loader) {
        List<String> names = new ArrayList<>();
        Caching.getCachingProviders(loader)
                .forEach(provider -> names.add(provider.getClass().getName()));
        return names;
    }

    private static CachingProvider provider(@Nullable String name, ClassLoader loader) {
        return name == null ? Caching.getCachingProvider(loader) : Caching.getCachingProvider(name, loader);
    }

    private static Cache<String, String> cache(CacheManager manager, StoreConfig config) {
        Cache<String, String> known = manager.getCache(config.cache());
        if (known != null) {
            return known;
        }
        MutableConfiguration<String, String> made = new MutableConfiguration<String, String>()
                .setTypes(String.class, String.class)
                .setExpiryPolicyFactory(ModifiedExpiryPolicy.factoryOf(
                        new Duration(TimeUnit.SECONDS, config.expiry().toSeconds())));
        LOG.log(Level.WARNING, () -> StoreMessages.made(config.cache()));
        try {
            return manager.createCache(config.cache(), made);
        } catch (CacheException e) {
            // another application of this server may have been the first
            Cache<String, String> others = manager.getCache(config.cache(), String.class, String.class);
            if (others == null) {
                throw e;
            }
            return others;
        }
    }

    @Override
    public Optional<String> get(String key) {
        @Nullable String value = cache.get(key);
        return Optional.ofNullable(value);
    }

    @Override
    public boolean putIfAbsent(String key, String value) {
        return cache.putIfAbsent(key, value);
    }

    @Override
    public boolean replace(String key, String old, String value) {
        return cache.replace(key, old, value);
    }

    @Override
    public void remove(String key) {
        cache.remove(key);
    }

    @Override
    public boolean remove(String key, String old) {
        return cache.remove(key, old);
    }

    /** Leaves the cluster, where the provider came with the application; what is kept stays with the others. */
    @Override
    public void close() {
        end.run();
    }
}
