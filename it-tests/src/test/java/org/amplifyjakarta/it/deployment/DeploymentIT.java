package org.amplifyjakarta.it.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.amplifyjakarta.cookie.CookieName;
import org.amplifyjakarta.it.localaws.LocalAws;
import org.amplifyjakarta.it.support.BrowserCookies;
import org.amplifyjakarta.it.support.CachingLibrary;
import org.amplifyjakarta.it.support.Deployments;
import org.amplifyjakarta.it.support.LocalConfiguration;
import org.amplifyjakarta.it.support.SampleClient;
import org.amplifyjakarta.it.support.ServerAddress;
import org.amplifyjakarta.it.support.ServerLog;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.Filters;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(ArquillianExtension.class)
class DeploymentIT {

    private static final LocalAws AWS = LocalAws.start(0);
    private static final int REDEPLOYMENTS = 6;
    private static final int HELD_BY_SERVER = 2;
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    @ArquillianResource
    private Deployer deployer;

    @Deployment(name = "inspector", order = 1, testable = false)
    static WebArchive inspector() {
        return Deployments.bare("inspector").addClasses(InspectorServlet.class);
    }

    @Deployment(name = "faulty", managed = false, testable = false)
    static WebArchive faulty() {
        return Deployments.sample(
                        "faulty",
                        Map.ofEntries(
                                Map.entry("amplify.cookie.same-site", "Everywhere"),
                                Map.entry("amplify.cookie.path", "/posts"),
                                Map.entry("amplify.cookie.domain", "example.com"),
                                Map.entry("amplify.token.call-timeout", "soon"),
                                Map.entry("amplify.auth.user-pool-client-secret", "${sesame}"),
                                Map.entry("amplify.app-origin", "https://app.example.com"),
                                Map.entry("amplify.auth.oauth.domain", AWS.managedLoginDomain()),
                                Map.entry("amplify.auth.oauth.response-type", "token"),
                                Map.entry("amplify.session.mode", "encrypted"),
                                Map.entry("amplify.config.other.auth.oauth.domain", AWS.managedLoginDomain()),
                                Map.entry("amplify.config.other.auth.oauth.response-type", "implicit")))
                .addClasses(SeveralOperations.class)
                .addAsResource("graphql/posts.graphql");
    }

    @Deployment(name = "no-such-api", managed = false, testable = false)
    static WebArchive noSuchApi() {
        Map<String, String> configuration = LocalConfiguration.of(AWS);
        configuration.put("amplify.app-origin", ServerAddress.origin());
        configuration.put("amplify.session.mode", "stored");
        return Deployments.withGraphQLJava(Deployments.sample("no-such-api", configuration))
                .addClasses(StrayClient.class, StrayPost.class, StrayDocument.class)
                .addAsResource("graphql/stray.graphql");
    }

    @Deployment(name = "unconfigured", managed = false, testable = false)
    static WebArchive unconfigured() {
        WebArchive archive = Deployments.sample("unconfigured", Map.of());
        archive.delete("/WEB-INF/classes/amplify_outputs.json");
        return archive;
    }

    @Deployment(name = "again", managed = false, testable = false)
    static WebArchive again() {
        return Deployments.sample("again", LocalConfiguration.withStorage(AWS))
                .addClasses(NotesApplication.class, NotesApplication.NotesResource.class, NotesApplication.Notes.class);
    }

    @Deployment(name = "stored", managed = false, testable = false)
    static WebArchive stored() {
        String file = "store/hazelcast-alone.xml";
        Map<String, String> configuration = LocalConfiguration.of(AWS);
        configuration.put("amplify.app-origin", ServerAddress.origin());
        configuration.put("amplify.session.mode", "stored");
        configuration.put("amplify.session.cache.provider", CachingLibrary.HAZELCAST.type());
        configuration.put("amplify.session.cache.uri", CachingLibrary.HAZELCAST.uri(file));
        return CachingLibrary.HAZELCAST.addTo(Deployments.sample("stored", configuration), file);
    }

    @Deployment(name = "without-s3", managed = false, testable = false)
    static WebArchive withoutS3() {
        WebArchive archive = Deployments.libraries("without-s3")
                .addClasses(AuthOnlyApplication.class, AuthOnlyApplication.SignedInResource.class)
                .addAsResource("graphql/titles.graphql");
        archive.getContent(Filters.include("/WEB-INF/lib/(s3|aws-xml-protocol|arns|crt-core)-.*"))
                .keySet()
                .forEach(archive::delete);
        return archive;
    }

    @AfterAll
    static void stop() {
        AWS.close();
    }

    @Test
    @Tag("C-19")
    @Tag("S-12")
    void aWrongConfigurationFailsWithEveryFault() throws Exception {
        Throwable thrown = catchThrowable(() -> deployer.deploy("faulty"));
        if (thrown == null) {
            deployer.undeploy("faulty");
        }

        assertThat(thrown).isNotNull();
        assertThat(ServerLog.text())
                .contains(
                        "AMP-1001 amplify.cookie.same-site (\"Everywhere\"",
                        "AMP-1001 amplify.token.call-timeout (\"soon\"",
                        "AMP-1001 amplify.auth.user-pool-client-secret (text of 9 characters",
                        "AMP-1001 amplify.cookie.path (",
                        "AMP-1001 amplify.cookie.domain (",
                        "AMP-1001 amplify.auth.oauth.response-type (\"token\"",
                        "AMP-1001 amplify.config.other.auth.oauth.response-type (\"implicit\"",
                        SeveralOperations.class.getName()
                                + ".titles: graphql/posts.graphql: holds several operations, and graphql-java,");
    }

    @Test
    void aClientAModelADocumentOrAStoreThatIsNotThereFails() throws Exception {
        Throwable thrown = catchThrowable(() -> deployer.deploy("no-such-api"));
        if (thrown == null) {
            deployer.undeploy("no-such-api");
        }

        assertThat(thrown).isNotNull();
        assertThat(ServerLog.text())
                .contains(
                        "AMP-2510 amplify.session.mode: stored needs a caching provider of JCache, and JCache's API is not",
                        "AMP-6004 " + StrayClient.class.getName() + ": @AmplifyApi(\"stray\")",
                        "AMP-4501",
                        StrayPost.class.getName() + ".titel: is no field of the schema.",
                        "AMP-4503",
                        StrayDocument.class.getName() + ".stray: graphql/stray.graphql, line 4, column 7: "
                                + "Field 'titel' in type 'Post' is undefined.");
    }

    @Test
    void withoutConfigurationTheApplicationRunsUntilTheFirstUse() throws Exception {
        deployer.deploy("unconfigured");
        try {
            SampleClient client = new SampleClient(url("unconfigured"));

            HttpResponse<String> plain = client.get("api/plain", BrowserCookies.ofGuest());
            HttpResponse<String> session = client.get("api/session", BrowserCookies.ofGuest());

            assertThat(plain.statusCode()).isEqualTo(200);
            assertThat(session.statusCode()).isEqualTo(500);
            assertThat(SampleClient.json(session).getString("error")).isEqualTo("AuthUserPoolException");
        } finally {
            deployer.undeploy("unconfigured");
        }
    }

    @Test
    void withoutS3AndGraphQLJavaTheRestIsThere() throws Exception {
        deployer.deploy("without-s3");
        try {
            HttpResponse<String> answer =
                    new SampleClient(url("without-s3")).get("auth-only/signed-in", BrowserCookies.ofGuest());

            HttpResponse<String> document =
                    new SampleClient(url("without-s3")).get("auth-only/signed-in/document", BrowserCookies.ofGuest());

            assertThat(answer.body()).isEqualTo("no session to be had: AuthUserPoolException");
            assertThat(document.body()).startsWith("# taken as it is").contains("query Titles");
            assertThat(ServerLog.text()).contains("AMP-4504 Amplify documents: were not held against a schema");
        } finally {
            deployer.undeploy("without-s3");
        }
    }

    @Test
    @Tag("X-08")
    void undeploymentLeavesNothingBehind() throws Exception {
        SampleClient inspector = new SampleClient(url("inspector"));
        // other tests' applications, which the server has not let go of yet
        int before = left(inspector, 1);
        for (int i = 0; i < REDEPLOYMENTS; i++) {
            deployer.deploy("again");
            SampleClient client = new SampleClient(url("again"));
            BrowserCookies demo = BrowserCookies.of(AWS.signIn("demo"));
            assertThat(client.get("api/me", demo).statusCode()).isEqualTo(200);
            assertThat(client.get("api/photos", demo).statusCode()).isEqualTo(200);
            assertThat(client.get("api/rest/nothing", demo).statusCode()).isEqualTo(404);
            assertThat(client.get("api/posts", demo).statusCode()).isEqualTo(200);
            assertThat(client.get("notes", demo).statusCode()).isEqualTo(404);
            deployer.undeploy("again");
        }

        assertThat(left(inspector, 0))
                .as("threads of applications that are gone")
                .isZero();
        // servers let go of applications by and by, and hold on to the last one
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        int runtimes = left(inspector, 1) - before;
        while (runtimes > HELD_BY_SERVER && System.nanoTime() < deadline) {
            runtimes = left(inspector, 1) - before;
        }
        assertThat(runtimes).as("classes of applications that are gone").isLessThanOrEqualTo(HELD_BY_SERVER);
    }

    @ParameterizedTest
    @Tag("X-08")
    @ValueSource(booleans = {true, false})
    void undeploymentLeavesTheCluster(boolean joined) throws Exception {
        SampleClient inspector = new SampleClient(url("inspector"));
        String id = "amplify.session."
                + CookieName.ofClient("localclient000000000000001").tag() + ".id";
        deployer.deploy("stored");
        try {
            if (joined) {
                // who brings an id waits until the store has been opened
                HttpResponse<String> answer = new SampleClient(url("stored"))
                        .get("api/me", BrowserCookies.ofGuest().with(id, "A".repeat(43)));
                assertThat(answer.statusCode()).isEqualTo(401);
                assertThat(left(inspector, 2)).as("a member").isPositive();
            }
        } finally {
            deployer.undeploy("stored");
        }

        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (left(inspector, 2) > 0 && System.nanoTime() < deadline) {
            Thread.onSpinWait();
        }
        assertThat(left(inspector, 2)).as("threads of Hazelcast").isZero();
    }

    private static int left(SampleClient inspector, int which) throws Exception {
        String[] counts =
                inspector.get("left", BrowserCookies.ofGuest()).body().strip().split(" ");
        return Integer.parseInt(counts[which]);
    }

    private static URL url(String application) throws IOException {
        String port = System.getProperty(System.getProperty("arquillian.launch") + ".http.port");
        return URI.create("http://localhost:" + port + "/" + application + "/").toURL();
    }
}
