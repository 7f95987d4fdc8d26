package org.amplifyjakarta.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.amplifyjakarta.Secret;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;

@Tag("X-09")
class HttpTransportTest {

    private static final DateTimeFormatter AMZ_DATE =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final Authorization SIGNATURE = new SignedAuthorization(
            AwsSessionCredentials.create("ASIA0", "secret", "session"), "execute-api", "eu-west-1");

    private static final int MAX_BYTES = 100_000;

    private final CountDownLatch done = new CountDownLatch(1);
    private final List<String> dates = new CopyOnWriteArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;

    HttpTransportTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    @BeforeEach
    void start() {
        server.setExecutor(threads);
        server.start();
    }

    @AfterEach
    void stop() {
        done.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    @ParameterizedTest
    @CsvSource({"429, 3", "503, 3", "500, 3", "400, 1", "404, 1", "302, 1"})
    void whatPassesIsTriedThreeTimes(int status, int times) throws InterruptedException {
        answering(exchange -> exchange.sendResponseHeaders(status, -1));

        HttpAnswer answer =
                transport(InstantSource.system()).send(call(true, Authorization.none(), Duration.ofSeconds(5)));

        assertThat(answer.status()).isEqualTo(status);
        assertThat(dates).hasSize(times);
    }

    @Test
    void whatMayNotHappenTwiceIsSentOnce() {
        answering(HttpExchange::close);

        HttpCall get = call(false, Authorization.none(), Duration.ofSeconds(5));
        OutgoingRequest post = new OutgoingRequest("POST", get.request().uri(), Map.of(), new byte[1]);

        assertThat(failure(new HttpCall(post, Authorization.none(), get.timeout(), false))
                        .isLate())
                .isFalse();
        assertThat(dates).hasSize(1);
    }

    @Test
    void silenceEndsInTime() {
        answering(exchange -> awaits());

        assertThat(failure(call(false, Authorization.none(), Duration.ofMillis(200)))
                        .isLate())
                .isTrue();
    }

    @Test
    void aTrickleEndsInTime() {
        answering(exchange -> {
            exchange.sendResponseHeaders(200, 1000);
            exchange.getResponseBody().write('x');
            exchange.getResponseBody().flush();
            awaits();
        });

        assertThat(failure(call(false, Authorization.none(), Duration.ofMillis(300)))
                        .isLate())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"0, true", "100000, true", "100001, false", "10000000, false"})
    void anAnswerIsOnlySoLong(int length, boolean taken) throws InterruptedException {
        answering(exchange -> {
            exchange.sendResponseHeaders(200, length == 0 ? -1 : length);
            exchange.getResponseBody().write(new byte[length]);
        });
        HttpCall call = call(false, Authorization.none(), Duration.ofSeconds(5));

        if (taken) {
            assertThat(transport(InstantSource.system()).send(call).body()).hasSize(length);
        } else {
            assertThat(failure(call).isLate()).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"sesame\n", "sesame\u200B", "sesame\u0000"})
    void aSecretThatCannotBeSentIsNotShown(String secret) {
        assertThatThrownBy(() -> HeaderAuthorization.bearer(Secret.of(secret)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasNoCause()
                .hasMessageNotContaining("sesame");
    }

    @ParameterizedTest
    @CsvSource({"x-a, sesame\u0001x", "x-a, Łukasz", "Expect, 100-continue", "host, sesame", "'x y', sesame"})
    void aHeaderThatCannotBeSentIsNotShown(String name, String value) {
        assertThatThrownBy(() -> HeaderText.require(name, value))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining(value);
    }

    @Test
    void whatIsUnderWayWhenItIsClosedEnds() {
        HttpTransport transport = transport(InstantSource.system());
        answering(exchange -> {
            transport.close();
            exchange.sendResponseHeaders(503, -1);
        });

        CompletableFuture<HttpAnswer> underWay =
                transport.start(call(true, Authorization.none(), Duration.ofSeconds(5)));
        CompletableFuture<HttpAnswer> late = underWay.handle((answer, failure) -> failure)
                .thenCompose(failure -> transport.start(call(true, Authorization.none(), Duration.ofSeconds(5))));

        assertThat(underWay).failsWithin(Duration.ofSeconds(5));
        assertThat(late).failsWithin(Duration.ofSeconds(5));
        assertThat(dates).hasSize(1);
    }

    @Test
    void whoWaitsIsInterrupted() {
        Thread waiting = Thread.currentThread();
        answering(exchange -> {
            waiting.interrupt();
            awaits();
        });

        assertThatThrownBy(() -> transport(InstantSource.system())
                        .send(call(true, Authorization.none(), Duration.ofSeconds(60))))
                .isInstanceOf(InterruptedException.class);
        assertThat(dates).hasSize(1);
    }

    @Test
    void aCallIsCancelled() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch brokenOff = new CountDownLatch(1);
        answering(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            begun.countDown();
            awaits();
            try {
                for (int i = 0; i < 1000; i++) {
                    exchange.getResponseBody().write(new byte[MAX_BYTES]);
                }
            } catch (IOException e) {
                brokenOff.countDown();
                throw e;
            }
        });
        CompletableFuture<HttpAnswer> answer = new HttpTransport(InstantSource.system(), Long.MAX_VALUE)
                .start(call(true, Authorization.none(), Duration.ofSeconds(60)));
        begun.await();

        answer.cancel(true);
        done.countDown();

        assertThat(answer).isCancelled();
        assertThat(brokenOff.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @ParameterizedTest
    @Tag("P-11")
    @CsvSource({"60", "-60", "1440"})
    void aClockThatIsOffIsCorrectedOnce(long minutes) throws InterruptedException {
        answering(exchange -> exchange.sendResponseHeaders(dates.size() == 1 ? 403 : 200, -1));
        InstantSource off = InstantSource.offset(InstantSource.system(), Duration.ofMinutes(minutes));

        int status = transport(off)
                .send(call(true, SIGNATURE, Duration.ofSeconds(5)))
                .status();

        assertThat(status).isEqualTo(200);
        assertThat(Duration.between(
                                Instant.from(AMZ_DATE.parse(dates.get(1))),
                                InstantSource.system().instant())
                        .abs())
                .isLessThan(Duration.ofMinutes(1));
    }

    @Test
    @Tag("P-11")
    void aRefusalByARightClockIsTakenAsIs() throws InterruptedException {
        answering(exchange -> exchange.sendResponseHeaders(403, -1));

        transport(InstantSource.system()).send(call(true, SIGNATURE, Duration.ofSeconds(5)));

        assertThat(dates).hasSize(1);
    }

    private interface Answer {
        void give(HttpExchange exchange) throws IOException;
    }

    private void answering(Answer answer) {
        server.createContext("/", exchange -> {
            String date = exchange.getRequestHeaders().getFirst("X-Amz-Date");
            dates.add(date == null ? "" : date);
            answer.give(exchange);
            exchange.close();
        });
    }

    private void awaits() throws IOException {
        try {
            done.await();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    private HttpCall call(boolean repeatable, Authorization authorization, Duration timeout) {
        URI uri = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/x");
        return new HttpCall(new OutgoingRequest("GET", uri, Map.of(), null), authorization, timeout, repeatable);
    }

    private static HttpTransport transport(InstantSource clock) {
        return new HttpTransport(clock, MAX_BYTES);
    }

    private static NoAnswerException failure(HttpCall call) {
        return catchThrowableOfType(
                NoAnswerException.class, () -> transport(InstantSource.system()).send(call));
    }
}
