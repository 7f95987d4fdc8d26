package org.amplifyjakarta.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.amplifyjakarta.Secret;
import org.amplifyjakarta.cognito.IdentityCredentials;
import org.junit.jupiter.api.Test;

class LastingCredentialsTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private int asked;

    @Test
    void whatLivesLongIsKept() {
        assertThat(key(Duration.ofMinutes(6), "me")).isEqualTo("old");
        assertThat(asked).isZero();
    }

    @Test
    void whatIsNearItsEndIsReplaced() {
        assertThat(key(Duration.ofMinutes(4), "me")).isEqualTo("new");
        assertThat(key(Duration.ofMinutes(-1), "me")).isEqualTo("new");
    }

    @Test
    void nobodyElsesAreTaken() {
        assertThat(key(Duration.ofMinutes(4), "another")).isEqualTo("old");
    }

    private String key(Duration life, String next) {
        return new LastingCredentials(
                        credentials("me", "old", NOW.plus(life)),
                        () -> {
                            asked++;
                            return Optional.of(credentials(next, "new", NOW.plusSeconds(3600)));
                        },
                        InstantSource.fixed(NOW))
                .resolveCredentials()
                .accessKeyId();
    }

    private static IdentityCredentials credentials(String identity, String key, Instant expiration) {
        return new IdentityCredentials(identity, key, Secret.of("s"), Secret.of("t"), expiration);
    }
}
