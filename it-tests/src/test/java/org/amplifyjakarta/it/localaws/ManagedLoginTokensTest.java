package org.amplifyjakarta.it.localaws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jwt.JWTClaimsSet;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.amplifyjakarta.it.support.RawHttp;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Managed login as an app meets it. */
class ManagedLoginTokensTest {

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.now());
    private final LocalAws aws = LocalAws.start(0, now::get);
    private final LoginApp app = LoginApp.of(aws);

    @AfterEach
    void stop() {
        aws.close();
    }

    @Test
    void theTokensHaveTheClaimsOfCognito() throws Exception {
        JsonObject tokens =
                app.token(app.exchanging(app.code("admin", app.asking().with("nonce", "n-0"))));

        assertThat(tokens.keySet())
                .containsExactlyInAnyOrder("id_token", "access_token", "refresh_token", "expires_in", "token_type");
        assertThat(tokens.getString("token_type")).isEqualTo("Bearer");
        assertThat(tokens.getInt("expires_in")).isEqualTo(3600);
        JWTClaimsSet id = LoginApp.claims(tokens, "id_token");
        JWTClaimsSet access = LoginApp.claims(tokens, "access_token");
        assertThat(id.getClaim("nonce")).isEqualTo("n-0");
        assertThat(id.getAudience()).containsExactly(AppClient.WITHOUT_SECRET.id());
        assertThat(id.getClaim("at_hash")).isEqualTo(Sha256.base64Url(tokens.getString("access_token"), 16));
        assertThat(id.getClaims()).containsKeys("jti", "origin_jti", "auth_time", "cognito:username", "token_use");
        assertThat(access.getClaim("scope")).isEqualTo("openid email profile aws.cognito.signin.user.admin");
        assertThat(access.getClaim("client_id")).isEqualTo(AppClient.WITHOUT_SECRET.id());
        assertThat(access.getClaim("origin_jti")).isEqualTo(id.getClaim("origin_jti"));
        assertThat(access.getClaim("cognito:groups")).isEqualTo(List.of("admins"));
    }

    @Test
    void withoutOpenIdThereIsNoIdToken() throws Exception {
        Form asked = app.asking().with("scope", "aws.cognito.signin.user.admin");

        assertThat(app.token(app.exchanging(app.code("demo", asked)))).doesNotContainKey("id_token");
    }

    @ParameterizedTest
    @CsvSource({
        "grant_type, '', invalid_request",
        "grant_type, password, unsupported_grant_type",
        "grant_type, client_credentials, unauthorized_client",
        "code, '', invalid_request",
        "code, unknown, invalid_grant",
        "code_verifier, '', invalid_request",
        "code_verifier, wwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwww, invalid_grant",
        "redirect_uri, '', invalid_request",
        "redirect_uri, https://evil.example/, unauthorized_client",
        "redirect_uri, http://localhost:8080/other, invalid_grant",
        "client_id, '', invalid_request",
        "client_id, unknown, invalid_client",
        "client_id, localclientwithsecret00001, invalid_client",
        "client_secret, any, invalid_client"
    })
    void anExchangeThatDiffersIsRefused(String name, String value, String error) throws Exception {
        aws.addCallbackUrl("http://localhost:8080/other");
        Form form = app.exchanging(app.code("demo", app.asking())).with(name, value);

        HttpResponse<String> answer = app.post("/oauth2/token", form);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).isEqualTo("{\"error\":\"" + error + "\"}");
    }

    @Test
    void aWrongVerifierUsesTheCodeUp() throws Exception {
        Form form = app.exchanging(app.code("demo", app.asking()));

        app.token(form.with("code_verifier", "w".repeat(43)));

        assertThat(app.token(form)).isEqualTo(refusal("invalid_grant"));
    }

    @Test
    void aReplayedCodeRevokesWhatItGave() throws Exception {
        Form form = app.exchanging(app.code("demo", app.asking()));
        JsonObject tokens = app.token(form);
        assertThat(app.getUser(tokens)).containsKey("Username");

        assertThat(app.token(form)).isEqualTo(refusal("invalid_grant"));

        assertThat(app.token(app.refreshing(tokens.getString("refresh_token")))).isEqualTo(refusal("invalid_grant"));
        assertThat(app.getUser(tokens).getString("__type")).isEqualTo("NotAuthorizedException");
    }

    @Test
    void aCodeServesForFiveMinutes() throws Exception {
        Form early = app.exchanging(app.code("demo", app.asking()));
        Form late = app.exchanging(app.code("demo", app.asking()));

        now.updateAndGet(time -> time.plus(Duration.ofSeconds(299)));
        assertThat(app.token(early)).containsKey("access_token");
        now.updateAndGet(time -> time.plus(Duration.ofSeconds(1)));
        assertThat(app.token(late)).isEqualTo(refusal("invalid_grant"));
    }

    @Test
    void theRefreshTokenServesHereAndAtTheUserPool() throws Exception {
        String refreshToken = app.signIn("demo").getString("refresh_token");

        JsonObject here = app.token(app.refreshing(refreshToken));
        JsonObject there = app.userPool(
                        "GetTokensFromRefreshToken",
                        Json.createObjectBuilder()
                                .add("ClientId", AppClient.WITHOUT_SECRET.id())
                                .add("RefreshToken", refreshToken))
                .getJsonObject("AuthenticationResult");

        assertThat(here).doesNotContainKey("refresh_token");
        assertThat(LoginApp.claims(here, "id_token").getClaim("nonce")).isNull();
        assertThat(LoginApp.claims(there, "AccessToken").getClaim("scope"))
                .isEqualTo("openid email profile aws.cognito.signin.user.admin");
    }

    @Test
    void withRotationARefreshGivesANewToken() throws Exception {
        aws.change(settings -> settings.withRotation(true));
        String old = app.signIn("demo").getString("refresh_token");

        String next = app.token(app.refreshing(old)).getString("refresh_token");

        assertThat(next).isNotEqualTo(old);
        assertThat(app.token(app.refreshing(old))).isEqualTo(refusal("invalid_grant"));
        assertThat(app.token(app.refreshing(next))).containsKey("access_token");
    }

    @Test
    void revocationEndsRefreshAndAccess() throws Exception {
        JsonObject tokens = app.signIn("demo");
        Form form = Form.of("client_id=" + AppClient.WITHOUT_SECRET.id());
        String refreshToken = tokens.getString("refresh_token");

        String answer = RawHttp.send(
                URI.create(aws.url()).toURL(),
                "POST",
                "/oauth2/revoke",
                "Content-Type: " + LoginBrowser.FORM_TYPE,
                "Content-Length: 0");
        HttpResponse<String> done = app.post("/oauth2/revoke", form.with("token", refreshToken));
        HttpResponse<String> again = app.post("/oauth2/revoke", form.with("token", "unknown"));

        assertThat(answer).startsWith("HTTP/1.1 400").endsWith("{\"error\":\"invalid_request\"}");
        assertThat(done.statusCode()).isEqualTo(200);
        assertThat(done.headers().firstValue("Content-Length")).contains("0");
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(app.token(app.refreshing(refreshToken))).isEqualTo(refusal("invalid_grant"));
        assertThat(app.getUser(tokens).getString("__type")).isEqualTo("NotAuthorizedException");
    }

    @Test
    void onlyARefreshTokenOfTheClientIsRevoked() throws Exception {
        JsonObject tokens = app.signIn("demo");
        Form form = Form.of("client_id=" + AppClient.WITHOUT_SECRET.id());
        String foreign = aws.signInWithSecret("demo", Duration.ZERO).refreshToken();

        assertThat(app.post("/oauth2/revoke", form.with("token", tokens.getString("access_token")))
                        .body())
                .isEqualTo("{\"error\":\"unsupported_token_type\"}");
        assertThat(app.post("/oauth2/revoke", form.with("token", foreign)).body())
                .isEqualTo("{\"error\":\"invalid_client\"}");
    }

    @Test
    void theClientWithASecretMustProveIt() throws Exception {
        Form asked = app.asking().with("client_id", AppClient.WITH_SECRET.id());
        Form byHeader = app.exchanging(app.code("demo", asked)).without("client_id");
        Form byBody = app.exchanging(app.code("demo", asked))
                .with("client_id", AppClient.WITH_SECRET.id())
                .with("client_secret", String.valueOf(AppClient.WITH_SECRET.secret()));

        HttpResponse<String> wrong = app.post("/oauth2/token", byHeader, "Authorization", basic("wrong"));
        HttpResponse<String> right = app.post(
                "/oauth2/token", byHeader, "Authorization", basic(String.valueOf(AppClient.WITH_SECRET.secret())));

        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.body()).isEqualTo("{\"error\":\"invalid_client\"}");
        assertThat(LoginApp.json(right.body())).containsKey("refresh_token");
        assertThat(app.token(byBody)).containsKey("refresh_token");
    }

    @Test
    void userInfoShowsWhatTheScopesAllow() throws Exception {
        JsonObject tokens =
                app.token(app.exchanging(app.code("demo", app.asking().with("scope", "openid email"))));

        HttpResponse<String> shown = userInfo("Bearer " + tokens.getString("access_token"));
        HttpResponse<String> forged = userInfo("Bearer x");
        HttpResponse<String> withoutScope =
                userInfo("Bearer " + aws.signIn("demo").accessToken());

        assertThat(LoginApp.json(shown.body()).keySet())
                .containsExactlyInAnyOrder("sub", "username", "email", "email_verified");
        assertThat(app.getUser(tokens).getString("message")).isEqualTo("Access Token does not have required scopes");
        for (HttpResponse<String> refused : List.of(forged, withoutScope, userInfo("None"))) {
            assertThat(refused.statusCode()).isEqualTo(401);
            assertThat(refused.headers().firstValue("WWW-Authenticate").orElse(""))
                    .startsWith("Bearer error=");
        }
    }

    @Test
    void theTokenEndpointFailsAsTold() throws Exception {
        Form form = app.exchanging(app.code("demo", app.asking()));
        aws.change(settings -> settings.withFail(new Settings.Fail("token", 429, "too_many", 1)));

        HttpResponse<String> failed = app.post("/oauth2/token", form);
        aws.change(settings -> settings.withFail(new Settings.Fail("token", 0, "", 1)));

        assertThat(failed.statusCode()).isEqualTo(429);
        assertThat(failed.body()).isEqualTo("{\"error\":\"too_many\"}");
        assertThatThrownBy(() -> app.token(form)).isInstanceOf(IOException.class);
        assertThat(aws.calls()).isEqualTo(Map.of("token", 2));
    }

    @Test
    void theTokenEndpointIsOnlyPostedTo() throws Exception {
        HttpResponse<String> answer = new LoginBrowser().get(aws.url() + "/oauth2/token?grant_type=authorization_code");

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow")).contains("POST");
    }

    @Test
    void idTokensAreTamperedWith() throws Exception {
        assertThat(id(TokenAnswer.OTHER_NONCE).getClaim("nonce")).isEqualTo("a-nonce-that-nobody-sent");
        assertThat(id(TokenAnswer.OTHER_CLIENT).getAudience()).doesNotContain(AppClient.WITHOUT_SECRET.id());
        assertThat(id(TokenAnswer.OTHER_USER).getClaim("cognito:username")).isNotEqualTo("demo");
        aws.answerTokens(TokenAnswer.UNKNOWN_KEY);
        String header = app.signIn("demo").getString("id_token").split("\\.")[0];
        String jwks = new LoginBrowser()
                .get(aws.issuerUri() + "/.well-known/jwks.json")
                .body();
        String kid = LoginApp.json(new String(Base64.getUrlDecoder().decode(header), StandardCharsets.UTF_8))
                .getString("kid");
        assertThat(jwks).doesNotContain(kid);
    }

    @Test
    void answersAreTamperedWith() throws Exception {
        assertThat(LoginApp.json(answer(TokenAnswer.NO_ID_TOKEN).body())).doesNotContainKey("id_token");
        assertThat(LoginApp.json(answer(TokenAnswer.NO_REFRESH_TOKEN).body())).doesNotContainKey("refresh_token");
        assertThat(answer(TokenAnswer.ERROR_WITH_200).body()).isEqualTo("{\"error\":\"invalid_grant\"}");
        assertThat(answer(TokenAnswer.HTML).body()).startsWith("<!DOCTYPE html>");
        assertThat(answer(TokenAnswer.HUGE).body()).hasSizeGreaterThan(10 * 1024 * 1024);
        HttpResponse<String> redirect = answer(TokenAnswer.REDIRECT);
        assertThat(redirect.statusCode()).isEqualTo(307);
        assertThat(aws.calls()).doesNotContainKey("elsewhere");
        app.post(LoginBrowser.location(redirect).replaceFirst("http://[^/]+", ""), Form.of(""));
        assertThat(aws.calls()).containsEntry("elsewhere", 1);
        assertThat(LoginApp.json(answer(TokenAnswer.USUAL).body())).containsKeys("id_token", "refresh_token");
    }

    private JWTClaimsSet id(TokenAnswer answer) throws Exception {
        aws.answerTokens(answer);
        return LoginApp.claims(app.signIn("demo"), "id_token");
    }

    private HttpResponse<String> answer(TokenAnswer answer) throws IOException, InterruptedException {
        aws.answerTokens(answer);
        return app.post("/oauth2/token", app.exchanging(app.code("demo", app.asking())));
    }

    private HttpResponse<String> userInfo(String authorization) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(aws.url() + "/oauth2/userInfo"))
                .header("Authorization", authorization)
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    }

    private static String basic(String secret) {
        String pair = AppClient.WITH_SECRET.id() + ":" + secret;
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    private static JsonObject refusal(String error) {
        return Json.createObjectBuilder().add("error", error).build();
    }
}
