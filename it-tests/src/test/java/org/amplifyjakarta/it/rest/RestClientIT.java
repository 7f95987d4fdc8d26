package org.amplifyjakarta.it.rest;

import static org.amplifyjakarta.it.support.SampleClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** MicroProfile REST Client and a plain Jakarta REST client against an API that checks signatures. */
@ExtendWith(ArquillianExtension.class)
class RestClientIT {

    private static final LocalAws AWS = LocalAws.start(0);

    private final BrowserCookies demo = BrowserCookies.of(AWS.signIn("demo"));

    @ArquillianResource
    private URL base;

    @Deployment(testable = false)
    static WebArchive application() {
        Map<String, String> configuration = LocalConfiguration.of(AWS);
        configuration.put("amplify.rest.mine.endpoint", AWS.notesUrl());
        configuration.put("amplify.rest.mine.auth-mode", "id-token");
        return Deployments.sample(RestClientIT.class, configuration)
                .addClasses(
                        ClientApplication.class,
                        ClientResource.class,
                        MineClient.class,
                        NotesClient.class,
                        NotesClient.Draft.class);
    }

    @BeforeEach
    void settle() {
        AWS.forgetCalls();
    }

    @AfterAll
    static void stop() {
        AWS.close();
    }

    @ParameterizedTest
    @CsvSource({
        "POST, note, /rest/client%20notes, 16, a%20b=c%2Bd%26",
        "POST, later, /rest/client%20notes/later, 16, ''",
        "PATCH, note, /rest/client%20notes/1%20%C3%BC, 12, ''",
        "DELETE, note, /rest/client%20notes/1%20%C3%BC, 0, ''",
        "POST, plain?host=HOST, /rest/plain, 16, ''"
    })
    void aCallIsSigned(String method, String path, String apiPath, int bytes, String query) throws Exception {
        JsonObject told = json(send(
                method, path.replace("HOST", URI.create(AWS.notesUrl()).getHost()), BodyPublishers.noBody(), demo));

        assertThat(told.getString("identityId")).startsWith("us-east-1:");
        assertThat(told.getString("path")).isEqualTo(apiPath);
        assertThat(told.getInt("bytes")).isEqualTo(bytes);
        assertThat(told.getString("query")).isEqualTo(query);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 5_000_000})
    void aBodyArrivesAsItWas(int size) throws Exception {
        String content = "x".repeat(size);

        JsonObject told = json(send("PUT", "note", BodyPublishers.ofString(content), demo));

        assertThat(told.getInt("bytes")).isEqualTo(size);
        assertThat(new SampleClient(base).get("client/note", demo).body()).isEqualTo(content);
    }

    @Test
    void everyRequestHasItsOwnSession() throws Exception {
        JsonObject user = json(send("POST", "later", BodyPublishers.noBody(), demo));
        JsonObject admin = json(send("POST", "later", BodyPublishers.noBody(), BrowserCookies.of(AWS.signIn("admin"))));
        JsonObject guest = json(send("POST", "later", BodyPublishers.noBody(), BrowserCookies.ofGuest()));

        assertThat(user.getString("identityId"))
                .isNotEqualTo(admin.getString("identityId"))
                .isNotEqualTo(guest.getString("identityId"));
    }

    @Test
    void whoeverIsNotSignedInIsToldSo() throws Exception {
        HttpResponse<String> answer = new SampleClient(base).get("client/mine", BrowserCookies.ofGuest());

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(json(answer).getString("error")).isEqualTo("UserUnAuthenticatedException");
        assertThat(AWS.calls()).doesNotContainKey("notes");
    }

    @Test
    void nothingIsAuthorizedForAnotherHost() throws Exception {
        String other = URI.create(AWS.notesUrl()).getHost().equals("localhost") ? "127.0.0.1" : "localhost";

        HttpResponse<String> answer = send("POST", "plain?host=" + other, BodyPublishers.noBody(), demo);

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(json(answer).getString("error")).isEqualTo("InvalidApiName");
        assertThat(AWS.calls()).doesNotContainKey("notes");
    }

    private HttpResponse<String> send(String method, String path, BodyPublisher body, BrowserCookies cookies)
            throws Exception {
        SampleClient client = new SampleClient(base);
        return client.send(
                client.request("client/" + path)
                        .header("Sec-Fetch-Site", "same-origin")
                        .header("Content-Type", "application/octet-stream")
                        .method(method, body),
                cookies);
    }
}
