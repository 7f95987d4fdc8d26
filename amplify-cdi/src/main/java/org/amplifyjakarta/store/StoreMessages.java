package org.amplifyjakarta.store;

import java.time.Duration;
import java.util.List;
import org.amplifyjakarta.UnavailableException;

/** What is said about stored sessions; no method takes a text that could be one. */
final class StoreMessages {

    private static final Duration SOON = Duration.ofSeconds(2);
    private static final String MODE = "AMP-2510 amplify.session.mode: stored needs a caching provider of JCache, and ";

    private StoreMessages() {}

    static String noApi() {
        return MODE + "JCache's API is not there. Add javax.cache:cache-api and a provider, Hazelcast's or Infinispan's"
                + " for two, to the application, or a bean of type SessionStore.";
    }

    static String noSuchProvider(String type) {
        return MODE + "amplify.session.cache.provider=" + type
                + " is no class of the application. Correct it, or leave it" + " out where there is only one.";
    }

    static String brokenProvider(Throwable e) {
        return MODE + "the provider cannot be made: " + e
                + ". On WildFly most need the module jdk.unsupported: name it in" + " jboss-deployment-structure.xml.";
    }

    static String noOneProvider(List<String> providers) {
        return providers.isEmpty()
                ? MODE + "there is none. Add one to the application, Hazelcast's or Infinispan's for two."
                : MODE + "there are several: " + String.join(", ", providers)
                        + ". Name one in amplify.session.cache.provider.";
    }

    static String notOpened() {
        return "AMP-2511 the cache of stored sessions could not be opened; sessions cannot be read before it is. Check"
                + " amplify.session.cache.uri and the network between the servers.";
    }

    static String made(String cache) {
        return "AMP-2514 cache " + cache + " is not defined in the caching provider's configuration, and is made as the"
                + " provider makes caches: with Infinispan for one server alone. Define it, unless Hazelcast shares it.";
    }

    static String notClosed() {
        return "AMP-2512 a cache of stored sessions could not be closed.";
    }

    static String notRemoved(RuntimeException e) {
        return "AMP-2513 a session that ended could not be removed from the store ("
                + e.getClass().getName() + "); the browser no longer leads to it. Check the cache.";
    }

    static UnavailableException unopened() {
        return new UnavailableException(
                "NetworkError",
                "Session store: could not be opened. The session was left as it is.",
                "Try again later; see AMP-2511 in the log.",
                SOON,
                null);
    }

    /** Without its cause: nobody knows what a provider writes into a message. */
    static UnavailableException unreachable(RuntimeException e) {
        return new UnavailableException(
                "NetworkError",
                "Session store: does not answer (" + e.getClass().getName() + "). The session was left as it is.",
                "Try again later; check the cache.",
                SOON,
                null);
    }

    static UnavailableException busy() {
        return new UnavailableException(
                "NetworkError",
                "Token refresh: other servers began it, and none ended it in time. The session was left as it is.",
                "Try again later; see amplify.token.call-timeout.",
                SOON,
                null);
    }
}
