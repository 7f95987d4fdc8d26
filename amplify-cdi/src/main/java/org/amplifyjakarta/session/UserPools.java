package org.amplifyjakarta.session;

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
    private final Function<AmplifyConfig, UserPool> open;

    public UserPools(Function<AmplifyConfig, UserPool> open) {
        this.open = open;
    }

    /** Returns the pool of a configuration, opened on first use. */
    public UserPool get(AmplifyConfig config) {
        UserPool known = pools.get(config);
        if (known != null) {
            return known;
        }
        if (pools.size() >= MAX) {
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
