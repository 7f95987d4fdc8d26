package org.amplifyjakarta.it.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.amplifyjakarta.it.localaws.LocalAws;
import org.amplifyjakarta.it.localaws.Settings;
import org.amplifyjakarta.it.support.BrowserCookies;
import org.amplifyjakarta.it.support.CachingLibrary;
import org.amplifyjakarta.it.support.Deployments;
import org.amplifyjakarta.it.support.LocalConfiguration;
import org.amplifyjakarta.it.support.ServerProcess;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Two servers in processes of their own share the sessions in a cache that both embed, and one of them is killed. */
class ClusterIT {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String REFRESH = "GetTokensFromRefreshToken";

    private final LocalAws aws = LocalAws.start(0);

    @ParameterizedTest
    @EnumSource
    void oneSessionOneRefreshAndNothingIsLost(CachingLibrary provider) throws Exception {
        try (Cluster cluster = Cluster.start(provider, aws)) {
            SignInSite one = cluster.site(0);
            SignInSite two = cluster.site(1);

            whatEndsOnOneServerEndsOnBoth(one, two);
            bothTogetherRefreshOnce(one, two);
            whatAServerLeavesUndoneIsDoneByTheOther(cluster.members.get(0), one, two);
        } finally {
            aws.close();
        }
    }

    private void whatEndsOnOneServerEndsOnBoth(SignInSite one, SignInSite two) throws Exception {
        BrowserCookies browser = signedIn("admin", one);
        String kept = browser.header();
        assertThat(List.of(one.me(browser), two.me(browser))).containsOnly(200);
        assertThat(kept).doesNotContain("eyJ", "Cognito");

        two.send("POST", SignInSite.SIGN_OUT, browser, "Sec-Fetch-Site", "same-origin");

        BrowserCookies thief = BrowserCookies.ofGuest();
        assertThat(one.get("api/me", thief, "Cookie", kept).statusCode()).isEqualTo(401);
        assertThat(two.get("api/me", thief, "Cookie", kept).statusCode()).isEqualTo(401);
    }

    private void bothTogetherRefreshOnce(SignInSite one, SignInSite two) throws Exception {
        BrowserCookies browser = withOldTokens("demo", one);
        String cookies = browser.header();
        aws.change(settings -> settings.withRotation(true).withLatencyMillis(300));
        aws.forgetCalls();
        List<Callable<HttpResponse<String>>> visits = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            SignInSite visited = i % 2 == 0 ? one : two;
            visits.add(() -> visited.get("api/me", BrowserCookies.ofGuest(), "Cookie", cookies));
        }
        ExecutorService threads = Executors.newFixedThreadPool(visits.size());
        try {
            for (Future<HttpResponse<String>> visit : threads.invokeAll(visits)) {
                assertThat(visit.get().statusCode()).isEqualTo(200);
                assertThat(visit.get().body()).contains("\"username\":\"demo\"");
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(aws.calls()).containsEntry(REFRESH, 1);
        aws.change(settings -> Settings.DEFAULTS);
    }

    private void whatAServerLeavesUndoneIsDoneByTheOther(Process first, SignInSite one, SignInSite two)
            throws Exception {
        BrowserCookies browser = withOldTokens("demo", one);
        String cookies = browser.header();
        aws.change(settings -> settings.withRotation(true).withGraceSeconds(60).withLatencyMillis(800));
        aws.forgetCalls();
        ExecutorService visitor = Executors.newSingleThreadExecutor();
        try {
            Future<HttpResponse<String>> lost =
                    visitor.submit(() -> one.get("api/me", BrowserCookies.ofGuest(), "Cookie", cookies));
            await(() -> aws.calls().containsKey(REFRESH));
            first.destroyForcibly().waitFor();
            assertThat(lost).failsWithin(PATIENCE);
        } finally {
            visitor.shutdownNow();
        }

        HttpResponse<String> answer = two.get("api/me", browser);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"username\":\"demo\"");
        assertThat(aws.calls()).containsEntry(REFRESH, 2);
        aws.change(settings -> Settings.DEFAULTS);
        assertThat(two.me(browser)).isEqualTo(200);
        assertThat(aws.calls()).containsEntry(REFRESH, 2);
    }

    /** Returns a browser whose tokens are to be refreshed by the next request already. */
    private BrowserCookies withOldTokens(String username, SignInSite site) throws Exception {
        aws.change(settings -> Settings.DEFAULTS.withAccessTokenSeconds(4).withRotation(true));
        BrowserCookies browser = signedIn(username, site);
        aws.change(settings -> settings.withAccessTokenSeconds(3600));
        return browser;
    }

    private static BrowserCookies signedIn(String username, SignInSite site) throws Exception {
        BrowserCookies browser = BrowserCookies.ofGuest();
        assertThat(site.signIn(username, browser).statusCode()).isEqualTo(200);
        return browser;
    }

    private static void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("patience").isLessThan(deadline);
            Thread.onSpinWait();
        }
    }

    /** Two servers of the kind under test, with the sample; they end with it. */
    private record Cluster(LocalAws aws, List<Integer> ports, List<Process> members) implements AutoCloseable {

        static Cluster start(CachingLibrary provider, LocalAws aws) throws Exception {
            String server = System.getProperty("arquillian.launch");
            Path target = Path.of(System.getProperty("it.target"));
            Path directory = Files.createDirectories(
                    target.resolve("cluster").resolve(server).resolve(provider.name()));
            Path war = directory.resolve("posts.war");
            provider.addTo(Deployments.sample("Cluster", Map.of()), provider.file())
                    .as(ZipExporter.class)
                    .exportTo(war.toFile(), true);
            List<Integer> ports = List.of(ServerProcess.freePort(), ServerProcess.freePort());
            List<Integer> clusterPorts = List.of(ServerProcess.freePort(), ServerProcess.freePort());
            Map<String, String> common = configuration(provider, aws, "http://localhost:" + ports.get(0));
            Cluster cluster = new Cluster(aws, ports, new ArrayList<>());
            try {
                for (int i = 0; i < 2; i++) {
                    Map<String, String> properties = new LinkedHashMap<>(common);
                    properties.put("cluster.port", clusterPorts.get(i).toString());
                    properties.put(
                            "cluster.others-port", clusterPorts.get(1 - i).toString());
                    Path own = directory.resolve("server-" + i);
                    ServerProcess member = new ServerProcess(server, own, target, war, ports.get(i), properties);
                    Files.createDirectories(own);
                    Process process =
                            member.start(Redirect.to(own.resolve("output.log").toFile()));
                    cluster.members.add(process);
                    awaitPages(member, process);
                }
                return cluster;
            } catch (Exception | Error e) {
                cluster.close();
                throw e;
            }
        }

        private static void awaitPages(ServerProcess member, Process process) throws InterruptedException {
            long deadline = System.nanoTime() + PATIENCE.toNanos();
            while (!member.answers()) {
                assertThat(process.waitFor(300, TimeUnit.MILLISECONDS) || System.nanoTime() > deadline)
                        .as("an end before the pages answered, see " + member.directory())
                        .isFalse();
            }
        }

        private static Map<String, String> configuration(CachingLibrary provider, LocalAws aws, String origin) {
            Map<String, String> properties = LocalConfiguration.of(aws);
            properties.putAll(LocalConfiguration.routes(aws, origin, ""));
            properties.put("amplify.token.call-timeout", "PT2S");
            properties.put("amplify.session.mode", "stored");
            properties.put("amplify.session.cache.provider", provider.type());
            properties.put("amplify.session.cache.uri", provider.uri(provider.file()));
            properties.put("cluster.name", UUID.randomUUID().toString());
            properties.put("java.net.preferIPv4Stack", "true");
            return properties;
        }

        SignInSite site(int member) throws IOException {
            URL base = URI.create("http://localhost:" + ports.get(member) + "/").toURL();
            return new SignInSite(aws, base);
        }

        @Override
        public void close() {
            members.forEach(Process::destroy);
            for (Process member : members) {
                try {
                    if (!member.waitFor(20, TimeUnit.SECONDS)) {
                        member.destroyForcibly().waitFor();
                    }
                } catch (InterruptedException e) {
                    member.destroyForcibly();
                }
            }
        }
    }
}
