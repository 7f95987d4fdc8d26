package org.amplifyjakarta.token;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.amplifyjakarta.UnavailableException;
import org.amplifyjakarta.config.TokenConfig;
import org.jspecify.annotations.Nullable;

/**
 * The public keys of one pool. Known keys are answered from memory: refreshed behind the caller's back when they are
 * old, and served on while the pool cannot be reached. An unknown key id costs at most one fetch in
 * {@link TokenConfig.Jwks#minRefetchInterval()}, whoever asks.
 *
 * <p>Safe for concurrent use.
 */
final class JwksSource {

    /** Where the key set comes from. */
    interface Fetch {
        String fetch() throws IOException;
    }

    private static final Logger LOG = System.getLogger(JwksSource.class.getName());

    /** Without any key nobody can be told from a guest: so try more often. */
    private static final Duration FIRST_INTERVAL = Duration.ofSeconds(1);

    private record KeySet(Map<String, VerificationKey> keys, Instant fetchedAt) {}

    private final Fetch fetch;
    private final TokenConfig config;
    private final InstantSource clock;
    private final Executor background;
    private final Consumer<Set<String>> removed;

    private volatile @Nullable KeySet current;
    private @Nullable CompletableFuture<Void> inFlight;
    private Instant nextAttempt = Instant.MIN;

    /** @param removed is told the ids of keys that the pool has withdrawn */
    JwksSource(
            Fetch fetch, TokenConfig config, InstantSource clock, Executor background, Consumer<Set<String>> removed) {
        this.fetch = fetch;
        this.config = config;
        this.clock = clock;
        this.background = background;
        this.removed = removed;
    }

    /**
     * Returns a key, empty if the pool has none of that id.
     *
     * @throws UnavailableException if no key set could be fetched yet
     */
    Optional<VerificationKey> find(String id) {
        KeySet set = current;
        if (set == null || !set.keys.containsKey(id)) {
            await(refetch());
            set = current;
        } else if (set.fetchedAt.plus(config.jwks().cacheTime()).isBefore(clock.instant())) {
            refetch();
        }
        if (set == null) {
            throw TokenMessages.keysUnavailable(FIRST_INTERVAL);
        }
        return Optional.ofNullable(set.keys.get(id));
    }

    /** Fetches the keys behind the caller's back, so that the first request finds them. */
    void warmUp() {
        refetch();
    }

    private synchronized CompletableFuture<Void> refetch() {
        if (inFlight != null) {
            return inFlight;
        }
        Instant now = clock.instant();
        if (now.isBefore(nextAttempt)) {
            return CompletableFuture.completedFuture(null);
        }
        CompletableFuture<Void> started = new CompletableFuture<>();
        inFlight = started;
        background.execute(() -> fetchInto(started));
        return started;
    }

    private void fetchInto(CompletableFuture<Void> started) {
        try {
            replace(VerificationKey.parseAll(fetch.fetch()));
        } catch (IOException | ParseException e) {
            LOG.log(Level.WARNING, () -> TokenMessages.keysNotFetched(e));
        } finally {
            synchronized (this) {
                Duration min = config.jwks().minRefetchInterval();
                boolean never = current == null && min.compareTo(FIRST_INTERVAL) > 0;
                nextAttempt = clock.instant().plus(never ? FIRST_INTERVAL : min);
                inFlight = null;
            }
            started.complete(null);
        }
    }

    private void replace(Map<String, VerificationKey> keys) {
        KeySet old = current;
        current = new KeySet(keys, clock.instant());
        if (old != null) {
            Set<String> gone = new HashSet<>(old.keys.keySet());
            gone.removeAll(keys.keySet());
            if (!gone.isEmpty()) {
                removed.accept(gone);
            }
        }
    }

    private void await(CompletableFuture<Void> fetching) {
        try {
            fetching.get(config.timeouts().call().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            LOG.log(Level.DEBUG, "key set not there in time");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
