package org.amplifyjakarta.it.localaws;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.JSONArrayUtils;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** Signs and checks the tokens of the local pool. */
final class TokenIssuer {

    private final String issuer;
    private volatile List<RSAKey> keys = List.of(newKey());

    TokenIssuer(String issuer) {
        this.issuer = issuer;
    }

    /** What both tokens of a sign-in have in common. */
    record Grant(LocalUser user, String clientId, String originJti, Instant authenticatedAt, String scope) {

        /** What an access token allows that the user pool API gave. */
        static final String API_SCOPE = "aws.cognito.signin.user.admin";

        boolean allows(String wanted) {
            return List.of(scope.split(" ")).contains(wanted);
        }
    }

    String accessToken(Grant grant, Instant now, int seconds) {
        return signed(common(grant, now, seconds)
                .claim("token_use", "access")
                .claim("client_id", grant.clientId())
                .claim("scope", grant.scope())
                .claim("username", grant.user().username()));
    }

    String idToken(Grant grant, Instant now, int seconds) {
        return idToken(grant, now, seconds, claims -> {});
    }

    /** Returns an id token with more claims. */
    String idToken(Grant grant, Instant now, int seconds, Consumer<JWTClaimsSet.Builder> more) {
        JWTClaimsSet.Builder claims = common(grant, now, seconds)
                .claim("token_use", "id")
                .claim("aud", grant.clientId())
                .claim("cognito:username", grant.user().username());
        grant.user().attributes().forEach((name, value) -> claims.claim(name, claim(name, value)));
        more.accept(claims);
        return signed(claims);
    }

    /** Returns an issuer of the same name, whose keys nobody knows. */
    TokenIssuer stranger() {
        return new TokenIssuer(issuer);
    }

    /** Returns the claims of an access token that this issuer signed and that is still alive. */
    Optional<JWTClaimsSet> verified(String token, String use, Instant now) {
        try {
            SignedJWT jwt = SignedJWT.parse(token);
            RSAKey key = keys.get(0);
            boolean good = jwt.verify(new RSASSAVerifier(key))
                    && use.equals(jwt.getJWTClaimsSet().getStringClaim("token_use"))
                    && jwt.getJWTClaimsSet().getExpirationTime().toInstant().isAfter(now);
            return good ? Optional.of(jwt.getJWTClaimsSet()) : Optional.empty();
        } catch (ParseException | JOSEException e) {
            return Optional.empty();
        }
    }

    /** Returns the public keys. */
    String jwks() {
        return new JWKSet(List.copyOf(keys)).toString();
    }

    /** Replaces the key by a new one. */
    void rotateKey() {
        keys = List.of(newKey());
    }

    /** Attributes are texts all, claims are not. */
    private static Object claim(String name, String value) {
        try {
            return switch (name) {
                case "email_verified" -> Boolean.parseBoolean(value);
                case "identities" -> JSONArrayUtils.parse(value);
                default -> value;
            };
        } catch (ParseException e) {
            throw new IllegalStateException("local AWS: " + name + " is no JSON", e);
        }
    }

    private JWTClaimsSet.Builder common(Grant grant, Instant now, int seconds) {
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .subject(grant.user().sub())
                .issuer(issuer)
                .claim("origin_jti", grant.originJti())
                .claim("event_id", UUID.randomUUID().toString())
                .claim("auth_time", grant.authenticatedAt().getEpochSecond())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(seconds)))
                .jwtID(UUID.randomUUID().toString());
        if (!grant.user().groups().isEmpty()) {
            claims.claim("cognito:groups", grant.user().groups());
        }
        return claims;
    }

    private String signed(JWTClaimsSet.Builder claims) {
        try {
            RSAKey key = keys.get(0);
            JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                    .keyID(key.getKeyID())
                    .build();
            SignedJWT jwt = new SignedJWT(header, claims.build());
            jwt.sign(new RSASSASigner(key));
            return jwt.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException("local AWS: signing failed", e);
        }
    }

    private static RSAKey newKey() {
        try {
            return new RSAKeyGenerator(2048)
                    .keyID(UUID.randomUUID().toString())
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.RS256)
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException("local AWS: no RSA key", e);
        }
    }
}
