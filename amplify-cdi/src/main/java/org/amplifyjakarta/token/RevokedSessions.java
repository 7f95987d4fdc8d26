package org.amplifyjakarta.token;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import org.amplifyjakarta.Digest;

/**
 * Sessions that this node has seen the end of, by the {@code origin_jti} that all tokens of one sign-in share: their tokens go on
 * verifying until they expire, a day at most, and are refused all the same. Safe for concurrent use.
 *
 * @see <a href="https://docs.aws.amazon.com/cognito/latest/developerguide/token-revocation.html">Cognito: ending user sessions
 *     with token revocation</a>
 */
final class RevokedSessions {

    private static final int MAX = 100_000;

    /** The longest life of an access token. */
    private static final Duration LIFE = Duration.ofDays(1);

    private static final String ORIGIN = "origin_jti";

    private final Cache<Digest, Boolean> ended = Caffeine.newBuilder()
            .maximumSize(MAX)
            .expireAfterWrite(LIFE)
            .executor(Runnable::run)
            .build();

    /** Notes the end of the session that a token is of; one without the claim cannot be told from others. */
    void add(Claims claims) {
        claims.text(ORIGIN).ifPresent(origin -> ended.put(Digest.of(origin), true));
    }

    boolean contains(Claims claims) {
        return ended.estimatedSize() > 0
                && claims.text(ORIGIN)
                        .filter(origin -> ended.getIfPresent(Digest.of(origin)) != null)
                        .isPresent();
    }
}
