package org.amplifyjakarta.it.demo;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.amplifyjakarta.it.localaws.LocalAws;
import org.amplifyjakarta.it.localaws.Message;
import org.amplifyjakarta.it.support.LocalConfiguration;
import org.amplifyjakarta.it.support.ServerProcess;
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
        if (aws != null) {
            aws.onMessage(message -> say(line(message)));
        }
        String name = System.getProperty("demo.server", "wildfly");
        Path target = Path.of(System.getProperty("demo.target"));
        ServerProcess server = new ServerProcess(
                name,
                target.resolve("demo").resolve(name),
                target,
                target.resolve("posts.war"),
                samplePort,
                aws == null ? Map.of() : configuration(aws, samplePort));
        try (Running running = new Running(aws, server.start(Redirect.INHERIT))) {
            Runtime.getRuntime().addShutdownHook(new Thread(running::close, "demo-shutdown"));
            running.process.onExit().thenRun(ended::countDown);
            awaitPages(server, ended);
            say("Posts is ready: http://localhost:" + samplePort + "/");
            ended.await();
        }
    }

    /** Nothing is sent: a person reads the code here. */
    private static String line(Message message) {
        return "Local AWS, %s to %s for %s (%s): %s"
                .formatted(message.medium(), message.to(), message.username(), message.purpose(), message.code());
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

    private static void awaitPages(ServerProcess server, CountDownLatch ended) throws InterruptedException {
        long deadline = System.nanoTime() + START_TIME.toNanos();
        while (!server.answers()) {
            if (ended.await(300, TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("demo: the server ended before its pages answered. See its log above.");
            }
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException(
                        "demo: no answer within " + START_TIME + ". See the server's log above.");
            }
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
