package org.amplifyjakarta.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64URL;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import org.amplifyjakarta.UnavailableException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys through outages, rotation and bad answers. */
@Tag("T-30")
class JwksSourceTest {

    private final PoolFixture pool = new PoolFixture();

    @Test
    @Tag("X-09")
    void withoutAnyKeyNobodyIsTakenForAGuest() {
        pool.jwksDown = true;

        assertThatExceptionOfType(UnavailableException.class)
                .isThrownBy(() -> pool.tokens(pool.signedIn("alice")))
                .satisfies(e -> assertThat(e.name()).isEqualTo("NetworkError"));
        pool.jwksDown = false;
        pool.clock.advance(Duration.ofSeconds(2));

        assertThat(pool.tokens(pool.signedIn("alice"))).isPresent();
    }

    @Test
    @Tag("X-09")
    void knownKeysServeThroughAnOutage() {
        String header = PoolFixture.cookies("alice", pool.in(Duration.ofDays(30)));
        pool.tokens(pool.signedIn("bob"));
        pool.jwksDown = true;

        pool.clock.advance(Duration.ofDays(7));

        assertThat(pool.tokens(header)).isPresent();
        assertThat(pool.fetches.get()).isEqualTo(2);
    }

    @Test
    void oldKeysAreFetchedAnewBehindTheCallersBack() {
        pool.tokens(pool.signedIn("alice"));
        pool.clock.advance(Duration.ofHours(7));

        pool.tokens(pool.signedIn("bob"));

        assertThat(pool.fetches.get()).isEqualTo(2);
    }

    @Test
    void aNewKeyIsFoundAtOnce() {
        pool.tokens(pool.signedIn("alice"));
        pool.jwks = TestKeys.jwks(TestKeys.POOL.toPublicJWK(), TestKeys.OTHER.toPublicJWK());
        pool.clock.advance(Duration.ofSeconds(11));
        String header = "{\"alg\":\"RS256\",\"kid\":\"other-key\"}";
        byte[] claims = TestToken.access("alice", pool.in(Duration.ofHours(1)))
                .claims()
                .toString()
                .getBytes(StandardCharsets.UTF_8);
        String token = TestKeys.sign(header, claims, TestKeys.OTHER, "SHA256withRSA");

        assertThat(pool.tokens(PoolFixture.cookies("alice", token, ""))).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html></html>", "{}", "{\"keys\":[]}", "{\"keys\":[{\"kty\":\"RSA\"}]}", "[]", "null", ""})
    void anAnswerThatIsNoKeySetReplacesNothing(String answer) {
        String header = pool.signedIn("alice");
        pool.tokens(header);
        pool.jwks = answer;
        pool.clock.advance(Duration.ofHours(7));
        String later = pool.signedIn("alice");

        assertThat(pool.tokens(later)).isPresent();
        assertThat(pool.tokens(later)).isPresent();
    }

    @Test
    void weakKeysAreNone() throws Exception {
        KeyPairGenerator small = KeyPairGenerator.getInstance("RSA");
        small.initialize(1024);
        RSAKey weak = new RSAKey.Builder((RSAPublicKey) small.generateKeyPair().getPublic())
                .keyID("pool-key")
                .build();
        assertUnusable(weak);
        assertUnusable(new RSAKey.Builder(TestKeys.POOL.getModulus(), Base64URL.encode(BigInteger.ONE))
                .keyID("pool-key")
                .build());
    }

    @Test
    void encryptionKeysAreNone() throws JOSEException {
        assertUnusable(new RSAKey.Builder(TestKeys.POOL.toRSAPublicKey())
                .keyID("pool-key")
                .keyUse(KeyUse.ENCRYPTION)
                .build());
    }

    @Test
    void ofTwoKeysWithOneIdTheFirstCounts() throws JOSEException {
        RSAKey twin = new RSAKey.Builder(TestKeys.OTHER.toRSAPublicKey())
                .keyID("pool-key")
                .build();
        pool.jwks = TestKeys.jwks(TestKeys.POOL.toPublicJWK(), twin);

        assertThat(pool.tokens(pool.signedIn("alice"))).isPresent();
    }

    private void assertUnusable(RSAKey key) {
        pool.jwks = TestKeys.jwks(key);
        assertThatExceptionOfType(UnavailableException.class).isThrownBy(() -> pool.tokens(pool.signedIn("alice")));
        pool.clock.advance(Duration.ofSeconds(2));
    }
}
