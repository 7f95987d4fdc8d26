package org.amplifyjakarta.config;

import java.time.Duration;

/**
 * How tokens are kept, checked and renewed. Immutable.
 *
 * @param refreshGrace how long late comers with old cookies get the same new tokens, zero to five minutes
 * @param expiryTolerance how long before its end a token is refreshed, zero to ten minutes
 * @param verifiedTokenCacheSize how many verified tokens are remembered, 0 to 1 000 000
 */
public record TokenConfig(
        RefreshApi refreshApi,
        Duration refreshGrace,
        Duration expiryTolerance,
        Timeouts timeouts,
        Jwks jwks,
        int verifiedTokenCacheSize) {

    /** The operation of Cognito that refreshes. */
    public enum RefreshApi {
        /** The one that knows rotation. */
        GET_TOKENS_FROM_REFRESH_TOKEN,
        /** The older one, for emulators and app clients that have not the other. */
        INITIATE_AUTH
    }

    /**
     * Limits for a call of Cognito.
     *
     * @param connect for connecting, PT0.1S to PT1M
     * @param call for the whole call with its retry, PT0.1S to PT2M
     */
    public record Timeouts(Duration connect, Duration call) {}

    /**
     * How keys are fetched.
     *
     * @param cacheTime age at which they are fetched anew, PT1M to P7D
     * @param minRefetchInterval least time between two fetches, PT1S to PT10M
     */
    public record Jwks(Duration cacheTime, Duration minRefetchInterval) {}

    static TokenConfig read(Values values) {
        Duration moment = Duration.ofMillis(100);
        return new TokenConfig(
                values.choice(ConfigKey.TOKEN_REFRESH_API, RefreshApi.class),
                values.duration(ConfigKey.TOKEN_REFRESH_GRACE, Duration.ZERO, Duration.ofMinutes(5)),
                values.duration(ConfigKey.TOKEN_EXPIRY_TOLERANCE, Duration.ZERO, Duration.ofMinutes(10)),
                new Timeouts(
                        values.duration(ConfigKey.TOKEN_CONNECT_TIMEOUT, moment, Duration.ofMinutes(1)),
                        values.duration(ConfigKey.TOKEN_CALL_TIMEOUT, moment, Duration.ofMinutes(2))),
                new Jwks(
                        values.duration(ConfigKey.TOKEN_JWKS_CACHE_TIME, Duration.ofMinutes(1), Duration.ofDays(7)),
                        values.duration(ConfigKey.TOKEN_JWKS_REFETCH, Duration.ofSeconds(1), Duration.ofMinutes(10))),
                values.number(ConfigKey.TOKEN_CACHE_SIZE, "", 0, 1_000_000));
    }
}
