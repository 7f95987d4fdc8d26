package org.amplifyjakarta.session;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.amplifyjakarta.config.AmplifyConfig;

/**
 * Things of an application that stay open, one for each distinct configuration: user pools, identity pools.
 *
 * <p>Safe for concurrent use. Whoever makes one closes it.
 */
public final class PerConfiguration<T extends AutoCloseable> implements AutoCloseable {

    private static final int MAX = 1_000;
    private static final Logger LOG = System.getLogger(PerConfiguration.class.getName());

    private final Map<AmplifyConfig, T> open = new ConcurrentHashMap<>();

    /** By identity: comparing whole configurations at every request would cost more than the rest of it. */
    private final Cache<AmplifyConfig, T> known =
            Caffeine.newBuilder().weakKeys().executor(Runnable::run).build();

    private final Function<AmplifyConfig, T> opening;

    public PerConfiguration(Function<AmplifyConfig, T> opening) {
        this.opening = opening;
    }

    /** Returns what belongs to a configuration, opened on first use. */
    public T get(AmplifyConfig config) {
        T found = known.getIfPresent(config);
        if (found == null) {
            found = opened(config);
            known.put(config, found);
        }
        return found;
    }

    private T opened(AmplifyConfig config) {
        if (open.size() >= MAX && !open.containsKey(config)) {
            throw SessionMessages.tooManyPools(MAX);
        }
        return open.computeIfAbsent(config, opening);
    }

    @Override
    public void close() {
        for (T closed : open.values()) {
            try {
                closed.close();
            } catch (Exception e) {
                LOG.log(Level.WARNING, () -> SessionMessages.notClosed(closed.getClass()), e);
            }
        }
        open.clear();
    }
}
