package org.amplifyjakarta.it.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.hazelcast.core.Hazelcast;
import java.net.URI;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.cache.Cache;
import javax.cache.CacheException;
import javax.cache.CacheManager;
import javax.cache.Caching;
import javax.cache.configuration.CompleteConfiguration;
import javax.cache.expiry.ExpiryPolicy;
import javax.cache.spi.CachingProvider;
import org.amplifyjakarta.UnavailableException;
import org.amplifyjakarta.config.StoreConfig;
import org.amplifyjakarta.store.SessionStore;
import org.amplifyjakarta.store.SessionStores;
import org.infinispan.jcache.embedded.JCachingProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The store in the caches of two providers, each without a cluster. */
class JCacheStoresTest {

    private static final String HAZELCAST = "com.hazelcast.cache.HazelcastMemberCachingProvider";
    private static final String INFINISPAN = "org.infinispan.jcache.embedded.JCachingProvider";

    private final ClassLoader loader = JCacheStoresTest.class.getClassLoader();

    private final SessionStores stores = new SessionStores(loader);

    static Stream<StoreConfig> providers() {
        return Stream.of(
                config(HAZELCAST, URI.create("classpath:store/hazelcast-alone.xml")), config(INFINISPAN, null));
    }

    @AfterEach
    void close() {
        stores.close();
    }

    @ParameterizedTest
    @MethodSource("providers")
    void valuesAreKeptReplacedAndRemoved(StoreConfig config) {
        SessionStore store = stores.get(config);

        assertThat(store.get("a")).isEmpty();
        assertThat(store.putIfAbsent("a", "1")).isTrue();
        assertThat(store.putIfAbsent("a", "2")).isFalse();
        assertThat(store.replace("a", "2", "3")).isFalse();
        assertThat(store.replace("a", "1", "3")).isTrue();
        assertThat(store.replace("b", "1", "3")).isFalse();
        assertThat(store.get("a")).hasValue("3");
        assertThat(store.remove("a", "1")).isFalse();
        assertThat(store.remove("a", "3")).isTrue();
        assertThat(store.remove("a", "3")).isFalse();
        assertThat(store.putIfAbsent("a", "4")).isTrue();
        store.remove("a");
        store.remove("a");
        assertThat(store.get("a")).isEmpty();
        assertThat(stores.get(config)).isSameAs(store);
    }

    @ParameterizedTest
    @MethodSource("providers")
    void aCacheThatIsMadeForgetsWhatNobodyReplaces(StoreConfig config) {
        stores.get(config);

        ExpiryPolicy made = expiry(manager(config).getCache(config.cache()));

        assertThat(made.getExpiryForUpdate().getAdjustedTime(0)).isEqualTo(3_600_000);
        assertThat(made.getExpiryForCreation().getAdjustedTime(0)).isEqualTo(3_600_000);
        assertThat(made.getExpiryForAccess()).isNull();
    }

    @ParameterizedTest
    @MethodSource("providers")
    void whatIsClosedIsLetGo(StoreConfig config) {
        stores.get(config);
        CacheManager manager = manager(config);

        stores.close();

        assertThat(manager.isClosed()).isTrue();
        assertThat(Hazelcast.getAllHazelcastInstances()).isEmpty();
        assertThat(catchThrowableOfType(UnavailableException.class, () -> stores.get(config)))
                .as("no application, no store")
                .isNotNull();
    }

    /** One that finds no cluster. */
    public static final class FailingProvider extends JCachingProvider {

        private static final AtomicInteger ATTEMPTS = new AtomicInteger();

        @Override
        protected CacheManager createCacheManager(ClassLoader loader, URI uri, Properties properties) {
            ATTEMPTS.incrementAndGet();
            throw new CacheException("nobody there");
        }
    }

    @Test
    void whatCannotBeOpenedIsNotTriedByEveryRequest() {
        StoreConfig failing = config(FailingProvider.class.getName(), null);

        for (int i = 0; i < 20; i++) {
            assertThat(catchThrowableOfType(UnavailableException.class, () -> stores.get(failing)))
                    .isNotNull();
        }

        assertThat(FailingProvider.ATTEMPTS).hasValue(1);
    }

    @Test
    void ofSeveralProvidersOneMustBeNamed() {
        StoreConfig unnamed = new StoreConfig("sessions", null, null, Duration.ofHours(1));

        assertThat(SessionStores.fault(unnamed, loader)).hasValueSatisfying(fault -> assertThat(fault)
                .startsWith("AMP-2510 ")
                .contains(INFINISPAN)
                .endsWith("Name one in amplify.session.cache.provider."));
        assertThat(SessionStores.fault(config("org.example.Nothing", null), loader))
                .hasValueSatisfying(fault -> assertThat(fault).contains("org.example.Nothing is no class"));
        assertThat(providers()).allSatisfy(each -> assertThat(SessionStores.fault(each, loader))
                .isEmpty());
    }

    @SuppressWarnings("unchecked")
    private static ExpiryPolicy expiry(Cache<String, String> cache) {
        CompleteConfiguration<String, String> configuration = cache.getConfiguration(CompleteConfiguration.class);
        return configuration.getExpiryPolicyFactory().create();
    }

    private CacheManager manager(StoreConfig config) {
        CachingProvider provider = Caching.getCachingProvider(config.provider(), loader);
        return provider.getCacheManager(
                config.uri() == null ? provider.getDefaultURI() : config.uri(), provider.getDefaultClassLoader());
    }

    private static StoreConfig config(String provider, @Nullable URI uri) {
        return new StoreConfig("sessions", provider, uri, Duration.ofHours(1));
    }
}
