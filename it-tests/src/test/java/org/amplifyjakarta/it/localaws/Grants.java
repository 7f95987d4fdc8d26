package org.amplifyjakarta.it.localaws;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.amplifyjakarta.it.localaws.TokenIssuer.Grant;
import org.jspecify.annotations.Nullable;

/** Refresh tokens, what they stand for, and what was revoked. */
final class Grants {

    private static final SecureRandom RANDOM = new SecureRandom();

    private record Refresh(Grant grant, @Nullable Instant rotatedAt) {}

    private final Map<String, Refresh> tokens = new HashMap<>();
    private final Set<String> revoked = new HashSet<>();

    synchronized String newToken(Grant grant) {
        byte[] bytes = new byte[512];
        RANDOM.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        tokens.put(token, new Refresh(grant, null));
        return token;
    }

    /** Returns what a refresh token stands for. */
    synchronized Grant use(String token, String clientId, Duration grace, Instant now) {
        Refresh refresh = tokens.get(token);
        if (refresh == null || !refresh.grant().clientId().equals(clientId)) {
            throw ServiceError.notAuthorized("Invalid Refresh Token");
        }
        if (revoked.contains(refresh.grant().originJti())) {
            throw ServiceError.notAuthorized("Refresh Token has been revoked");
        }
        if (refresh.rotatedAt() != null && !now.isBefore(refresh.rotatedAt().plus(grace))) {
            throw ServiceError.of("RefreshTokenReuseException", "Refresh token reuse detected");
        }
        return refresh.grant();
    }

    /** Marks a refresh token as rotated; its grace runs from the first time. */
    synchronized void rotated(String token, Instant now) {
        tokens.computeIfPresent(
                token, (key, refresh) -> refresh.rotatedAt() == null ? new Refresh(refresh.grant(), now) : refresh);
    }

    synchronized void revoke(String token, String clientId) {
        Refresh refresh = tokens.get(token);
        if (refresh == null) {
            throw ServiceError.of("InvalidParameterException", "Invalid token");
        }
        if (!refresh.grant().clientId().equals(clientId)) {
            throw ServiceError.of("UnauthorizedException", "The token is of another app client");
        }
        revoked.add(refresh.grant().originJti());
    }

    /** Revokes everything that comes of a sign-in, whether it was issued yet or not. */
    synchronized void revokeGrant(String originJti) {
        revoked.add(originJti);
    }

    synchronized void revokeAllOf(String sub) {
        tokens.values().stream()
                .filter(refresh -> refresh.grant().user().sub().equals(sub))
                .forEach(refresh -> revoked.add(refresh.grant().originJti()));
    }

    synchronized boolean isRevoked(@Nullable String originJti) {
        return revoked.contains(originJti);
    }
}
