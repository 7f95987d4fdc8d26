package org.amplifyjakarta.it.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URL;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.amplifyjakarta.it.localaws.LocalAws;
import org.amplifyjakarta.it.support.BrowserCookies;
import org.amplifyjakarta.it.support.Deployments;
import org.amplifyjakarta.it.support.LocalConfiguration;
import org.amplifyjakarta.it.support.SampleClient;
import org.amplifyjakarta.it.support.ServerAddress;
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

/** Two user pools in one application: the same ids, other keys, so that only the caches could mix them up. */
@ExtendWith(ArquillianExtension.class)
class TenantsIT {

    private static final LocalAws OWN = LocalAws.start(0);
    private static final LocalAws OTHER = LocalAws.start(0);

    @ArquillianResource
    private URL base;

    @Deployment(testable = false)
    static WebArchive tenants() {
        Map<String, String> configuration = withRoutes(OWN);
        withRoutes(OTHER)
                .forEach((key, value) -> configuration.put(key.replace("amplify.", "amplify.config.other."), value));
        configuration.put("amplify.config.other.auth.user-pool-id", "us-east-1_LocalPool");
        configuration.put("amplify.config.other.auth.user-pool-client-id", "localclient000000000000001");
        return Deployments.sample(TenantsIT.class, configuration).addClass(TenantResolver.class);
    }

    private static Map<String, String> withRoutes(LocalAws aws) {
        Map<String, String> configuration = LocalConfiguration.of(aws);
        configuration.putAll(LocalConfiguration.routes(aws, ServerAddress.origin(), "/TenantsIT"));
        return configuration;
    }

    @BeforeEach
    void forget() {
        OWN.forgetCalls();
        OTHER.forgetCalls();
    }

    @AfterAll
    static void stop() {
        OWN.close();
        OTHER.close();
    }

    @Test
    @Tag("X-08")
    void aSessionCountsInItsOwnPoolAlone() throws Exception {
        BrowserCookies own = BrowserCookies.of(OWN.signIn("demo"));
        BrowserCookies other = BrowserCookies.of(OTHER.signIn("demo"));

        for (int i = 0; i < 3; i++) {
            assertThat(status(own, "")).isEqualTo(200);
            assertThat(status(own, "other")).isEqualTo(401);
            assertThat(status(other, "other")).isEqualTo(200);
            assertThat(status(other, "")).isEqualTo(401);
        }
    }

    @Test
    @Tag("X-08")
    void aRefreshGoesToItsOwnPoolAlone() throws Exception {
        BrowserCookies other = BrowserCookies.of(OTHER.signIn("demo", Duration.ofHours(2)));

        assertThat(status(other, "other")).isEqualTo(200);

        assertThat(OTHER.calls()).containsEntry("GetTokensFromRefreshToken", 1);
        assertThat(OWN.calls()).doesNotContainKey("GetTokensFromRefreshToken");
    }

    @Test
    @Tag("S-06")
    void bothSignInByOneCallbackEachAtItsOwnPool() throws Exception {
        BrowserCookies browser = BrowserCookies.ofGuest();
        String own = callback(OWN, begin(browser, ""));
        String other = callback(OTHER, begin(browser, "other"));

        assertThat(get(other, browser, "other").statusCode()).isEqualTo(200);
        assertThat(status(browser, "other")).isEqualTo(200);
        assertThat(status(browser, "")).isEqualTo(401);
        assertThat(get(own, browser, "").statusCode()).isEqualTo(200);
        assertThat(status(browser, "")).isEqualTo(200);
        assertThat(OWN.calls()).containsEntry("token", 1);
        assertThat(OTHER.calls()).containsEntry("token", 1);
    }

    /** A code, and the verifier beside it, are for the pool that gave it and for nobody else. */
    @ParameterizedTest
    @CsvSource({"'', other", "other, ''"})
    @Tag("S-06")
    void theCodeOfOnePoolReachesNoOther(String begun, String completed) throws Exception {
        BrowserCookies browser = BrowserCookies.ofGuest();
        String callback = callback(begun.isEmpty() ? OWN : OTHER, begin(browser, begun));

        HttpResponse<String> answer = get(callback, browser, completed);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(SampleClient.json(answer).getString("error")).isEqualTo("InvalidState");
        assertThat(browser.header()).as("the flow is over").isEmpty();
        assertThat(OWN.calls()).doesNotContainKey("token");
        assertThat(OTHER.calls()).doesNotContainKey("token");
    }

    /** Mixed up by whoever can lead a browser: the one's code with the state that the other was sent. */
    @Test
    @Tag("S-06")
    void theCodeOfOnePoolWithTheStateOfTheOtherSignsNobodyIn() throws Exception {
        BrowserCookies browser = BrowserCookies.ofGuest();
        String own = callback(OWN, begin(browser, ""));
        String others = callback(OTHER, begin(browser, "other"));
        String mixed = own.replaceFirst("code=[^&]*", others.replaceFirst(".*[?&](code=[^&]*).*", "$1"));

        HttpResponse<String> answer = get(mixed, browser, "");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(SampleClient.json(answer).getString("error")).isEqualTo("invalid_grant");
        assertThat(status(browser, "")).isEqualTo(401);
        assertThat(get(others, browser, "other").statusCode())
                .as("the other flow lives")
                .isEqualTo(200);
    }

    /** Returns the address at managed login. */
    private URI begin(BrowserCookies browser, String tenant) throws Exception {
        return URI.create(get("api/auth/sign-in", browser, tenant)
                .headers()
                .firstValue("Location")
                .orElseThrow());
    }

    private static String callback(LocalAws aws, URI authorize) {
        return "api/auth/sign-in-callback?"
                + aws.authorize("demo", authorize.getRawQuery()).getRawQuery();
    }

    private int status(BrowserCookies browser, String tenant) throws Exception {
        return get("api/me", browser, tenant).statusCode();
    }

    private HttpResponse<String> get(String path, BrowserCookies browser, String tenant) throws Exception {
        SampleClient client = new SampleClient(base);
        return client.send(client.request(path).header("X-Tenant", tenant), browser);
    }
}
