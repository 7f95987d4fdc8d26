package org.amplifyjakarta.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.json.bind.JsonbBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;

@Tag("X-09")
class RestTransportTest {

    private static final DateTimeFormatter AMZ_DATE =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final RestCall.Signature SIGNATURE = new RestCall.Signature(
            AwsSessionCredentials.create("ASIA0", "secret", "session"), "execute-api", "eu-west-1");

    private final CountDownLatch done = new CountDownLatch(1);
    private final List<String> dates = new CopyOnWriteArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;

    RestTransportTest() throws IOException {
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
    void whatPassesIsTriedThreeTimes(int status, int times) {
        answering(exchange -> exchange.sendResponseHeaders(status, -1));

        RestApiException failure = failure(call(true, null, Duration.ofSeconds(5)), InstantSource.system());

        assertThat(failure.name()).isEqualTo("UnknownError");
        assertThat(failure.response().orElseThrow().statusCode()).isEqualTo(status);
        assertThat(dates).hasSize(times);
    }

    @Test
    void whatMayNotHappenTwiceIsSentOnce() {
        answering(HttpExchange::close);

        RestCall get = call(false, null, Duration.ofSeconds(5));
        RestCall post = new RestCall("POST", get.uri(), Map.of(), new byte[1], null, get.timeout(), false);

        assertThat(failure(post, InstantSource.system()).name()).isEqualTo("NetworkError");
        assertThat(dates).hasSize(1);
    }

    @Test
    void silenceEndsInTime() {
        answering(exchange -> awaits());

        assertThat(failure(call(false, null, Duration.ofMillis(200)), InstantSource.system())
                        .name())
                .isEqualTo("TimeoutError");
    }

    @Test
    void aTrickleEndsInTime() {
        answering(exchange -> {
            exchange.sendResponseHeaders(200, 1000);
            exchange.getResponseBody().write('x');
            exchange.getResponseBody().flush();
            awaits();
        });

        assertThat(failure(call(false, null, Duration.ofMillis(300)), InstantSource.system())
                        .name())
                .isEqualTo("TimeoutError");
    }

    @Test
    void aCallIsCancelled() {
        answering(exchange -> awaits());
        RestOperation operation =
                new RestOperation(transport(InstantSource.system()).send(call(true, null, Duration.ofSeconds(60))));

        operation.cancel();

        RestApiException failure = catchThrowableOfType(RestApiException.class, operation::response);
        assertThat(failure.isCancel()).isTrue();
    }

    @ParameterizedTest
    @Tag("P-11")
    @CsvSource({"60", "-60", "1440"})
    void aClockThatIsOffIsCorrectedOnce(long minutes) {
        answering(exchange -> exchange.sendResponseHeaders(dates.size() == 1 ? 403 : 200, -1));
        InstantSource off = InstantSource.offset(InstantSource.system(), Duration.ofMinutes(minutes));

        int status = new RestOperation(transport(off).send(call(true, SIGNATURE, Duration.ofSeconds(5))))
                .response()
                .statusCode();

        assertThat(status).isEqualTo(200);
        assertThat(Duration.between(
                                Instant.from(AMZ_DATE.parse(dates.get(1))),
                                InstantSource.system().instant())
                        .abs())
                .isLessThan(Duration.ofMinutes(1));
    }

    @Test
    @Tag("P-11")
    void aRefusalByARightClockIsTakenAsIs() {
        answering(exchange -> exchange.sendResponseHeaders(403, -1));

        failure(call(true, SIGNATURE, Duration.ofSeconds(5)), InstantSource.system());

        assertThat(dates).hasSize(1);
    }

    @Test
    void theErrorsNameIsThatOfAws() {
        answering(exchange -> {
            exchange.getResponseHeaders().set("x-amzn-ErrorType", "com.amazon#ThrottledException:http://x/");
            exchange.sendResponseHeaders(400, -1);
        });

        assertThat(failure(call(false, null, Duration.ofSeconds(5)), InstantSource.system())
                        .name())
                .isEqualTo("ThrottledException");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"__type\":\"BadThing\"} | BadThing",
                "{\"code\":\"Worse\",\"message\":\"x\"} | Worse",
                "{\"message\":\"x\"} | UnknownError",
                "[ | UnknownError",
                "{\"__type\":\"<script>\"} | UnknownError"
            })
    void theErrorsNameIsInTheBody(String body, String name) {
        answering(exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(400, body.length());
            exchange.getResponseBody().write(body.getBytes(StandardCharsets.UTF_8));
        });

        assertThat(failure(call(false, null, Duration.ofSeconds(5)), InstantSource.system())
                        .name())
                .isEqualTo(name);
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

    private RestCall call(boolean repeatable, RestCall.@Nullable Signature signature, Duration timeout) {
        URI uri = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/x");
        return new RestCall("GET", uri, Map.of(), null, signature, timeout, repeatable);
    }

    private static RestTransport transport(InstantSource clock) {
        return new RestTransport(clock, JsonbBuilder.create());
    }

    private static RestApiException failure(RestCall call, InstantSource clock) {
        RestOperation operation = new RestOperation(transport(clock).send(call));
        return catchThrowableOfType(RestApiException.class, operation::response);
    }
}
