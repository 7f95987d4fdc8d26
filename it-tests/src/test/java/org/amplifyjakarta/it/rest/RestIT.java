package org.amplifyjakarta.it.rest;

import static org.amplifyjakarta.it.support.SampleClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Random;
import org.amplifyjakarta.it.localaws.LocalAws;
import org.amplifyjakarta.it.localaws.Settings;
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
import org.junit.jupiter.params.provider.ValueSource;

/** The REST category against an API that checks signatures. */
@ExtendWith(ArquillianExtension.class)
class RestIT {

    private static final LocalAws AWS = LocalAws.start(0);

    private final BrowserCookies demo = BrowserCookies.of(AWS.signIn("demo"));

    @ArquillianResource
    private URL base;

    @Deployment(testable = false)
    static WebArchive sample() {
        return Deployments.sample(RestIT.class, LocalConfiguration.of(AWS));
    }

    @BeforeEach
    void settle() {
        AWS.change(settings -> Settings.DEFAULTS);
        AWS.forgetCalls();
    }

    @AfterAll
    static void stop() {
        AWS.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE"})
    void aCallIsSignedWithAndWithoutABody(String method) throws Exception {
        JsonObject empty = json(send(method, "notes/1", ""));
        JsonObject full = json(send(method, "notes/1", "{\"text\":\"ü\"}"));

        assertThat(empty.getString("method")).isEqualTo(method);
        assertThat(empty.getInt("bytes")).isZero();
        assertThat(full.getInt("bytes")).isEqualTo(method.equals("DELETE") ? 0 : 13);
        assertThat(full.getString("identityId")).startsWith("us-east-1:");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 100_000, 10_000_000})
    void bytesComeBackAsTheyWere(int size) throws Exception {
        byte[] data = new byte[size];
        new Random(size).nextBytes(data);
        SampleClient client = new SampleClient(base);
        client.send(
                client.request("api/rest/bytes/" + size)
                        .header("Content-Type", "application/octet-stream")
                        .header("Sec-Fetch-Site", "same-origin")
                        .PUT(BodyPublishers.ofByteArray(data)),
                demo);

        HttpRequest request = HttpRequest.newBuilder(URI.create(base + "api/rest/bytes/" + size))
                .header("Cookie", demo.header())
                .build();
        HttpResponse<byte[]> answer = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .build()
                .send(request, BodyHandlers.ofByteArray());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(data);
        HttpResponse<String> head = send("HEAD", "bytes/" + size, "");
        assertThat(head.headers().firstValue("X-Note-Bytes")).contains(Integer.toString(size));
    }

    @ParameterizedTest
    @Tag("P-09")
    @CsvSource({
        "a%20b/%C3%BC, /rest/a%20b/%C3%BC, ''",
        "@evil.com/x, /rest/@evil.com/x, ''",
        "q?b=2&a=1&a+c=%2B%26, /rest/q, b=2&a=1&a%20c=%2B%26",
        "tilde~star*(x)!', /rest/tilde~star*(x)!', ''"
    })
    void whatIsSignedIsWhatIsSent(String path, String expectedPath, String expectedQuery) throws Exception {
        HttpResponse<String> answer = send("POST", path, "x");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(json(answer).getString("path")).isEqualTo(expectedPath);
        assertThat(json(answer).getString("query")).isEqualTo(expectedQuery);
    }

    @Test
    void aGuestSignsToo() throws Exception {
        SampleClient client = new SampleClient(base);

        HttpResponse<String> answer = client.send(client.request("api/rest/nothing"), BrowserCookies.ofGuest());

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("X-Amzn-ErrorType")).contains("NotFoundException");
    }

    @Test
    void theApiRefusesWhatIsNotSignedRight() throws Exception {
        HttpRequest unsigned =
                HttpRequest.newBuilder(URI.create(AWS.notesUrl() + "/notes/1")).build();

        assertThat(HttpClient.newHttpClient()
                        .send(unsigned, BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @Tag("X-09")
    @CsvSource({"GET, 503, 2, 404", "PUT, 429, 2, 200", "POST, 503, 1, 503", "PATCH, 500, 1, 500", "GET, 403, 1, 403"})
    void onlyWhatIsSafeIsRepeated(String method, int status, int calls, int seen) throws Exception {
        AWS.change(settings -> settings.withFail(new Settings.Fail("notes", status, "SomeException", 1)));

        HttpResponse<String> answer = send(method, "repeated/" + method, "x");

        assertThat(answer.statusCode()).isEqualTo(seen);
        assertThat(AWS.calls()).containsEntry("notes", calls);
    }

    @Test
    @Tag("X-09")
    void aPostWhoseConnectionBreaksIsSentOnce() throws Exception {
        AWS.change(settings -> settings.withFail(new Settings.Fail("notes", 0, "cut", 1)));

        HttpResponse<String> answer = send("POST", "cut", "x");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(json(answer).getString("error")).isEqualTo("NetworkError");
        assertThat(AWS.calls()).containsEntry("notes", 1);
    }

    private HttpResponse<String> send(String method, String path, String body) throws Exception {
        SampleClient client = new SampleClient(base);
        HttpRequest.Builder request = client.request("api/rest/" + path).header("Sec-Fetch-Site", "same-origin");
        if (!body.isEmpty()) {
            request.header("Content-Type", "application/json");
        }
        boolean bodyless = body.isEmpty() || method.equals("GET");
        return client.send(
                request.method(method, bodyless ? BodyPublishers.noBody() : BodyPublishers.ofString(body)), demo);
    }
}
