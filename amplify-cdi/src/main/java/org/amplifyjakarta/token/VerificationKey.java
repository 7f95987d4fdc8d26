package org.amplifyjakarta.token;

import com.nimbusds.jose.Algorithm;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64URL;
import java.math.BigInteger;
import java.security.interfaces.RSAPublicKey;
import java.text.ParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A public key of a pool, ready to verify.
 *
 * <p>Immutable, safe for concurrent use.
 */
final class VerificationKey {

    private static final int MIN_BITS = 2048;
    private static final BigInteger MIN_EXPONENT = BigInteger.valueOf(3);

    private final String id;
    private final @Nullable Algorithm algorithm;
    private final RSASSAVerifier verifier;

    private VerificationKey(String id, @Nullable Algorithm algorithm, RSAPublicKey key) {
        this.id = id;
        this.algorithm = algorithm;
        this.verifier = new RSASSAVerifier(key);
    }

    /**
     * Reads a key set; what is no RSA key for signatures of at least 2048 bits is left out.
     *
     * @throws ParseException if the text is no key set, or has no usable key
     */
    static Map<String, VerificationKey> parseAll(String jwks) throws ParseException {
        // the library stumbles over JSON that is no object
        if (!jwks.stripLeading().startsWith("{")) {
            throw new ParseException("no JSON object", 0);
        }
        Map<String, VerificationKey> keys = new LinkedHashMap<>();
        for (JWK jwk : JWKSet.parse(jwks).getKeys()) {
            of(jwk).ifPresent(key -> keys.putIfAbsent(key.id, key));
        }
        if (keys.isEmpty()) {
            throw new ParseException("no RSA key for signatures of at least " + MIN_BITS + " bits", 0);
        }
        return keys;
    }

    private static Optional<VerificationKey> of(JWK jwk) {
        boolean forSignatures = jwk.getKeyUse() == null || KeyUse.SIGNATURE.equals(jwk.getKeyUse());
        if (jwk.getKeyID() == null || !forSignatures || !(jwk instanceof RSAKey rsa)) {
            return Optional.empty();
        }
        try {
            RSAPublicKey key = rsa.toRSAPublicKey();
            boolean strong = key.getModulus().bitLength() >= MIN_BITS
                    && key.getPublicExponent().compareTo(MIN_EXPONENT) >= 0
                    && key.getPublicExponent().testBit(0);
            return strong
                    ? Optional.of(new VerificationKey(jwk.getKeyID(), jwk.getAlgorithm(), key))
                    : Optional.empty();
        } catch (JOSEException e) {
            return Optional.empty();
        }
    }

    String id() {
        return id;
    }

    boolean isFor(JWSAlgorithm asked) {
        return algorithm == null || algorithm.equals(asked);
    }

    boolean verifies(JWSHeader header, CompactJws token) {
        try {
            return verifier.verify(header, token.signingInput(), new Base64URL(token.signature()));
        } catch (JOSEException e) {
            return false;
        }
    }
}
