package org.amplifyjakarta.credentials;

import com.github.benmanes.caffeine.cache.Expiry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import org.amplifyjakarta.cognito.IdentityCredentials;

/**
 * Credentials are given out until five minutes before they expire, or a tenth of their life if that is less; while they
 * are being fetched, as long as anybody waits.
 */
record CredentialsExpiry(InstantSource clock, Duration patience)
        implements Expiry<Object, CompletableFuture<IdentityCredentials>> {

    private static final Duration MARGIN = Duration.ofMinutes(5);

    @Override
    public long expireAfterCreate(Object key, CompletableFuture<IdentityCredentials> flight, long now) {
        if (!flight.isDone() || flight.isCompletedExceptionally()) {
            return patience.toNanos();
        }
        Duration life = Duration.between(clock.instant(), flight.join().expiration());
        Duration tenth = life.dividedBy(10);
        return Math.max(
                0, life.minus(tenth.compareTo(MARGIN) < 0 ? tenth : MARGIN).toNanos());
    }

    @Override
    public long expireAfterUpdate(Object key, CompletableFuture<IdentityCredentials> flight, long now, long remaining) {
        return expireAfterCreate(key, flight, now);
    }

    @Override
    public long expireAfterRead(Object key, CompletableFuture<IdentityCredentials> flight, long now, long remaining) {
        return remaining;
    }
}
