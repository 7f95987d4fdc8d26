package org.amplifyjakarta.it.session;

import static org.amplifyjakarta.it.support.SampleClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.net.URL;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.amplifyjakarta.it.localaws.LocalAws;
import org.amplifyjakarta.it.localaws.Settings;
import org.amplifyjakarta.it.support.BrowserCookies;
import org.amplifyjakarta.it.support.Deployments;
import org.amplifyjakarta.it.support.LocalConfiguration;
import org.amplifyjakarta.it.support.SampleClient;
import org.amplifyjakarta.it.support.ServerLog;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(ArquillianExtension.class)
class SessionIT {

    private static final LocalAws AWS = LocalAws.start(0);

    @ArquillianResource
    private URL base;

    @Deployment(testable = false)
    static WebArchive sample() {
        return Deployments.sample(SessionIT.class, LocalConfiguration.of(AWS));
    }

    @BeforeEach
    void reset() {
        AWS.change(settings -> Settings.DEFAULTS);
        AWS.forgetCalls();
    }

    @AfterAll
    static void stop() {
        AWS.close();
    }

    @Test
    void aGuestIsRefusedWithAProblem() throws Exception {
        HttpResponse<String> answer = new SampleClient(base).get("api/me", BrowserCookies.ofGuest());

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(json(answer).keySet()).containsExactly("type", "title", "status", "detail", "error");
        assertThat(json(answer).getString("error")).isEqualTo("UserUnAuthenticatedException");
        assertThat(answer.headers().allValues("Cache-Control")).containsExactly("private, no-store");
    }

    @ParameterizedTest
    @ValueSource(strings = {"demo", "admin", "bob+test@example.com", "Zoë Q (test)"})
    void aUserOfTheBrowserIsThatUserOnTheServer(String username) throws Exception {
        BrowserCookies browser = BrowserCookies.of(AWS.signIn(username));

        HttpResponse<String> answer = new SampleClient(base).get("api/me", browser);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(json(answer).getString("username")).isEqualTo(username);
        assertThat(json(answer).getJsonObject("signInDetails").getString("loginId"))
                .isEqualTo(username);
        assertThat(answer.headers().allValues("Cache-Control")).containsExactly("private, no-store");
        assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
    }

    @Test
    void theGuideRouteAnswersTheUser() throws Exception {
        BrowserCookies browser = BrowserCookies.of(AWS.signIn("demo"));

        HttpResponse<String> answer = new SampleClient(base).get("apis/get-current-user", browser);

        assertThat(json(answer).getJsonObject("user").getString("username")).isEqualTo("demo");
    }

    @Test
    void groupsAreRoles() throws Exception {
        SampleClient client = new SampleClient(base);

        assertThat(client.get("api/admin", BrowserCookies.ofGuest()).statusCode())
                .isEqualTo(401);
        assertThat(client.get("api/admin", BrowserCookies.of(AWS.signIn("demo")))
                        .statusCode())
                .isEqualTo(403);
        assertThat(client.get("api/admin", BrowserCookies.of(AWS.signIn("admin")))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void attributesComeFromCognito() throws Exception {
        BrowserCookies browser = BrowserCookies.of(AWS.signIn("demo"));

        JsonObject attributes = json(new SampleClient(base).get("api/attributes", browser));

        assertThat(attributes.getString("email")).isEqualTo("demo@example.com");
        assertThat(attributes.getString("email_verified")).isEqualTo("true");
    }

    @Test
    void aGuestHasAnIdentityAndNoTokens() throws Exception {
        JsonObject session = json(new SampleClient(base).get("api/session", BrowserCookies.ofGuest()));

        assertThat(session.getBoolean("signedIn")).isFalse();
        assertThat(session.getJsonArray("groups")).isEmpty();
        assertThat(session.entrySet().stream()
                        .filter(entry -> entry.getValue() == JsonValue.NULL)
                        .map(Map.Entry::getKey))
                .containsExactly("username", "userSub", "accessTokenExpiresAt");
        assertThat(session.getString("identityId")).startsWith("us-east-1:");
    }

    @Test
    void expiredTokensAreRefreshedAndReachTheBrowser() throws Exception {
        AWS.change(settings -> settings.withRotation(true));
        BrowserCookies browser = BrowserCookies.of(AWS.signIn("Zoë Q (test)", Duration.ofHours(2)));
        String old = browser.value(".refreshToken");
        SampleClient client = new SampleClient(base);

        HttpResponse<String> first = client.get("api/me", browser);
        HttpResponse<String> second = client.get("api/me", browser);

        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(first.headers().allValues("Set-Cookie"))
                .isNotEmpty()
                .allMatch(line -> line.contains("Path=/") && line.contains("Secure") && line.contains("SameSite=Lax"));
        assertThat(browser.value(".refreshToken")).isNotEqualTo(old);
        assertThat(second.statusCode()).isEqualTo(200);
        assertThat(second.headers().allValues("Set-Cookie")).isEmpty();
        assertThat(AWS.calls()).containsEntry("GetTokensFromRefreshToken", 1);
    }

    @Test
    void aForcedRefreshGivesNewTokens() throws Exception {
        BrowserCookies browser = BrowserCookies.of(AWS.signIn("demo"));
        String old = browser.value(".accessToken");

        JsonObject session = json(new SampleClient(base).get("api/session?forceRefresh=true", browser));

        assertThat(session.getBoolean("signedIn")).isTrue();
        assertThat(browser.value(".accessToken")).isNotEqualTo(old);
        assertThat(AWS.calls()).containsEntry("GetTokensFromRefreshToken", 1);
    }

    @Test
    void aRevokedSessionEndsInTheBrowserToo() throws Exception {
        BrowserCookies browser = BrowserCookies.of(AWS.signIn("demo", Duration.ofHours(2)));
        AWS.revokeAllOf("demo");

        HttpResponse<String> answer = new SampleClient(base).get("api/me", browser);

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(browser.header()).isEmpty();
    }

    @Test
    @Tag("T-31")
    void whatCognitoSaysIsRevokedIsRefusedFromThenOn() throws Exception {
        SampleClient client = new SampleClient(base);
        BrowserCookies browser = BrowserCookies.of(AWS.signIn("demo"));
        BrowserCookies another = BrowserCookies.of(AWS.signIn("demo"));
        assertThat(client.get("api/me", browser).statusCode()).isEqualTo(200);
        AWS.revokeAllOf("demo");
        BrowserCookies later = BrowserCookies.of(AWS.signIn("demo"));

        assertThat(client.get("api/attributes", browser).statusCode()).isEqualTo(401);
        assertThat(client.get("api/me", browser).statusCode()).isEqualTo(401);
        // of the others nobody has heard yet
        assertThat(client.get("api/me", another).statusCode()).isEqualTo(200);
        assertThat(client.get("api/me", later).statusCode()).isEqualTo(200);
    }

    @Test
    void echoAnswersWhatItWasSentUpToItsLimit() throws Exception {
        BrowserCookies browser = BrowserCookies.of(AWS.signIn("demo"));
        SampleClient client = new SampleClient(base);

        assertThat(client.post("api/echo", "{\"a\":[1,null]}", browser).body()).isEqualTo("{\"a\":[1,null]}");
        assertThat(client.post("api/echo", "\"" + "x".repeat(70_000) + "\"", browser)
                        .statusCode())
                .isEqualTo(413);
        assertThat(client.post("api/echo", "{}", BrowserCookies.ofGuest()).statusCode())
                .isEqualTo(401);
    }

    @Test
    void aGuardedPageSendsAGuestToSignIn() throws Exception {
        SampleClient client = new SampleClient(base);

        HttpResponse<String> guest = client.navigate("account", BrowserCookies.ofGuest());
        HttpResponse<String> user = client.navigate("account", BrowserCookies.of(AWS.signIn("Zoë Q (test)")));

        assertThat(guest.statusCode()).isEqualTo(302);
        String context = base.getPath().substring(0, base.getPath().length() - 1);
        assertThat(guest.headers().firstValue("Location"))
                .hasValue(context + "/sign-in?returnTo=" + context.replace("/", "%2F") + "%2Faccount");
        assertThat(user.statusCode()).isEqualTo(200);
        assertThat(user.body()).contains("Zoë Q (test)");
    }

    @Test
    @Tag("X-10")
    @Tag("R-15")
    void noTokenGetsIntoTheServersLog() throws Exception {
        SampleClient client = new SampleClient(base);
        BrowserCookies expired = BrowserCookies.of(AWS.signIn("demo", Duration.ofHours(2)));
        BrowserCookies forged = BrowserCookies.of(AWS.signIn("demo"));
        String token = forged.value(".accessToken");
        forged.with(
                "CognitoIdentityServiceProvider.localclient000000000000001.demo.accessToken",
                token.substring(0, token.length() - 20) + "AAAAAAAAAAAAAAAAAAAA");

        client.get("api/me", expired);
        client.get("api/me", forged);
        client.get("api/me?token=${jndi:ldap://127.0.0.1/x}".replace("{", "%7B").replace("}", "%7D"), forged);

        assertThat(ServerLog.text()).contains("Amplify for Jakarta EE").doesNotContain("eyJ", "jndi:ldap");
    }
}
