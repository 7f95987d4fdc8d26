package org.amplifyjakarta.it.localaws;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalAwsTest {

    private final HttpClient http = HttpClient.newHttpClient();
    private final LocalAws aws = LocalAws.start(0);

    @AfterEach
    void stop() {
        aws.close();
    }

    @Test
    void rotationGivesANewTokenAndRefusesTheOldOne() throws Exception {
        aws.change(settings -> settings.withRotation(true));
        String old = aws.signIn("demo").refreshToken();

        JsonObject first = refresh(old);
        JsonObject again = refresh(old);

        assertThat(first.getJsonObject("AuthenticationResult").getString("RefreshToken"))
                .isNotEqualTo(old);
        assertThat(again.getString("__type")).isEqualTo("RefreshTokenReuseException");
    }

    @Test
    void withinTheGraceARotatedTokenStillServes() throws Exception {
        aws.change(settings -> settings.withRotation(true).withGraceSeconds(60));
        String old = aws.signIn("demo").refreshToken();

        refresh(old);

        assertThat(refresh(old)).containsKey("AuthenticationResult");
    }

    @Test
    void revocationEndsRefreshAndAccess() throws Exception {
        SignedIn tokens = aws.signIn("demo");

        call("RevokeToken", client().add("Token", tokens.refreshToken()));

        assertThat(refresh(tokens.refreshToken()).getString("__type")).isEqualTo("NotAuthorizedException");
        JsonObject user = call("GetUser", Json.createObjectBuilder().add("AccessToken", tokens.accessToken()));
        assertThat(user.getString("__type")).isEqualTo("NotAuthorizedException");
    }

    @Test
    void aWrongPasswordAndAnUnknownUserLookAlike() throws Exception {
        JsonObject wrong = password("demo", "wrong");
        JsonObject unknown = password("nobody", "wrong");

        assertThat(wrong).isEqualTo(unknown);
        assertThat(wrong.getString("__type")).isEqualTo("NotAuthorizedException");
    }

    @Test
    void aClientWithASecretMustProveIt() throws Exception {
        JsonObjectBuilder request = Json.createObjectBuilder()
                .add("ClientId", AppClient.WITH_SECRET.id())
                .add("RefreshToken", "any");

        assertThat(call("GetTokensFromRefreshToken", request).getString("message"))
                .contains("Unable to verify secret");
    }

    @Test
    void callsAreCountedAndForgotten() throws Exception {
        refresh("nothing");

        assertThat(send("GET", "/_local/calls", "").body()).isEqualTo("{\"GetTokensFromRefreshToken\":1}");
        send("DELETE", "/_local/calls", "");
        assertThat(send("GET", "/_local/calls", "").body()).isEqualTo("{}");
    }

    @Test
    void aFailureComesAsOftenAsTold() throws Exception {
        String fail = "{\"fail\":{\"operation\":\"GetTokensFromRefreshToken\",\"status\":503,\"times\":2}}";
        assertThat(send("PUT", "/_local/settings", fail).statusCode()).isEqualTo(200);
        String token = aws.signIn("demo").refreshToken();

        assertThat(refresh(token)).containsKey("__type");
        assertThat(refresh(token)).containsKey("__type");
        assertThat(refresh(token)).containsKey("AuthenticationResult");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"unknown\":1}",
                "{\"accessTokenSeconds\":0}",
                "{\"accessTokenSeconds\":\"1\"}",
                "{\"accessTokenSeconds\":1.5}",
                "{\"rotateRefreshTokens\":1}",
                "{\"latencyMillis\":-1}",
                "{\"mfa\":\"SOMETIMES\"}",
                "{\"mfaSetup\":[\"PASSKEY\"]}",
                "{\"requiredAttributes\":\"email\"}",
                "{\"challengeSeconds\":901}",
                "{\"fail\":{\"operation\":1}}",
                "{\"fail\":{\"operation\":\"x\",\"status\":200}}",
                "{\"fail\":{\"operation\":\"x\",\"status\":500,\"often\":1}}",
                "[]",
                ""
            })
    void wrongSettingsAreRefused(String settings) throws Exception {
        assertThat(send("PUT", "/_local/settings", settings).statusCode()).isEqualTo(400);
        assertThat(aws.settings()).isEqualTo(Settings.DEFAULTS);
    }

    @Test
    void whatThePoolAsksIsSetOverHttp() throws Exception {
        String changes = "{\"mfa\":\"ON\",\"mfaSetup\":[\"EMAIL_OTP\"],\"requiredAttributes\":[\"name\"],"
                + "\"signUpCodeSeconds\":1,\"resetCodeSeconds\":2,\"challengeSeconds\":3}";

        assertThat(send("PUT", "/_local/settings", changes).statusCode()).isEqualTo(200);

        assertThat(aws.settings().pool())
                .isEqualTo(new PoolSettings(PoolSettings.Mfa.ON, List.of(Factor.EMAIL_OTP), List.of("name"), 1, 2, 3));
    }

    @Test
    void aMultipleOfNIsRefused() throws Exception {
        JsonObjectBuilder request = client().add("AuthFlow", "USER_SRP_AUTH")
                .add(
                        "AuthParameters",
                        Json.createObjectBuilder().add("USERNAME", "demo").add("SRP_A", "0"));

        assertThat(call("InitiateAuth", request).getString("__type")).isEqualTo("InvalidParameterException");
    }

    private JsonObject refresh(String token) throws IOException, InterruptedException {
        return call("GetTokensFromRefreshToken", client().add("RefreshToken", token));
    }

    private JsonObject password(String username, String password) throws IOException, InterruptedException {
        return call(
                "InitiateAuth",
                client().add("AuthFlow", "USER_PASSWORD_AUTH")
                        .add(
                                "AuthParameters",
                                Json.createObjectBuilder()
                                        .add("USERNAME", username)
                                        .add("PASSWORD", password)));
    }

    private static JsonObjectBuilder client() {
        return Json.createObjectBuilder().add("ClientId", AppClient.WITHOUT_SECRET.id());
    }

    private JsonObject call(String operation, JsonObjectBuilder request) throws IOException, InterruptedException {
        HttpRequest post = HttpRequest.newBuilder(URI.create(aws.url() + "/"))
                .header("X-Amz-Target", "AWSCognitoIdentityProviderService." + operation)
                .POST(HttpRequest.BodyPublishers.ofString(request.build().toString()))
                .build();
        return Json.createReader(new StringReader(
                        http.send(post, BodyHandlers.ofString()).body()))
                .readObject();
    }

    private HttpResponse<String> send(String method, String path, String body)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(aws.url() + path))
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        return http.send(request, BodyHandlers.ofString());
    }
}
