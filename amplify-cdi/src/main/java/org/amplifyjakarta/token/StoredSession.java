package org.amplifyjakarta.token;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The session of one user as its cookies hold it: tokens that verified but for the time, which may be over.
 *
 * <p>Immutable.
 *
 * @param user the name inside the cookies' names
 * @param idToken null where there is none that verifies
 * @param refreshToken unverifiable; null where there is none
 * @param signInDetails JSON as the browser wrote it
 * @param deviceKey null where the device is not remembered
 */
record StoredSession(
        String user,
        Held accessToken,
        @Nullable Held idToken,
        @Nullable String refreshToken,
        @Nullable String signInDetails,
        @Nullable String deviceKey) {

    /** A token's text and its verified claims. */
    record Held(String jwt, Claims claims) {

        @Override
        public String toString() {
            return "Held[" + claims + "]";
        }
    }

    /** Tells whether the access token is past its time. */
    boolean isExpired(Instant now) {
        return !accessToken.claims.expiresAt().isAfter(now);
    }

    /** Tells whether a token is past its time, or so near it that it may be by the time it arrives somewhere. */
    boolean needsRefresh(Instant now, Duration tolerance) {
        Instant soon = now.plus(tolerance);
        return !accessToken.claims.expiresAt().isAfter(soon)
                || idToken != null && !idToken.claims.expiresAt().isAfter(soon);
    }

    /** Returns what the application may see; an id token that has expired is not shown. */
    Tokens tokens(Instant now) {
        Held shown = idToken != null && idToken.claims.expiresAt().isAfter(now) ? idToken : null;
        return new Tokens(
                new AccessToken(accessToken.claims, accessToken.jwt),
                shown == null ? null : new IdToken(shown.claims, shown.jwt),
                signInDetails);
    }

    /** Returns these tokens under the names of another request's cookies for the same session. */
    StoredSession inPlaceOf(StoredSession old) {
        return new StoredSession(old.user, accessToken, idToken, refreshToken, old.signInDetails, old.deviceKey);
    }

    /** Shows whose session it is, no token. */
    @Override
    public String toString() {
        return "StoredSession[" + accessToken.claims + "]";
    }
}
