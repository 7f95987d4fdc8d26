package org.amplifyjakarta.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.amplifyjakarta.config.TokenConfig;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("T-30")
class JwksClientTest {

    private static final TokenConfig.Timeouts TIMEOUTS =
            new TokenConfig.Timeouts(Duration.ofMillis(500), Duration.ofMillis(500));

    private final CountDownLatch done = new CountDownLatch(1);
    private final HttpServer server;
    private final JwksClient client;

    JwksClientTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        client = new JwksClient(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/jwks"), TIMEOUTS);
    }

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() {
        done.countDown();
        server.stop(0);
    }

    @Test
    void fetchesTheKeys() throws IOException {
        server.createContext("/jwks", exchange -> send(exchange, 200, "{}"));

        assertThat(client.fetch()).isEqualTo("{}");
    }

    @Test
    void anErrorIsNoAnswer() {
        server.createContext("/jwks", exchange -> send(exchange, 500, "{}"));

        assertFails("500");
    }

    @Test
    void aRedirectIsNotFollowed() {
        server.createContext("/jwks", exchange -> {
            exchange.getResponseHeaders().set("Location", "http://169.254.169.254/");
            send(exchange, 302, "");
        });

        assertFails("302");
    }

    @Test
    void tenMegabytesAreNotRead() {
        server.createContext("/jwks", exchange -> send(exchange, 200, "x".repeat(10_000_000)));

        assertFails("longer than");
    }

    @Test
    void silenceEndsInTime() {
        server.createContext("/jwks", exchange -> awaits(10));

        assertFails("timed out");
    }

    @Test
    void aTrickleEndsInTime() {
        server.createContext("/jwks", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            OutputStream body = exchange.getResponseBody();
            while (!awaits(0)) {
                body.write(' ');
                body.flush();
                awaits(0.1);
            }
        });

        assertFails("too long");
    }

    @Test
    @Tag("X-09")
    void aHostWithoutAnAddressIsNoAnswer() {
        JwksClient nowhere = new JwksClient(URI.create("http://jwks.invalid/jwks"), TIMEOUTS);

        assertThatExceptionOfType(IOException.class).isThrownBy(nowhere::fetch);
    }

    @Test
    @Tag("X-09")
    void aServerWithoutTlsIsNoAnswerToHttps() {
        JwksClient secure = new JwksClient(
                URI.create("https://127.0.0.1:" + server.getAddress().getPort() + "/jwks"), TIMEOUTS);

        assertThatExceptionOfType(IOException.class).isThrownBy(secure::fetch);
    }

    private void assertFails(String why) {
        assertThatExceptionOfType(IOException.class).isThrownBy(client::fetch).withMessageContaining(why);
    }

    private boolean awaits(double seconds) throws IOException {
        try {
            return done.await((long) (seconds * 1000), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
