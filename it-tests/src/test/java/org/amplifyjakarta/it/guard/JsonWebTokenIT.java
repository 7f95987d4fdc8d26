package org.amplifyjakarta.it.guard;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.File;
import java.io.StringReader;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.time.Instant;
import org.amplifyjakarta.it.localaws.LocalAws;
import org.amplifyjakarta.it.support.BrowserCookies;
import org.amplifyjakarta.it.support.Deployments;
import org.amplifyjakarta.it.support.LocalConfiguration;
import org.amplifyjakarta.it.support.SampleClient;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An application with MicroProfile JWT's API, which neither server under test has by itself. */
@ExtendWith(ArquillianExtension.class)
class JsonWebTokenIT {

    private static final LocalAws AWS = LocalAws.start(0);

    @ArquillianResource
    private URL base;

    @Deployment(testable = false)
    static WebArchive application() throws URISyntaxException {
        URI api = JsonWebToken.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI();
        return Deployments.sample(JsonWebTokenIT.class, LocalConfiguration.of(AWS))
                .addClasses(JsonWebTokenApplication.class, JsonWebTokenResource.class)
                .addAsLibrary(new File(api));
    }

    @AfterAll
    static void stop() {
        AWS.close();
    }

    @Test
    void thePrincipalIsTheAccessToken() throws Exception {
        SampleClient client = new SampleClient(base);
        String answer = client.send(client.request("tokens/jwt"), BrowserCookies.of(AWS.signIn("admin")))
                .body();

        JsonObject token = Json.createReader(new StringReader(answer)).readObject();
        assertThat(token.getString("name")).isEqualTo("admin");
        assertThat(token.getString("subject")).hasSize(36);
        assertThat(token.getString("issuer")).endsWith("us-east-1_LocalPool");
        assertThat(token.getInt("parts")).isEqualTo(3);
        assertThat(token.getJsonArray("groups")).containsExactly(Json.createValue("admins"));
        assertThat(token.getJsonNumber("expires").longValue())
                .isGreaterThan(Instant.now().getEpochSecond());
        assertThat(token.getString("tokenUse")).isEqualTo("access");
        assertThat(token.getString("nothing")).isEqualTo("null");
    }
}
