package org.amplifyjakarta.token;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.util.Base64URL;
import java.text.ParseException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import org.amplifyjakarta.Digest;
import org.amplifyjakarta.UnavailableException;
import org.amplifyjakarta.config.UserPoolConfig;
import org.amplifyjakarta.token.Verification.Expired;
import org.amplifyjakarta.token.Verification.Refused;
import org.amplifyjakarta.token.Verification.Verified;

/**
 * Decides whether a text is a token of one pool and app client: shape, algorithm, key, signature, and only then the
 * claims, the time last of all. Header parameters that point elsewhere ({@code jku}, {@code x5u}, {@code jwk},
 * {@code x5c}) are never followed.
 *
 * <p>A token that verified is not verified again until it expires or its key is withdrawn: the outcome is kept under the
 * token's digest. Refusals are not kept, so that nobody can fill the cache without a signature of the pool.
 *
 * <p>Safe for concurrent use.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8725">RFC 8725: JWT best current practices</a>
 * @see <a href="https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-tokens-verifying-a-jwt.html">
 *     Cognito: verifying JSON web tokens</a>
 */
final class TokenVerifier {

    private static final Set<JWSAlgorithm> ALGORITHMS =
            Set.of(JWSAlgorithm.RS256, JWSAlgorithm.RS384, JWSAlgorithm.RS512);
    private static final int MAX_KEY_ID = 256;

    /** A kept outcome; the use is part of it, so that an id token never passes for an access token. */
    private record Kept(TokenUse use, Claims claims) {}

    private final String issuer;
    private final String clientId;
    private final JwksSource keys;
    private final InstantSource clock;
    private final RevokedSessions revoked;
    private final Cache<Digest, Kept> verified;

    TokenVerifier(UserPoolConfig config, JwksSource keys, InstantSource clock, int cacheSize, RevokedSessions revoked) {
        this.issuer = config.issuer().toString();
        this.clientId = config.clientId();
        this.keys = keys;
        this.clock = clock;
        this.revoked = revoked;
        this.verified = Caffeine.newBuilder()
                .maximumSize(cacheSize)
                // the caller's thread does the housekeeping: no pool thread outlives the application
                .executor(Runnable::run)
                .build();
    }

    /**
     * Verifies a text.
     *
     * @throws UnavailableException if the pool's keys are not known and cannot be fetched
     */
    Verification verify(String text, TokenUse use) {
        Digest digest = Digest.of(text);
        Kept kept = verified.getIfPresent(digest);
        if (kept != null && kept.use == use) {
            return inTime(kept.claims);
        }
        Verification outcome = verifyAnew(text, use);
        if (outcome instanceof Verified fresh) {
            verified.put(digest, new Kept(use, fresh.claims()));
        }
        return outcome;
    }

    /** Forgets what was verified by keys that are withdrawn. */
    void forget(Set<String> keyIds) {
        verified.asMap().values().removeIf(kept -> keyIds.contains(kept.claims.keyId()));
    }

    private Verification verifyAnew(String text, TokenUse use) {
        Optional<CompactJws> parsed = CompactJws.parse(text);
        if (parsed.isEmpty()) {
            return new Refused(Reason.MALFORMED);
        }
        CompactJws token = parsed.get();
        Optional<JWSHeader> header = header(token);
        if (header.isEmpty()) {
            return new Refused(Reason.HEADER);
        }
        if (!ALGORITHMS.contains(header.get().getAlgorithm())) {
            return new Refused(Reason.ALGORITHM);
        }
        return verifySignature(token, header.get(), use);
    }

    private static Optional<JWSHeader> header(CompactJws token) {
        Base64URL encoded = new Base64URL(token.header());
        // the library stumbles over a header that is JSON but no object
        if (!encoded.decodeToString().startsWith("{")) {
            return Optional.empty();
        }
        try {
            JWSHeader header = JWSHeader.parse(encoded);
            boolean understood = header.getCriticalParams() == null
                    && !header.getIncludedParams().contains("b64")
                    && !header.getIncludedParams().contains("zip");
            return understood ? Optional.of(header) : Optional.empty();
        } catch (ParseException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Verification verifySignature(CompactJws token, JWSHeader header, TokenUse use) {
        String keyId = header.getKeyID();
        if (keyId == null || keyId.isEmpty() || keyId.length() > MAX_KEY_ID) {
            return new Refused(Reason.UNKNOWN_KEY);
        }
        Optional<VerificationKey> key = keys.find(keyId);
        if (key.isEmpty()) {
            return new Refused(Reason.UNKNOWN_KEY);
        }
        if (!key.get().isFor(header.getAlgorithm())) {
            return new Refused(Reason.ALGORITHM);
        }
        if (!key.get().verifies(header, token)) {
            return new Refused(Reason.SIGNATURE);
        }
        return ClaimsReader.read(token, keyId)
                .<Verification>map(claims -> verifyClaims(claims, use))
                .orElseGet(() -> new Refused(Reason.CLAIMS));
    }

    private Verification verifyClaims(Claims claims, TokenUse use) {
        if (!claims.text("iss").filter(issuer::equals).isPresent()) {
            return new Refused(Reason.ISSUER);
        }
        if (!claims.text("token_use").filter(use.claim()::equals).isPresent()) {
            return new Refused(Reason.TOKEN_USE);
        }
        if (!claims.text(use.clientClaim()).filter(clientId::equals).isPresent()) {
            return new Refused(Reason.CLIENT);
        }
        if (claims.text("sub").isEmpty() || claims.time("exp").isEmpty()) {
            return new Refused(Reason.CLAIMS);
        }
        if (claims.values().containsKey("nbf")
                && claims.time("nbf")
                        .filter(nbf -> !nbf.isAfter(clock.instant()))
                        .isEmpty()) {
            return new Refused(Reason.NOT_YET_VALID);
        }
        return inTime(claims);
    }

    private Verification inTime(Claims claims) {
        if (revoked.contains(claims)) {
            return new Refused(Reason.REVOKED);
        }
        Instant now = clock.instant();
        return claims.expiresAt().isAfter(now) ? new Verified(claims) : new Expired(claims);
    }
}
