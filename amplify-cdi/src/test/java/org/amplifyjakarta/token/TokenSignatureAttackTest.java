package org.amplifyjakarta.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.RSAEncrypter;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.amplifyjakarta.cookie.InMemoryCookieStorage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens whose shape, algorithm, key or signature is wrong: part T of the list of attacks, first half. */
class TokenSignatureAttackTest {

    private static final Instant EXPIRY = PoolFixture.START.plus(Duration.ofMinutes(30));
    private static final String GOOD = TestToken.access("alice", EXPIRY).signed();
    private static final String HEADER = "{\"alg\":\"RS256\",\"kid\":\"pool-key\"}";
    private static final String CLAIMS =
            TestToken.access("alice", EXPIRY).claims().toString();

    private final PoolFixture pool = new PoolFixture();

    /** A token, and what is wrong with it. */
    record Bad(String token, Reason reason) {

        @Override
        public String toString() {
            return reason + " " + token.substring(0, Math.min(30, token.length())) + " " + token.hashCode();
        }
    }

    static Stream<Bad> unsigned() {
        return Stream.of("none", "None", "nOnE", "NONE")
                .flatMap(alg -> Stream.of(
                        new Bad(parts("{\"alg\":\"" + alg + "\"}", CLAIMS, ""), Reason.MALFORMED),
                        new Bad(parts("{\"alg\":\"" + alg + "\"}", CLAIMS, "AAAA"), noneReason(alg)),
                        new Bad(
                                parts("{\"alg\":\"" + alg + "\",\"kid\":\"pool-key\"}", CLAIMS, "AAAA"),
                                noneReason(alg))));
    }

    @ParameterizedTest
    @MethodSource("unsigned")
    @Tag("T-01")
    void unsignedTokensAreRefused(Bad bad) {
        assertRefused(bad);
    }

    @Test
    @Tag("T-02")
    void thePublicKeyIsNoSharedSecret() throws Exception {
        byte[] der = TestKeys.POOL.toRSAPublicKey().getEncoded();
        String pem = "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der) + "\n-----END PUBLIC KEY-----\n";
        byte[] modulus = TestKeys.POOL.getModulus().decode();
        byte[] jwk = TestKeys.POOL.toPublicJWK().toString().getBytes(StandardCharsets.UTF_8);

        for (byte[] secret : List.of(der, pem.getBytes(StandardCharsets.UTF_8), modulus, jwk)) {
            assertRefused(new Bad(hmac(secret), Reason.ALGORITHM));
        }
    }

    @Test
    @Tag("T-03")
    void theAlgorithmOfTheHeaderMustBeThatOfSignatureAndKey() {
        byte[] claims = CLAIMS.getBytes(StandardCharsets.UTF_8);

        assertRefused(new Bad(TestKeys.sign(HEADER, claims, TestKeys.POOL, "RSASSA-PSS"), Reason.SIGNATURE));
        assertRefused(new Bad(TestKeys.sign(HEADER, claims, TestKeys.POOL, "SHA512withRSA"), Reason.SIGNATURE));
        for (String alg : List.of("PS256", "ES256", "EdDSA")) {
            assertRefused(
                    new Bad(TestKeys.sign("{\"alg\":\"" + alg + "\",\"kid\":\"pool-key\"}", CLAIMS), Reason.ALGORITHM));
        }
    }

    @Test
    @Tag("T-03")
    void aKeyServesItsOwnAlgorithmAlone() {
        String key = TestKeys.POOL.toPublicJWK().toString();
        pool.jwks = "{\"keys\":[" + key.replace("{", "{\"alg\":\"RS512\",") + "]}";

        assertRefused(new Bad(GOOD, Reason.ALGORITHM));
    }

    @Test
    @Tag("T-04")
    void encryptedTokensAreRefusedBeforeDecryption() throws JOSEException {
        for (String inside : List.of(parts("{\"alg\":\"none\"}", CLAIMS, ""), GOOD)) {
            JWEObject jwe = new JWEObject(
                    new JWEHeader(JWEAlgorithm.RSA_OAEP_256, EncryptionMethod.A256GCM), new Payload(inside));
            jwe.encrypt(new RSAEncrypter(TestKeys.POOL));
            assertRefused(new Bad(jwe.serialize(), Reason.MALFORMED));
        }
        assertRefused(new Bad(GOOD + ".AAAA.AAAA", Reason.MALFORMED));
    }

    static Stream<Bad> keyIds() {
        String huge = "x".repeat(1_000_000);
        return Stream.of(
                new Bad(TestKeys.sign("{\"alg\":\"RS256\"}", CLAIMS), Reason.UNKNOWN_KEY),
                new Bad(withKeyId("\"\""), Reason.UNKNOWN_KEY),
                new Bad(withKeyId("7"), Reason.HEADER),
                new Bad(withKeyId("[\"pool-key\"]"), Reason.HEADER),
                new Bad(withKeyId("\"" + huge + "\""), Reason.MALFORMED),
                new Bad(withKeyId("\"../../etc/passwd\""), Reason.UNKNOWN_KEY),
                new Bad(withKeyId("\"' OR 1=1\""), Reason.UNKNOWN_KEY),
                new Bad(withKeyId("\"a\\r\\nb\""), Reason.UNKNOWN_KEY),
                new Bad(withKeyId("\"pool-key\\u0000\""), Reason.UNKNOWN_KEY));
    }

    @ParameterizedTest
    @MethodSource("keyIds")
    @Tag("T-05")
    void oddKeyIdsNameNoKeyAndCostOneFetchAtMost(Bad bad) {
        assertRefused(bad);
        assertRefused(bad);

        assertThat(pool.fetches.get()).isLessThanOrEqualTo(1);
    }

    @Test
    @Tag("T-06")
    void tenThousandUnknownKeysCostOneFetchAndNoGoodUserWaits() {
        assertThat(pool.tokens(pool.signedIn("alice"))).isPresent();

        for (int i = 0; i < 10_000; i++) {
            String header = "{\"alg\":\"RS256\",\"kid\":\"random-" + i + "\"}";
            assertThat(pool.tokens(session(parts(header, CLAIMS, "AAAA")))).isEmpty();
        }

        // the first at the start; a second is due only after the penalty
        assertThat(pool.fetches.get()).isEqualTo(1);
        assertThat(pool.tokens(pool.signedIn("alice"))).isPresent();
        pool.clock.advance(Duration.ofSeconds(11));
        pool.tokens(session(parts("{\"alg\":\"RS256\",\"kid\":\"x\"}", CLAIMS, "AAAA")));
        assertThat(pool.fetches.get()).isEqualTo(2);
    }

    @Test
    @Tag("T-07")
    void keysAreNeverFetchedFromWhereATokenSays() throws IOException {
        try (ServerSocket trap = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            String url = "http://127.0.0.1:" + trap.getLocalPort() + "/keys";
            String jwk = TestKeys.OTHER.toPublicJWK().toString();
            for (String where : List.of(
                    "\"jku\":\"" + url + "\"",
                    "\"x5u\":\"" + url + "\"",
                    "\"jku\":\"http://169.254.169.254/\"",
                    "\"jku\":\"file:///etc/passwd\"",
                    "\"jwk\":" + jwk)) {
                String header = "{\"alg\":\"RS256\",\"kid\":\"pool-key\"," + where + "}";
                byte[] claims = CLAIMS.getBytes(StandardCharsets.UTF_8);
                assertRefused(
                        new Bad(TestKeys.sign(header, claims, TestKeys.OTHER, "SHA256withRSA"), Reason.SIGNATURE));
            }
            trap.setSoTimeout(50);
            assertThatExceptionOfType(SocketTimeoutException.class).isThrownBy(trap::accept);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"crit\":[\"exp\"],\"exp\":1",
                "\"crit\":[\"b64\"],\"b64\":false",
                "\"b64\":false",
                "\"zip\":\"DEF\""
            })
    @Tag("T-08")
    void whatIsNotUnderstoodIsRefused(String parameters) {
        assertRefused(new Bad(
                TestKeys.sign("{\"alg\":\"RS256\",\"kid\":\"pool-key\"," + parameters + "}", CLAIMS), Reason.HEADER));
    }

    static Stream<Bad> brokenSignatures() {
        String unsigned = GOOD.substring(0, GOOD.lastIndexOf('.') + 1);
        String signature = GOOD.substring(unsigned.length());
        char flipped = signature.charAt(10) == 'A' ? 'B' : 'A';
        return Stream.of(
                new Bad(unsigned + signature.substring(0, 10) + flipped + signature.substring(11), Reason.SIGNATURE),
                new Bad(unsigned + signature.substring(0, signature.length() - 4), Reason.MALFORMED),
                new Bad(GOOD + "==", Reason.MALFORMED),
                new Bad(GOOD + "A", Reason.MALFORMED),
                new Bad(GOOD + "AA", Reason.MALFORMED),
                new Bad(nonCanonical(GOOD), Reason.MALFORMED),
                new Bad(unsigned, Reason.MALFORMED));
    }

    @ParameterizedTest
    @MethodSource("brokenSignatures")
    @Tag("T-10")
    void aSignatureHasOneSpelling(Bad bad) {
        assertThat(pool.tokens(session(bad.token()))).isEmpty();
        assertThat(pool.refusal()).isIn(bad.reason(), Reason.SIGNATURE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"+", "/", " ", "\n", "%2B", "=", "\u00e4"})
    @Tag("T-11")
    void partsAreBase64UrlAndNothingElse(String text) {
        String[] parts = GOOD.split("\\.");
        String token = parts[0] + "." + parts[1].substring(0, 8) + text + parts[1].substring(8) + "." + parts[2];

        assertThat(pool.pool.bearer(token, InMemoryCookieStorage.empty()).tokens())
                .isEmpty();
        assertThat(pool.refusal()).isEqualTo(Reason.MALFORMED);
    }

    private void assertRefused(Bad bad) {
        assertThat(pool.tokens(session(bad.token()))).isEmpty();
        assertThat(pool.refusal()).isEqualTo(bad.reason());
        assertThat(pool.client.refreshes()).isEmpty();
    }

    /** A session with nothing but this access token. */
    private static String session(String accessToken) {
        return PoolFixture.PREFIX + "LastAuthUser=alice; " + PoolFixture.PREFIX + "alice.accessToken=" + accessToken;
    }

    private static Reason noneReason(String alg) {
        return alg.equals("none") ? Reason.HEADER : Reason.ALGORITHM;
    }

    private static String withKeyId(String json) {
        return TestKeys.sign("{\"alg\":\"RS256\",\"kid\":" + json + "}", CLAIMS);
    }

    private static String parts(String header, String claims, String signature) {
        return TestKeys.base64(utf8(header)) + "." + TestKeys.base64(utf8(claims)) + "." + signature;
    }

    private static String nonCanonical(String token) {
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        int last = alphabet.indexOf(token.charAt(token.length() - 1));
        return IntStream.rangeClosed(1, 15)
                .mapToObj(bits -> token.substring(0, token.length() - 1) + alphabet.charAt(last ^ bits))
                .findFirst()
                .orElseThrow();
    }

    private static String hmac(byte[] secret) throws GeneralSecurityException {
        String input = parts("{\"alg\":\"HS256\",\"kid\":\"pool-key\"}", CLAIMS, "");
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret, "HmacSHA256"));
        return input + TestKeys.base64(mac.doFinal(utf8(input.substring(0, input.length() - 1))));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
