package org.amplifyjakarta.config;

import java.time.Duration;

/** Stub. */
public record TokenConfig(
        RefreshApi refreshApi,
        Duration refreshGrace,
        Duration expiryTolerance,
        Duration connectTimeout,
        Duration callTimeout,
        Duration jwksCacheTime,
        Duration jwksMinRefetchInterval,
        int verifiedTokenCacheSize) {
    public enum RefreshApi {
        GET_TOKENS_FROM_REFRESH_TOKEN,
        INITIATE_AUTH
    }
}
