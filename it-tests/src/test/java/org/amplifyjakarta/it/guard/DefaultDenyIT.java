package org.amplifyjakarta.it.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.http.HttpResponse;
import java.util.Map;
import org.amplifyjakarta.it.guard.resources.GuardedApplication;
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

/** An application where everything is for signed-in users unless it says otherwise. */
@ExtendWith(ArquillianExtension.class)
@Tag("R-07")
class DefaultDenyIT {

    private static final LocalAws AWS = LocalAws.start(0);

    @ArquillianResource
    private URL base;

    @Deployment(testable = false)
    static WebArchive closed() {
        Map<String, String> configuration = LocalConfiguration.of(AWS);
        configuration.put("amplify.guard.default-deny", "true");
        configuration.put("amplify.guard.public", "/,/assets/**,/api/session");
        return Deployments.sample(DefaultDenyIT.class, configuration).addPackage(GuardedApplication.class.getPackage());
    }

    @AfterAll
    static void stop() {
        AWS.close();
    }

    @Test
    void whatSaysNothingIsClosed() throws Exception {
        SampleClient client = new SampleClient(base);

        for (String path : new String[] {"api/plain", "guards/open", "guards/user", "nothing-there"}) {
            assertThat(client.get(path, BrowserCookies.ofGuest()).statusCode())
                    .as(path)
                    .isEqualTo(401);
        }
        assertThat(client.get("api/plain", BrowserCookies.of(AWS.signIn("demo")))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void whatIsPublicIsOpen() throws Exception {
        SampleClient client = new SampleClient(base);

        for (String path : new String[] {"", "assets/posts.css", "api/session", "sign-in", "guards/open/permit"}) {
            assertThat(client.get(path, BrowserCookies.ofGuest()).statusCode())
                    .as(path)
                    .isEqualTo(200);
        }
    }

    @Test
    void aGuestWhoGoesToAPageIsSentToSignInOnce() throws Exception {
        SampleClient client = new SampleClient(base);

        HttpResponse<String> refused = client.navigate("nothing-there", BrowserCookies.ofGuest());

        assertThat(refused.statusCode()).isEqualTo(302);
        assertThat(client.navigate("sign-in", BrowserCookies.ofGuest()).statusCode())
                .isEqualTo(200);
    }
}
