package org.amplifyjakarta.token;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.amplifyjakarta.Secret;

/**
 * A verified access token of Amazon Cognito. There is no other way to one than verification, so whoever holds it may
 * rely on its claims.
 *
 * <p>Immutable. It may have expired since: {@link #expiresAt()} tells.
 *
 * @see <a href="https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-the-access-token.html">
 *     Cognito: the access token</a>
 */
public final class AccessToken {

    private final Claims claims;
    private final String jwt;

    AccessToken(Claims claims, String jwt) {
        this.claims = claims;
        this.jwt = jwt;
    }

    /** Returns the user's immutable id, the claim {@code sub}. */
    public String subject() {
        return claims.subject();
    }

    /** Returns the user's name in the pool, the claim {@code username}. */
    public String username() {
        return claims.text("username").orElseGet(claims::subject);
    }

    /** Returns the groups, the claim {@code cognito:groups}; compare them exactly. Never null, empty for none. */
    public List<String> groups() {
        return claims.texts("cognito:groups");
    }

    /** Returns the scopes, the claim {@code scope} split at blanks. */
    public List<String> scopes() {
        return claims.text("scope").map(scope -> List.of(scope.split(" "))).orElse(List.of());
    }

    /** Returns the moment from which on the token is void. */
    public Instant expiresAt() {
        return claims.expiresAt();
    }

    /** Returns the moment of issue, if the token names one. */
    public Optional<Instant> issuedAt() {
        return claims.time("iat");
    }

    /** Returns all claims: JSON texts, numbers, booleans, lists and maps. Unmodifiable. */
    public Map<String, Object> claims() {
        return claims.values();
    }

    /** Returns the token itself, for the service that it is meant for. */
    public Secret jwt() {
        return Secret.of(jwt);
    }

    Claims verified() {
        return claims;
    }

    /** Shows subject and expiry, not the token. */
    @Override
    public String toString() {
        return "AccessToken[sub=" + subject() + ", exp=" + expiresAt() + "]";
    }
}
