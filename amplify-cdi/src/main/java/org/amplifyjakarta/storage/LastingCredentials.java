package org.amplifyjakarta.storage;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import org.amplifyjakarta.cognito.IdentityCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;

/** The credentials of a call that may take longer than they live: asked for again when their end is near. */
final class LastingCredentials implements AwsCredentialsProvider {

    private static final Duration NEAR = Duration.ofMinutes(5);

    private final Supplier<Optional<IdentityCredentials>> current;
    private final InstantSource clock;
    private volatile IdentityCredentials held;

    LastingCredentials(
            IdentityCredentials first, Supplier<Optional<IdentityCredentials>> current, InstantSource clock) {
        this.held = first;
        this.current = current;
        this.clock = clock;
    }

    /** Those of another identity would be somebody else's. */
    @Override
    public AwsCredentials resolveCredentials() {
        if (clock.instant().plus(NEAR).isAfter(held.expiration())) {
            current.get()
                    .filter(found -> found.identityId().equals(held.identityId()))
                    .ifPresent(found -> held = found);
        }
        return held.toAws();
    }
}
