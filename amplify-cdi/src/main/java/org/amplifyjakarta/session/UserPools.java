package org.amplifyjakarta.session;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.amplifyjakarta.config.AmplifyConfig;
import org.amplifyjakarta.token.UserPool;

/**
 * The open user pools of an application, one for each distinct configuration.
 *
 * <p>Safe for concurrent use. Whoever makes one closes it.
 */
public final class UserPools implements AutoCloseable {

    private static final int MAX = 1_000;

    private final Map<AmplifyConfig, UserPool> pools = new ConcurrentHashMap<>();

    /** By identity: comparing whole configurations at every request would cost more than the rest of it. */
    private final Cache<AmplifyConfig, UserPool> known =
            Caffeine.newBuilder().weakKeys().executor(Runnable::run).build();

    private final Function<AmplifyConfig, UserPool> open;

    public UserPools(Function<AmplifyConfig, UserPool> open) {
        this.open = open;
    }

    /** Returns the pool of a configuration, opened on first use. */
    public UserPool get(AmplifyConfig config) {
        UserPool pool = known.getIfPresent(config);
        if (pool == null) {
            pool = opened(config);
            known.put(config, pool);
        }
        return pool;
    }

    private UserPool opened(AmplifyConfig config) {
        if (pools.size() >= MAX && !pools.containsKey(config)) {
            throw SessionMessages.tooManyPools(MAX);
        }
        return pools.computeIfAbsent(config, open);
    }

    @Override
    public void close() {
        pools.values().forEach(UserPool::close);
        pools.clear();
    }
}
