package org.amplifyjakarta.authentication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.InputStream;
import java.math.BigInteger;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.amplifyjakarta.AmplifyException;
import org.amplifyjakarta.Secret;
import org.amplifyjakarta.cognito.AuthAnswer;
import org.amplifyjakarta.cognito.ScriptedAuthenticationClient;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Passwords are proved as Amplify JS does it, and to sound challenges alone. */
@Tag("S-19")
class SrpTest {

    private static final String ZERO = "SRP_B";

    static Stream<JsonObject> vectors() throws Exception {
        try (InputStream file = Objects.requireNonNull(SrpTest.class.getResourceAsStream("srp-vectors.json"));
                JsonReader reader = Json.createReader(file)) {
            return reader.readArray().getValuesAs(JsonObject.class).stream();
        }
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void theProofIsThatOfAmplifyJs(JsonObject vector) {
        Srp srp = new Srp(new BigInteger(vector.getString("a"), 16));
        SrpChallenge challenge = SrpChallenge.of(Map.of(
                "USER_ID_FOR_SRP", vector.getString("username"),
                "SRP_B", vector.getString("B"),
                "SALT", vector.getString("SALT"),
                "SECRET_BLOCK", vector.getString("SECRET_BLOCK")));

        assertThat(srp.shownHex()).isEqualTo(vector.getString("A"));
        assertThat(PasswordProof.timestamp(Instant.parse(vector.getString("instant"))))
                .isEqualTo(vector.getString("timestamp"));
        assertThat(srp.signature(
                                "LocalPool",
                                challenge,
                                Secret.of(vector.getString("password")),
                                vector.getString("timestamp"))
                        .reveal())
                .isEqualTo(vector.getString("signature"));
    }

    static IntStream seeds() {
        return IntStream.range(0, 24);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aServerThatKnowsTheVerifierAloneTellsTheRightPasswordFromAnother(int seed) {
        Random random = new Random(seed);
        String password = random.ints(1 + random.nextInt(40), 0, 0x10FFFF)
                .filter(point -> point < 0xD800 || point > 0xDFFF)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .append(List.of("caf\u00e9", "cafe\u0301", "\0", "\ud83d\udd11").get(seed % 4))
                .toString();
        Srp srp = new Srp(new BigInteger(1024, random));
        SrpServer server = new SrpServer("Pool", "user " + seed, password, srp.shownHex(), random);

        assertThat(server.isProvedBy(answers(srp, server, password))).isTrue();
        assertThat(server.isProvedBy(answers(srp, server, password + " "))).isFalse();
        assertThat(server.isProvedBy(answers(srp, server, password + "\0"))).isFalse();
    }

    private static Map<String, String> answers(Srp srp, SrpServer server, String password) {
        String timestamp = "Thu Jan 1 00:00:00 UTC 2026";
        Secret proof = srp.signature("Pool", SrpChallenge.of(server.challenge()), Secret.of(password), timestamp);
        return Map.of("TIMESTAMP", timestamp, "PASSWORD_CLAIM_SIGNATURE", proof.reveal());
    }

    private record Unsound(String parameter, String value) {}

    static Stream<Unsound> unsound() {
        return Stream.of(
                new Unsound(ZERO, "0"),
                new Unsound(ZERO, "000"),
                new Unsound(ZERO, Srp.N.toString(16)),
                new Unsound(ZERO, ""),
                new Unsound(ZERO, "-1"),
                new Unsound(ZERO, "+1"),
                new Unsound(ZERO, "xyz"),
                new Unsound(ZERO, "1 "),
                new Unsound(ZERO, "\u0661"),
                new Unsound(ZERO, Srp.N.shiftLeft(16).toString(16)),
                new Unsound("SALT", ""),
                new Unsound("SALT", "-1"),
                new Unsound("SALT", "salt"),
                new Unsound("SALT", "1".repeat(200)),
                new Unsound("SECRET_BLOCK", ""),
                new Unsound("SECRET_BLOCK", "=*="),
                new Unsound("SECRET_BLOCK", "A".repeat(20_000)),
                new Unsound("USER_ID_FOR_SRP", ""));
    }

    @ParameterizedTest
    @MethodSource("unsound")
    void anUnsoundChallengeGetsNoProof(Unsound challenge) {
        assertNoProof(challenge, true);
        assertNoProof(challenge, false);
    }

    private static void assertNoProof(Unsound unsound, boolean there) {
        try (Scene scene = new Scene()) {
            scene.cognito.answers("InitiateAuth", call -> {
                Map<String, String> parameters = new HashMap<>(
                        new SrpServer("Test00001", "alice", Scene.PASSWORD, "2", new Random(1)).challenge());
                parameters.remove(unsound.parameter());
                if (there) {
                    parameters.put(unsound.parameter(), unsound.value());
                }
                return new AuthAnswer("PASSWORD_VERIFIER", parameters, null, null);
            });

            AmplifyException thrown = catchThrowableOfType(AmplifyException.class, scene::signIn);

            assertThat(thrown.name()).isEqualTo("SignInException");
            assertThat(thrown).hasMessageContaining(unsound.parameter());
            assertThat(scene.cognito.calls())
                    .extracting(ScriptedAuthenticationClient.Call::operation)
                    .containsExactly("InitiateAuth");
            assertThat(scene.cookies.setCookies()).isEmpty();
        }
    }
}
