package org.amplifyjakarta.it.credentials;

import static org.amplifyjakarta.it.support.SampleClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.net.URL;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.amplifyjakarta.it.localaws.LocalAws;
import org.amplifyjakarta.it.localaws.Settings;
import org.amplifyjakarta.it.localaws.SignedIn;
import org.amplifyjakarta.it.support.BrowserCookies;
import org.amplifyjakarta.it.support.Deployments;
import org.amplifyjakarta.it.support.LocalConfiguration;
import org.amplifyjakarta.it.support.SampleClient;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** AWS credentials of users and guests, counted at the local AWS. */
@ExtendWith(ArquillianExtension.class)
class CredentialsIT {

    private static final LocalAws AWS = LocalAws.start(0);
    private static final String GUEST_COOKIE =
            "com.amplify.Cognito.us-east-1%3A00000000-0000-4000-8000-000000000001.identityId";

    @ArquillianResource
    private URL base;

    @Deployment(testable = false)
    static WebArchive sample() {
        return Deployments.sample(CredentialsIT.class, LocalConfiguration.of(AWS));
    }

    @BeforeEach
    void forget() {
        AWS.change(settings -> Settings.DEFAULTS);
        AWS.forgetCalls();
    }

    @AfterAll
    static void stop() {
        AWS.close();
    }

    @Test
    void aUserHasAnIdentityAndCredentials() throws Exception {
        BrowserCookies user = BrowserCookies.of(AWS.signInNew("user-with-credentials", Duration.ZERO));

        JsonObject session = session(user);

        assertThat(session.getString("identityId")).startsWith("us-east-1:");
        assertThat(session.getString("credentialsExpireAt")).isNotEmpty();
        assertThat(user.value("identityId"))
                .as("a user's identity is in no cookie")
                .isEmpty();
    }

    @Test
    void aThousandRequestsOfOneUserCallCognitoOnce() throws Exception {
        SignedIn tokens = AWS.signInNew("user-of-a-thousand", Duration.ZERO);

        atOnce(1000, tokens);

        assertThat(calls()).isEqualTo(Map.of("GetId", 1, "GetCredentialsForIdentity", 1));
    }

    @Test
    @Tag("X-04")
    void twoHundredAtOnceOnAColdCacheCallCognitoOnce() throws Exception {
        AWS.change(settings -> settings.withLatencyMillis(300));

        atOnce(200, AWS.signInNew("user-of-two-hundred", Duration.ZERO));

        assertThat(calls()).isEqualTo(Map.of("GetId", 1, "GetCredentialsForIdentity", 1));
    }

    @Test
    void tokensAloneCostNoCredentials() throws Exception {
        BrowserCookies user = BrowserCookies.of(AWS.signInNew("user-of-tokens", Duration.ZERO));

        assertThat(new SampleClient(base).get("api/me", user).statusCode()).isEqualTo(200);

        assertThat(calls()).isEmpty();
    }

    @Test
    void aRefreshGetsNewCredentialsOfTheSameIdentity() throws Exception {
        BrowserCookies user = BrowserCookies.of(AWS.signIn("demo"));
        String identity = session(user).getString("identityId");
        AWS.forgetCalls();

        JsonObject refreshed = json(new SampleClient(base).get("api/session?forceRefresh=true", user));

        assertThat(refreshed.getString("identityId")).isEqualTo(identity);
        assertThat(calls()).isEqualTo(Map.of("GetTokensFromRefreshToken", 1, "GetCredentialsForIdentity", 1));
    }

    @Test
    void aGuestKeepsItsIdentityWhichBecomesTheUsers() throws Exception {
        BrowserCookies browser = BrowserCookies.ofGuest();
        String guest = session(browser).getString("identityId");

        assertThat(browser.value(GUEST_COOKIE)).isEqualTo(guest);
        assertThat(session(browser).getString("identityId")).isEqualTo(guest);
        assertThat(calls()).isEqualTo(Map.of("GetId", 1, "GetCredentialsForIdentity", 1));

        BrowserCookies signedIn = BrowserCookies.of(AWS.signInNew("user-who-was-a-guest", Duration.ZERO))
                .with(GUEST_COOKIE, browser.value(GUEST_COOKIE));
        assertThat(session(signedIn).getString("identityId")).isEqualTo(guest);
        assertThat(signedIn.value(GUEST_COOKIE)).isEmpty();
    }

    @Test
    @Tag("C-13")
    void anIdentityThatIsGoneIsReplaced() throws Exception {
        BrowserCookies browser =
                BrowserCookies.ofGuest().with(GUEST_COOKIE, "us-east-1%3A11111111-0000-4000-8000-000000000001");

        assertThat(session(browser).getString("identityId")).doesNotContain("11111111-");
        assertThat(browser.value(GUEST_COOKIE)).doesNotContain("11111111-");
    }

    @Test
    @Tag("X-09")
    void withoutTheIdentityPoolTokensGoOn() throws Exception {
        BrowserCookies user = BrowserCookies.of(AWS.signInNew("user-without-pool", Duration.ZERO));
        AWS.change(settings -> settings.withFail(new Settings.Fail("GetId", 500, "InternalErrorException", 1000)));

        assertThat(new SampleClient(base).get("api/me", user).statusCode()).isEqualTo(200);
        JsonObject session = session(user);

        assertThat(session.getBoolean("signedIn")).isTrue();
        assertThat(session.get("identityId")).isEqualTo(JsonValue.NULL);
    }

    /** Keys are fetched in the background, whenever that is. */
    private static Map<String, Integer> calls() {
        Map<String, Integer> calls = new TreeMap<>(AWS.calls());
        calls.remove("jwks");
        return calls;
    }

    private JsonObject session(BrowserCookies browser) throws Exception {
        return json(new SampleClient(base).get("api/session", browser));
    }

    private void atOnce(int requests, SignedIn tokens) throws Exception {
        SampleClient client = new SampleClient(base);
        ExecutorService threads = Executors.newFixedThreadPool(64);
        try {
            List<Future<String>> answers = new ArrayList<>();
            for (int i = 0; i < requests; i++) {
                answers.add(threads.submit(() -> json(client.get("api/session", BrowserCookies.of(tokens)))
                        .getString("identityId")));
            }
            String first = answers.get(0).get();
            for (Future<String> answer : answers) {
                assertThat(answer.get()).isEqualTo(first);
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
