package org.amplifyjakarta.token;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens that the pool signed and that must make a guest all the same: part T of the list of attacks, second half. */
class TokenClaimsAttackTest {

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

    static Stream<byte[]> payloads() {
        return Stream.of(
                utf8("null"),
                utf8("[]"),
                utf8("\"x\""),
                utf8("x"),
                utf8("{"),
                utf8("\ufeff" + CLAIMS),
                CLAIMS.getBytes(StandardCharsets.UTF_16),
                new byte[] {'{', '"', (byte) 0xC0, (byte) 0xAF, '"', ':', '1', '}'},
                utf8(CLAIMS.replace("\"username\":\"alice\"", "\"username\":\"\\ud800\"")));
    }

    @ParameterizedTest
    @MethodSource("payloads")
    @Tag("T-13")
    void aPayloadIsAJsonObjectInUtf8(byte[] payload) {
        assertRefused(new Bad(TestKeys.sign(HEADER, payload, TestKeys.POOL, "SHA256withRSA"), Reason.CLAIMS));
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "[]", "\"x\"", "x", "{"})
    @Tag("T-13")
    void aHeaderIsAJsonObject(String header) {
        assertRefused(new Bad(TestKeys.sign(header, CLAIMS), Reason.HEADER));
    }

    static Stream<String> monsters() {
        String open = CLAIMS.substring(0, CLAIMS.length() - 1) + ",\"x\":";
        String group = "\"g\",";
        return Stream.of(
                open + "[".repeat(10_000) + "]".repeat(10_000) + "}",
                open + "{\"a\":".repeat(6_000) + "1" + "}".repeat(6_000) + "}",
                open + "\"" + "x".repeat(1_000_000) + "\"}",
                CLAIMS.replace("\"sub\"", "\"cognito:groups\":[" + group.repeat(100_000) + "\"g\"],\"sub\""),
                open + "9".repeat(1_000_000) + "}",
                CLAIMS.replace("\"exp\":" + EXPIRY.getEpochSecond(), "\"exp\":1e400"),
                CLAIMS.replace("\"exp\":" + EXPIRY.getEpochSecond(), "\"exp\":-0"),
                CLAIMS.replace("\"exp\":" + EXPIRY.getEpochSecond(), "\"exp\":NaN"));
    }

    @ParameterizedTest
    @MethodSource("monsters")
    @Tag("T-15")
    void monstersMakeGuestsAndNoFailures(String payload) {
        assertThat(pool.tokens(session(TestKeys.sign(HEADER, payload)))).isEmpty();
        assertThat(pool.refusal()).isIn(Reason.MALFORMED, Reason.CLAIMS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"1800000000\"", "-1", "0", "9007199254740993", "1e300", "true", "[]"})
    @Tag("T-16")
    void expiryIsAPositiveNumber(String value) {
        String claims = CLAIMS.replace("\"exp\":" + EXPIRY.getEpochSecond(), "\"exp\":" + value);

        assertRefused(new Bad(TestKeys.sign(HEADER, claims), Reason.CLAIMS));
    }

    @Test
    @Tag("T-16")
    void expiryMayHaveAFractionWhichIsCut() {
        String claims =
                CLAIMS.replace("\"exp\":" + EXPIRY.getEpochSecond(), "\"exp\":" + EXPIRY.getEpochSecond() + ".9");
        String token = TestKeys.sign(HEADER, claims);

        assertThat(pool.tokens(session(token))).isPresent();
        pool.clock.set(EXPIRY);
        assertThat(session(pool, token)).isEqualTo("TokenRefreshException");
    }

    @Test
    @Tag("T-16")
    void expiryIsRequired() {
        assertRefused(new Bad(TestToken.access("alice", EXPIRY).without("exp").signed(), Reason.CLAIMS));
    }

    static Stream<TestToken> foreign() {
        TestToken good = TestToken.access("alice", EXPIRY);
        return Stream.of(
                good.with("iss", TestToken.ISSUER.replace("Test00001", "Test00002")),
                good.with("iss", TestToken.ISSUER.replace("eu-west-1", "eu-west-2")),
                good.with("iss", TestToken.ISSUER + "/"),
                good.with("iss", TestToken.ISSUER.toUpperCase(Locale.ROOT)),
                good.with("iss", TestToken.ISSUER.replace("https", "http")),
                good.with("iss", Json.createArrayBuilder().add(TestToken.ISSUER).build()),
                good.without("iss"));
    }

    @ParameterizedTest
    @MethodSource("foreign")
    @Tag("T-19")
    void theIssuerIsComparedLetterByLetter(TestToken token) {
        assertRefused(new Bad(token.signed(), Reason.ISSUER));
    }

    @Test
    @Tag("T-17")
    @Tag("T-21")
    @Tag("T-22")
    @Tag("T-23")
    void claimsAreCheckedOfExpiredTokensTooAndNothingIsRefreshed() {
        for (Instant expiry : List.of(EXPIRY, PoolFixture.START.minusSeconds(100))) {
            TestToken good = TestToken.access("alice", expiry);
            assertRefused(new Bad(good.with("nbf", EXPIRY.getEpochSecond()).signed(), Reason.NOT_YET_VALID));
            assertRefused(new Bad(good.with("nbf", "soon").signed(), Reason.NOT_YET_VALID));
            assertRefused(new Bad(good.with("client_id", "another").signed(), Reason.CLIENT));
            assertRefused(new Bad(TestToken.id("alice", expiry).signed(), Reason.TOKEN_USE));
        }
        assertThat(pool.client.refreshes()).isEmpty();
    }

    @Test
    @Tag("T-23")
    void anAccessTokenIsNoIdToken() {
        String cookies = PoolFixture.cookies("alice", GOOD, GOOD);

        assertThat(pool.tokens(cookies).orElseThrow().idToken()).isEmpty();
    }

    @Test
    @Tag("T-24")
    void tokensOfTwoUsersAreNobodysSession() {
        String cookies =
                PoolFixture.cookies("alice", GOOD, TestToken.id("bob", EXPIRY).signed());

        assertThat(pool.tokens(cookies)).isEmpty();
        assertThat(pool.refusal()).isEqualTo(Reason.USER_MISMATCH);
    }

    @Test
    @Tag("T-25")
    void withoutAGoodIdTokenTheSessionHasNoIdClaims() {
        for (String id : List.of(
                "",
                "a.b.c",
                TestToken.id("alice", EXPIRY).with("aud", "another").signed())) {
            Tokens tokens = pool.tokens(PoolFixture.cookies("alice", GOOD, id)).orElseThrow();

            assertThat(tokens.idToken()).isEmpty();
            assertThat(tokens.accessToken().subject()).isEqualTo("sub-of-alice");
        }
    }

    @Test
    @Tag("T-26")
    void anAudienceIsOneText() {
        TestToken id = TestToken.id("alice", EXPIRY)
                .with(
                        "aud",
                        Json.createArrayBuilder()
                                .add(TestToken.CLIENT)
                                .add("another")
                                .build());

        assertThat(pool.tokens(PoolFixture.cookies("alice", GOOD, id.signed()))
                        .orElseThrow()
                        .idToken())
                .isEmpty();
    }

    @Test
    @Tag("T-27")
    void groupsAreAListOfTextsTakenLetterByLetter() {
        TestToken token = TestToken.access("alice", EXPIRY);
        List<String> odd = List.of("admin\u0000", "ADMIN", " admin", "**");

        assertThat(groups(token.with("cognito:groups", "admin"))).isEmpty();
        assertThat(groups(token.with(
                        "cognito:groups", Json.createArrayBuilder(odd).build())))
                .isEqualTo(odd)
                .doesNotContain("admin");
        assertThat(groups(token.with(
                        "cognito:groups",
                        Json.createArrayBuilder()
                                .add(Json.createArrayBuilder().add("admin"))
                                .build())))
                .isEmpty();
    }

    @Test
    @Tag("T-29")
    void aTokenEndsWithItsKey() {
        assertThat(pool.tokens(session(GOOD))).isPresent();
        pool.jwks = TestKeys.jwks(TestKeys.OTHER.toPublicJWK());
        pool.clock.advance(Duration.ofSeconds(11));

        // any unknown key makes the pool look again
        pool.tokens(session(parts("{\"alg\":\"RS256\",\"kid\":\"x\"}", CLAIMS, "AAAA")));

        assertThat(pool.tokens(session(GOOD))).isEmpty();
        assertThat(pool.refusal()).isEqualTo(Reason.UNKNOWN_KEY);
    }

    @Test
    @Tag("X-10")
    void nothingPrintsAToken() {
        Tokens tokens = pool.tokens(pool.signedIn("alice")).orElseThrow();
        List<Object> printed = new ArrayList<>(
                List.of(tokens, tokens.accessToken(), tokens.idToken().orElseThrow()));
        printed.add(tokens.accessToken().jwt());
        printed.addAll(pool.events);

        assertThat(printed).allSatisfy(object -> assertThat(object.toString()).doesNotContain("eyJ"));
    }

    private List<String> groups(TestToken token) {
        return pool.tokens(session(token.signed())).orElseThrow().accessToken().groups();
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

    private static String session(PoolFixture pool, String accessToken) {
        try {
            pool.tokens(session(accessToken));
            return "";
        } catch (SessionEndedException e) {
            return e.name();
        }
    }

    private static String parts(String header, String claims, String signature) {
        return TestKeys.base64(utf8(header)) + "." + TestKeys.base64(utf8(claims)) + "." + signature;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
