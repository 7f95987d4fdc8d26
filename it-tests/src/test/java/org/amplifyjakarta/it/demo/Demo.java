package org.amplifyjakarta.it.demo;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.amplifyjakarta.it.localaws.LocalAws;
import org.amplifyjakarta.it.support.LocalConfiguration;
import org.jspecify.annotations.Nullable;

/**
 * Runs the sample until it is told to end: {@code mvn -Pdemo verify}. The server is a child process that ends with this
 * one, however this one ends; the local AWS runs in this process.
 */
public final class Demo {

    private static final Duration START_TIME = Duration.ofMinutes(3);

    private Demo() {}

    /** Starts everything; ends with SIGINT or SIGTERM, or when the server ends. */
    public static void main(String[] arguments) throws Exception {
        int samplePort = Integer.getInteger("sample.port", 8080);
        int localPort = Integer.getInteger("local.port", 9229);
        boolean withAws = !"false".equals(System.getProperty("local.aws"));
        requireFree(samplePort, "sample.port");
        if (withAws) {
            requireFree(localPort, "local.port");
        }
        CountDownLatch ended = new CountDownLatch(1);
        LocalAws aws = withAws ? LocalAws.start(localPort) : null;
        DemoServer server = DemoServer.named(
                System.getProperty("demo.server", "wildfly"),
                Path.of(System.getProperty("demo.target")),
                samplePort,
                aws == null ? Map.of() : configuration(aws, samplePort));
        try (Running running = new Running(aws, server.start())) {
            Runtime.getRuntime().addShutdownHook(new Thread(running::close, "demo-shutdown"));
            running.process.onExit().thenRun(ended::countDown);
            awaitPages(samplePort, ended);
            say("Posts is ready: http://localhost:" + samplePort + "/");
            ended.await();
        }
    }

    private static Map<String, String> configuration(LocalAws aws, int port) {
        Map<String, String> configuration = LocalConfiguration.withStorage(aws);
        configuration.putAll(LocalConfiguration.routes(aws, "http://localhost:" + port, ""));
        configuration.put("amplify.csrf.allowed-origins", "http://127.0.0.1:" + port);
        return configuration;
    }

    /** What must end with the demo. */
    private record Running(@Nullable LocalAws aws, Process process) implements AutoCloseable {

        @Override
        public void close() {
            process.destroy();
            try {
                if (!process.waitFor(10, TimeUnit.SECONDS)) {
                    process.destroyForcibly().waitFor();
                }
            } catch (InterruptedException e) {
                process.destroyForcibly();
            }
            if (aws != null) {
                aws.close();
            }
        }
    }

    private static void awaitPages(int port, CountDownLatch ended) throws InterruptedException {
        long deadline = System.nanoTime() + START_TIME.toNanos();
        while (!answers(port)) {
            if (ended.await(300, TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("demo: the server ended before its pages answered. See its log above.");
            }
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException(
                        "demo: no answer within " + START_TIME + ". See the server's log above.");
            }
        }
    }

    private static boolean answers(int port) {
        try {
            HttpURLConnection page = (HttpURLConnection)
                    URI.create("http://localhost:" + port + "/").toURL().openConnection();
            page.setConnectTimeout(1000);
            page.setReadTimeout(5000);
            return page.getResponseCode() == HttpURLConnection.HTTP_OK;
        } catch (IOException e) {
            return false;
        }
    }

    private static void requireFree(int port, String property) {
        try (ServerSocket probe = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            probe.setReuseAddress(true);
        } catch (IOException e) {
            throw new IllegalStateException(
                    "demo: port " + port + " is in use. Free it, or choose another with -D" + property + "=…", e);
        }
    }

    private static void say(String line) {
        System.out.println(line);
        System.out.flush();
    }
}
