package org.amplifyjakarta.it.session;

import static org.amplifyjakarta.it.support.SampleClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.amplifyjakarta.it.localaws.LocalAws;
import org.amplifyjakarta.it.localaws.Settings;
import org.amplifyjakarta.it.localaws.Settings.Fail;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Cognito at its worst, and everybody at once. */
@ExtendWith(ArquillianExtension.class)
class FaultsIT {

    private static final LocalAws AWS = LocalAws.start(0);

    @ArquillianResource
    private URL base;

    @Deployment(testable = false)
    static WebArchive sample() {
        Map<String, String> configuration = LocalConfiguration.of(AWS);
        configuration.put("amplify.token.call-timeout", "PT1S");
        // Old cookies are sent for as long as a slow machine takes.
        configuration.put("amplify.token.refresh-grace", "PT5M");
        return Deployments.sample(FaultsIT.class, configuration);
    }

    @BeforeEach
    void reset() {
        AWS.change(settings -> Settings.DEFAULTS.withRotation(true));
        AWS.forgetCalls();
    }

    @AfterAll
    static void stop() {
        AWS.close();
    }

    @ParameterizedTest
    @CsvSource({
        "500, InternalErrorException, 2",
        "429, TooManyRequestsException, 2",
        "400, TooManyRequestsException, 2",
        "400, InvalidParameterException, 1",
        "0, cut, 1"
    })
    @Tag("X-09")
    void aFailingCognitoEndsNoSession(int status, String code, int calls) throws Exception {
        SampleClient client = new SampleClient(base);
        BrowserCookies browser = BrowserCookies.of(AWS.signIn("demo", Duration.ofHours(2)));
        String before = browser.header();
        AWS.change(settings ->
                settings.withGraceSeconds(60).withFail(new Fail("GetTokensFromRefreshToken", status, code, calls)));

        HttpResponse<String> during = client.get("api/me", browser);

        assertThat(during.statusCode()).isEqualTo(503);
        assertThat(Integer.parseInt(during.headers().firstValue("Retry-After").orElseThrow()))
                .isPositive();
        assertThat(browser.header()).isEqualTo(before);
        assertThat(AWS.calls()).containsEntry("GetTokensFromRefreshToken", calls);
        assertThat(client.get("api/me", browser).statusCode()).isEqualTo(200);
    }

    @Test
    @Tag("X-09")
    void aSlowCognitoIsNotWaitedForForever() throws Exception {
        SampleClient client = new SampleClient(base);
        BrowserCookies browser = BrowserCookies.of(AWS.signIn("demo", Duration.ofHours(2)));
        AWS.change(settings -> settings.withLatencyMillis(5_000).withGraceSeconds(60));

        HttpResponse<String> during = client.get("api/me", browser);

        assertThat(during.statusCode()).isEqualTo(503);
        AWS.change(settings -> settings.withLatencyMillis(0));
        assertThat(client.get("api/me", browser).statusCode()).isEqualTo(200);
    }

    @Test
    @Tag("X-09")
    void aTokenThatIsStillValidServesOn() throws Exception {
        BrowserCookies browser = BrowserCookies.of(AWS.signIn("demo"));
        AWS.change(
                settings -> settings.withFail(new Fail("GetTokensFromRefreshToken", 500, "InternalErrorException", 9)));

        HttpResponse<String> answer = new SampleClient(base).get("api/session?forceRefresh=true", browser);

        assertThat(json(answer).getBoolean("signedIn")).isTrue();
        assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
    }

    @Test
    @Tag("X-04")
    void twoHundredRequestsWithOneExpiredTokenRefreshOnce() throws Exception {
        SampleClient client = new SampleClient(base);
        var tokens = AWS.signIn("demo", Duration.ofHours(2));
        ExecutorService threads = Executors.newFixedThreadPool(200);
        try {
            List<Future<Integer>> answers = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                answers.add(threads.submit(
                        () -> client.get("api/me", BrowserCookies.of(tokens)).statusCode()));
            }
            for (Future<Integer> answer : answers) {
                assertThat(answer.get(60, TimeUnit.SECONDS)).isEqualTo(200);
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(AWS.calls()).containsEntry("GetTokensFromRefreshToken", 1);
    }

    @Test
    @Tag("X-01")
    void nobodyEverGetsAnothersAnswer() throws Exception {
        SampleClient client = new SampleClient(base);
        int users = 200;
        List<String> headers = new ArrayList<>();
        List<String> subjects = new ArrayList<>();
        for (int i = 0; i < users; i++) {
            var tokens = AWS.signInNew("user" + i, Duration.ofMinutes(i % 10 == 0 ? 120 : 0));
            headers.add(BrowserCookies.of(tokens).header());
            subjects.add("user" + i);
        }
        ExecutorService threads = Executors.newFixedThreadPool(64);
        try {
            List<Future<List<String>>> results = new ArrayList<>();
            for (int thread = 0; thread < 64; thread++) {
                results.add(threads.submit(() -> wrongAnswers(client, headers, subjects, 20_000 / 64 + 1)));
            }
            List<String> wrong = new ArrayList<>();
            for (Future<List<String>> result : results) {
                wrong.addAll(result.get(300, TimeUnit.SECONDS));
            }
            assertThat(wrong).isEmpty();
        } finally {
            threads.shutdownNow();
        }
    }

    /** The status and body of each, and who asked: a refusal is a fault, another's name a leak. */
    private static List<String> wrongAnswers(
            SampleClient client, List<String> headers, List<String> users, int requests) throws Exception {
        List<String> wrong = new ArrayList<>();
        for (int i = 0; i < requests; i++) {
            int user = ThreadLocalRandom.current().nextInt(users.size());
            var request = client.request("api/me").header("Cookie", headers.get(user));
            HttpResponse<String> answer = client.send(request, BrowserCookies.ofGuest());
            boolean right = answer.statusCode() == 200
                    && json(answer).getString("username").equals(users.get(user));
            if (!right) {
                wrong.add(users.get(user) + ": " + answer.statusCode() + " " + answer.body());
            }
        }
        return wrong;
    }
}
