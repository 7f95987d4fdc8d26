package org.amplifyjakarta.token;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.amplifyjakarta.Digest;
import org.amplifyjakarta.Secret;
import org.jspecify.annotations.Nullable;

/**
 * A verified id token of Amazon Cognito. There is no other way to one than verification, so whoever holds it may rely on
 * its claims.
 *
 * <p>Immutable. It may have expired since: {@link #expiresAt()} tells.
 *
 * @see <a href="https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-the-id-token.html">
 *     Cognito: the id token</a>
 */
public final class IdToken {

    private final Claims claims;
    private final String jwt;

    /** Kept, because it costs more than all else that is done with known credentials. */
    private @Nullable Digest digest;

    IdToken(Claims claims, String jwt) {
        this.claims = claims;
        this.jwt = jwt;
    }

    /** Returns the user's immutable id, the claim {@code sub}. */
    public String subject() {
        return claims.subject();
    }

    /** Returns the user's name in the pool, the claim {@code cognito:username}. */
    public String username() {
        return claims.text("cognito:username").orElseGet(claims::subject);
    }

    /** Returns a text claim such as {@code email}; empty if it is absent or no text. */
    public Optional<String> claim(String name) {
        return claims.text(name);
    }

    /** Returns the moment from which on the token is void. */
    public Instant expiresAt() {
        return claims.expiresAt();
    }

    /** Returns all claims: JSON texts, numbers, booleans, lists and maps. Unmodifiable. */
    public Map<String, Object> claims() {
        return claims.values();
    }

    /** Returns the token itself, for the service that it is meant for. */
    public Secret jwt() {
        return Secret.of(jwt);
    }

    /** Returns what stands for the token where something is kept for it. */
    public Digest digest() {
        Digest known = digest;
        if (known == null) {
            // made twice at worst; a record is seen whole or not at all
            known = Digest.of(jwt);
            digest = known;
        }
        return known;
    }

    /** Shows subject and expiry, not the token. */
    @Override
    public String toString() {
        return "IdToken[sub=" + subject() + ", exp=" + expiresAt() + "]";
    }
}
