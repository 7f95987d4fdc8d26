package org.amplifyjakarta.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Which cache of JCache keeps sessions in mode {@code STORED}. Immutable.
 *
 * @param cache the cache's name; it is made if the provider has none of it
 * @param provider class of the caching provider; null where there is only one
 * @param uri of the provider's configuration, as it understands that; null for its default
 * @param expiry how long a cache that is made keeps a session that nobody refreshes, a minute to 400 days
 */
public record StoreConfig(
        String cache, @Nullable String provider, @Nullable URI uri, Duration expiry) {

    static StoreConfig read(Values values) {
        return new StoreConfig(
                values.text(ConfigKey.SESSION_CACHE).orElse(""),
                values.textOrNull(ConfigKey.SESSION_CACHE_PROVIDER),
                uri(values),
                values.duration(ConfigKey.SESSION_CACHE_EXPIRY, Duration.ofMinutes(1), Duration.ofDays(400)));
    }

    private static @Nullable URI uri(Values values) {
        String text = values.textOrNull(ConfigKey.SESSION_CACHE_URI);
        try {
            return text == null ? null : new URI(text);
        } catch (URISyntaxException e) {
            values.fault(
                    ConfigKey.SESSION_CACHE_URI,
                    "",
                    "is no URI.",
                    "Write it as the caching provider wants it, classpath:hazelcast.xml for one.");
            return null;
        }
    }
}
