package org.amplifyjakarta.it.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.amplifyjakarta.it.localaws.LocalAws;
import org.amplifyjakarta.it.support.BrowserCookies;
import org.amplifyjakarta.it.support.Deployments;
import org.amplifyjakarta.it.support.LocalConfiguration;
import org.amplifyjakarta.it.support.SampleClient;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two user pools in one application: the same ids, other keys, so that only the caches could mix them up. */
@ExtendWith(ArquillianExtension.class)
class TenantsIT {

    private static final LocalAws OWN = LocalAws.start(0);
    private static final LocalAws OTHER = LocalAws.start(0);

    @ArquillianResource
    private URL base;

    @Deployment(testable = false)
    static WebArchive tenants() {
        Map<String, String> configuration = LocalConfiguration.of(OWN);
        LocalConfiguration.of(OTHER)
                .forEach((key, value) -> configuration.put(key.replace("amplify.", "amplify.config.other."), value));
        configuration.put("amplify.config.other.auth.user-pool-id", "us-east-1_LocalPool");
        configuration.put("amplify.config.other.auth.user-pool-client-id", "localclient000000000000001");
        return Deployments.sample(TenantsIT.class, configuration).addClass(TenantResolver.class);
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
        OTHER.forgetCalls();
        OWN.forgetCalls();
        BrowserCookies other = BrowserCookies.of(OTHER.signIn("demo", Duration.ofHours(2)));

        assertThat(status(other, "other")).isEqualTo(200);

        assertThat(OTHER.calls()).containsEntry("GetTokensFromRefreshToken", 1);
        assertThat(OWN.calls()).doesNotContainKey("GetTokensFromRefreshToken");
    }

    private int status(BrowserCookies browser, String tenant) throws Exception {
        SampleClient client = new SampleClient(base);
        HttpResponse<String> answer = client.send(client.request("api/me").header("X-Tenant", tenant), browser);
        return answer.statusCode();
    }
}
