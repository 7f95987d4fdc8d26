package org.amplifyjakarta.cognito;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpServer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.amplifyjakarta.Secret;
import org.amplifyjakarta.config.AmplifyConfig;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is sent to Cognito by app clients with and without a secret, and what is made of its answers. */
class SdkAuthenticationClientTest {

    private static final String CLIENT = "testclient00000000000000001";
    private static final String SECRET = "the-secret-of-the-client";

    private record Sent(String operation, JsonObject body) {}

    private final List<Sent> sent = new CopyOnWriteArrayList<>();
    private final HttpServer cognito = server();
    private volatile int status = 200;
    private volatile String answer = "{}";

    private static HttpServer server() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @BeforeEach
    void start() {
        cognito.createContext("/", exchange -> {
            String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
            sent.add(new Sent(
                    target.substring(target.indexOf('.') + 1),
                    Json.createReader(exchange.getRequestBody()).readObject()));
            byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/x-amz-json-1.1");
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        cognito.start();
    }

    @AfterEach
    void stop() {
        cognito.stop(0);
    }

    @Test
    void aClientWithASecretProvesItForTheUserOfEachCall() {
        try (SdkUserPoolClient pool = client(SECRET)) {
            AuthenticationClient client = pool.authentication();
            String hash = SecretHash.of("alice", CLIENT, Secret.of(SECRET));
            client.initiateSrp("alice", "abc");
            client.respond(new ChallengeResponse("SMS_MFA", "alice", Secret.of("s"), Map.of("SMS_MFA_CODE", "1")));
            client.signUp("alice", Secret.of("p"), Map.of("email", "a@b"));
            client.confirmSignUp("alice", Secret.of("1"));
            client.resendConfirmationCode("alice");
            client.forgotPassword("alice");
            client.confirmForgotPassword("alice", Secret.of("1"), Secret.of("p"));
            client.revoke(Secret.of("r"));

            assertThat(sent)
                    .hasSize(8)
                    .allMatch(each -> each.body().getString("ClientId").equals(CLIENT));
            assertThat(sent.get(0).body().getJsonObject("AuthParameters").getString("SECRET_HASH"))
                    .isEqualTo(hash);
            assertThat(sent.get(1).body().getJsonObject("ChallengeResponses").getString("SECRET_HASH"))
                    .isEqualTo(hash);
            assertThat(sent.subList(2, 7))
                    .allMatch(each -> each.body().getString("SecretHash").equals(hash));
            assertThat(sent.get(7).body().getString("ClientSecret")).isEqualTo(SECRET);
        }
    }

    @Test
    void aClientWithoutASecretProvesNothing() {
        try (SdkUserPoolClient pool = client("")) {
            AuthenticationClient client = pool.authentication();
            client.initiateSrp("alice", "abc");
            client.signUp("alice", Secret.of("p"), Map.of());
            client.revoke(Secret.of("r"));

            assertThat(sent).extracting(Sent::operation).containsExactly("InitiateAuth", "SignUp", "RevokeToken");
            assertThat(sent.toString()).doesNotContainIgnoringCase("secret");
            assertThat(sent.get(0).body().getString("AuthFlow")).isEqualTo("USER_SRP_AUTH");
        }
    }

    @Test
    void aChallengeIsReadAndTokensAre() {
        try (SdkUserPoolClient pool = client("")) {
            answer = "{\"ChallengeName\":\"SOMETHING_NEW\",\"Session\":\"s\",\"ChallengeParameters\":{\"a\":\"b\"}}";
            AuthAnswer challenge = pool.authentication().initiateSrp("alice", "abc");
            answer = "{\"AuthenticationResult\":{\"AccessToken\":\"at\",\"IdToken\":\"it\",\"RefreshToken\":\"rt\"}}";
            AuthAnswer tokens = pool.authentication().respond(new ChallengeResponse("X", "alice", null, Map.of()));

            assertThat(challenge)
                    .isEqualTo(new AuthAnswer("SOMETHING_NEW", Map.of("a", "b"), Secret.of("s"), null))
                    .hasToString("AuthAnswer[SOMETHING_NEW]");
            assertThat(tokens.tokens()).isEqualTo(new RefreshAnswer("at", "it", "rt"));
            assertThat(tokens.challenge()).isNull();
        }
    }

    @Test
    void anAuthenticatorAppIsSetUpByTheSession() {
        try (SdkUserPoolClient pool = client(SECRET)) {
            AuthenticationClient client = pool.authentication();
            answer = "{\"SecretCode\":\"JBSW\",\"Session\":\"s2\"}";
            assertThat(client.associateSoftwareToken(Secret.of("s1")))
                    .isEqualTo(new SoftwareToken(Secret.of("s2"), Secret.of("JBSW")));
            answer = "{\"Status\":\"SUCCESS\",\"Session\":\"s3\"}";
            assertThat(client.verifySoftwareToken(Secret.of("s2"), Secret.of("1")))
                    .hasValue(Secret.of("s3"));
            answer = "{\"Status\":\"ERROR\"}";
            assertThat(client.verifySoftwareToken(Secret.of("s2"), Secret.of("2")))
                    .isEmpty();

            assertThat(sent.get(1).body().toString()).isEqualTo("{\"Session\":\"s2\",\"UserCode\":\"1\"}");
        }
    }

    @Test
    void aDeliveryIsReadAndMayBeUntold() {
        try (SdkUserPoolClient pool = client("")) {
            answer = "{\"CodeDeliveryDetails\":{\"DeliveryMedium\":\"EMAIL\",\"Destination\":\"a***@b***\"}}";
            assertThat(pool.authentication().forgotPassword("alice")).hasValue(new Delivery("EMAIL", "a***@b***"));
            answer = "{}";
            assertThat(pool.authentication().resendConfirmationCode("alice")).isEmpty();
        }
    }

    @Test
    void whatCognitoRefusesIsAskedOnceAndWhatItCouldNotDoOnceMore() {
        try (SdkUserPoolClient pool = client("")) {
            status = 400;
            answer = "{\"__type\":\"UsernameExistsException\",\"message\":\"alice is there\"}";
            CognitoException refused = catchThrowableOfType(
                    CognitoException.class, () -> pool.authentication().signUp("alice", Secret.of("p"), Map.of()));
            assertThat(refused.name()).isEqualTo("UsernameExistsException");
            assertThat(refused).hasMessageNotContaining("alice");
            assertThat(sent).hasSize(1);

            status = 500;
            answer = "{\"__type\":\"InternalErrorException\"}";
            CognitoException failed = catchThrowableOfType(
                    CognitoException.class, () -> pool.authentication().signUp("alice", Secret.of("p"), Map.of()));
            assertThat(failed.isPassing()).isTrue();
            assertThat(sent).hasSize(3);
        }
    }

    private SdkUserPoolClient client(String secret) {
        AmplifyConfig config = AmplifyConfig.builder()
                .auth(auth -> auth.userPoolId("eu-west-1_Test00001")
                        .userPoolClientId(CLIENT)
                        .userPoolClientSecret(secret)
                        .userPoolEndpoint(
                                "http://localhost:" + cognito.getAddress().getPort()))
                .build();
        return new SdkUserPoolClient(config.requireUserPool(), config.token());
    }
}
