package org.amplifyjakarta.it.data;

import static org.amplifyjakarta.it.support.SampleClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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

/** DataStore and {@code withSSRContext} in requests of different users, in the auth modes of the models' rules. */
@ExtendWith(ArquillianExtension.class)
class DataStoreIT {

    private static final LocalAws AWS = LocalAws.start(0);

    private final BrowserCookies demo = BrowserCookies.of(AWS.signIn("demo"));
    private final BrowserCookies admin = BrowserCookies.of(AWS.signIn("admin"));
    private final BrowserCookies guest = BrowserCookies.ofGuest();

    @ArquillianResource
    private URL base;

    @Deployment(testable = false)
    static WebArchive sample() {
        Map<String, String> properties = LocalConfiguration.of(AWS);
        properties.put("amplify.datastore.auth-mode-strategy", "multi-auth");
        return Deployments.sample(DataStoreIT.class, properties)
                .addClasses(
                        StoreApplication.class,
                        StoreResource.class,
                        PostWithComments.class,
                        PostWithComments.Comment.class);
    }

    @BeforeEach
    void settle() {
        AWS.change(settings -> Settings.DEFAULTS);
        AWS.forgetModels();
        AWS.forgetCalls();
    }

    @AfterAll
    static void stop() {
        AWS.close();
    }

    @Test
    void postsAreQueried() throws Exception {
        AWS.fillPosts(2500);

        assertThat(get("store/count", guest).body()).isEqualTo("2500");
        assertThat(get("store/best?above=2400", guest).body()).isEqualTo("2499,2498,2497");
    }

    @Test
    void aPostLives() throws Exception {
        String id = send("POST", "store/posts?title=T", demo).body();

        assertThat(get("store/commented?content=first%20of%20T", demo).body()).isEqualTo("T");
        assertThat(send("PUT", "store/posts/" + id + "?title=U", demo).body()).isEqualTo("U");
        assertThat(send("DELETE", "store/posts/" + id, demo).body()).isEqualTo("U");
        assertThat(send("DELETE", "store/posts/" + id, demo).statusCode()).isEqualTo(404);
    }

    @Test
    void onlyTheOwnerWrites() throws Exception {
        String id = send("POST", "store/posts?title=Mine", demo).body();

        HttpResponse<String> byAdmin = send("PUT", "store/posts/" + id + "?title=Theirs", admin);

        assertThat(byAdmin.statusCode()).isEqualTo(403);
        assertThat(json(byAdmin).getString("error")).isEqualTo("Unauthorized");
        // asked by key, the API forbids it
        assertThat(send("POST", "store/posts?title=Nobody", guest).statusCode()).isEqualTo(403);
    }

    @Test
    void aTokenRefusedHalfWayMakesTheNextModeBeginAnew() throws Exception {
        AWS.fillPosts(1500, "demo");
        AWS.change(settings -> settings.withFail(new Settings.Fail("graphql", 401, "UnauthorizedException", 1, 1)));

        assertThat(get("store/count", demo).body()).isEqualTo("1500");
        assertThat(AWS.calls()).containsEntry("graphql", 4);
    }

    @Test
    @Tag("X-01")
    void usersAtTheSameTimeSeeTheirOwn() throws Exception {
        AWS.fillPosts(30, "demo");
        send("POST", "store/posts?title=Own", admin);
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<String>> requests = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                BrowserCookies who = i % 2 == 0 ? demo : admin;
                requests.add(() -> get("store/count", who).body());
            }
            List<Future<String>> counts = threads.invokeAll(requests);
            for (int i = 0; i < counts.size(); i++) {
                assertThat(counts.get(i).get()).isEqualTo(i % 2 == 0 ? "30" : "1");
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void oneObjectHasAuthApiAndDataStore() throws Exception {
        send("POST", "store/posts?title=Own", demo);
        AWS.fillPosts(2);

        assertThat(get("store/ssr", demo).body()).isEqualTo("demo|demo@example.com|Own|200");
        assertThat(get("store/ssr", guest).statusCode()).isEqualTo(401);
        // whoever asks
        assertThat(get("store/ssr/static", demo).body()).isEqualTo("UserUnAuthenticatedException|3");
    }

    private HttpResponse<String> get(String path, BrowserCookies cookies) throws Exception {
        return new SampleClient(base).get(path, cookies);
    }

    private HttpResponse<String> send(String method, String path, BrowserCookies cookies) throws Exception {
        SampleClient client = new SampleClient(base);
        return client.send(
                client.request(path).header("Sec-Fetch-Site", "same-origin").method(method, BodyPublishers.noBody()),
                cookies);
    }
}
