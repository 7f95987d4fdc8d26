package org.amplifyjakarta.rest;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbException;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Sends calls, again where that is safe, and makes answers and failures of what comes back.
 *
 * <p>Safe for concurrent use.
 */
final class RestTransport {

    private static final int ATTEMPTS = 3;
    private static final long DELAY_MILLIS = 100;
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration MAX_SKEW = Duration.ofMinutes(5);
    private static final Set<Integer> PASSING = Set.of(429, 500, 502, 503, 504);
    private static final Set<String> SET_BY_THE_CLIENT = Set.of("host", "content-length", "connection");

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(CONNECT)
            .build();
    private final InstantSource clock;
    private final RestSigner signer;
    private final Jsonb json;

    RestTransport(InstantSource clock, Jsonb json) {
        this.clock = clock;
        this.signer = new RestSigner(clock);
        this.json = json;
    }

    CompletableFuture<RestResponse> send(RestCall call) {
        CompletableFuture<RestResponse> whole = new CompletableFuture<>();
        attempt(call, 1, Duration.ZERO, whole);
        return whole;
    }

    /** Sends the call; its answer, or the next attempt's, completes the whole, whose end breaks the attempt off. */
    private void attempt(RestCall call, int number, Duration correction, CompletableFuture<RestResponse> whole) {
        if (whole.isDone()) {
            return;
        }
        CompletableFuture<HttpResponse<byte[]>> sent = sent(call, correction);
        whole.whenComplete((answer, failure) -> sent.cancel(true));
        // the client's own limit ends with the headers; a body may trickle on
        CompletableFuture<HttpResponse<byte[]>> inTime =
                sent.copy().orTimeout(call.timeout().toMillis(), TimeUnit.MILLISECONDS);
        inTime.whenComplete((answer, failure) -> {
            if (failure != null) {
                sent.cancel(true);
            }
            Optional<Duration> skew = answer == null ? Optional.empty() : skew(call, answer, correction);
            boolean again = call.repeatable() && number < ATTEMPTS;
            if (again && skew.isPresent()) {
                attempt(call, number + 1, skew.get(), whole);
            } else if (again && (failure != null || PASSING.contains(answer.statusCode()))) {
                long most = DELAY_MILLIS << number;
                CompletableFuture.delayedExecutor(
                                ThreadLocalRandom.current().nextLong(most / 2, most), TimeUnit.MILLISECONDS)
                        .execute(() -> attempt(call, number + 1, correction, whole));
            } else {
                finish(call, answer, failure, whole);
            }
        });
    }

    private CompletableFuture<HttpResponse<byte[]>> sent(RestCall call, Duration correction) {
        try {
            return http.sendAsync(request(call, correction), BodyHandlers.ofByteArray());
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private void finish(
            RestCall call,
            @Nullable HttpResponse<byte[]> answer,
            @Nullable Throwable failure,
            CompletableFuture<RestResponse> whole) {
        if (answer == null) {
            whole.completeExceptionally(told(call, failure));
            return;
        }
        RestResponse response = new RestResponse(answer.statusCode(), lowerCase(answer), answer.body(), json);
        if (answer.statusCode() >= 300) {
            whole.completeExceptionally(RestMessages.refused(errorName(response), response));
        } else {
            whole.complete(response);
        }
    }

    private HttpRequest request(RestCall call, Duration correction) {
        Map<String, List<String>> headers =
                call.signature() == null ? call.headers() : signer.sign(call, call.signature(), correction);
        HttpRequest.Builder request = HttpRequest.newBuilder(call.uri())
                .timeout(call.timeout())
                .method(
                        call.method(),
                        call.body() == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(call.body()));
        headers.forEach((name, values) -> {
            if (!SET_BY_THE_CLIENT.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> request.header(name, value));
            }
        });
        return request.build();
    }

    /** How far our clock is off, where a signature was refused and the API's clock says another time. */
    private Optional<Duration> skew(RestCall call, HttpResponse<?> answer, Duration correction) {
        if (call.signature() == null || answer.statusCode() != 403 || !correction.isZero()) {
            return Optional.empty();
        }
        return answer.headers()
                .firstValue("date")
                .flatMap(RestTransport::date)
                .map(there -> Duration.between(clock.instant(), there))
                .filter(off -> off.abs().compareTo(MAX_SKEW) >= 0);
    }

    private static Optional<Instant> date(String text) {
        try {
            return Optional.of(ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static RestApiException told(RestCall call, @Nullable Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (cause instanceof HttpTimeoutException || cause instanceof TimeoutException) {
            return RestMessages.timedOut(call.timeout());
        }
        return RestMessages.noAnswer(cause == null ? new IOException("no answer") : cause);
    }

    /** The name that AWS services give their errors, in a header or in the body. */
    private static String errorName(RestResponse response) {
        return response.header("x-amzn-errortype")
                .or(() -> inBody(response, "__type"))
                .or(() -> inBody(response, "code"))
                .map(type -> type.substring(type.indexOf('#') + 1).split("[:,]", 2)[0])
                .filter(name -> name.matches("\\w{1,100}"))
                .orElse("UnknownError");
    }

    private static Optional<String> inBody(RestResponse response, String name) {
        if (!response.header("content-type").orElse("").contains("json")) {
            return Optional.empty();
        }
        try {
            return response.json() instanceof JsonObject object && object.get(name) instanceof JsonString text
                    ? Optional.of(text.getString())
                    : Optional.empty();
        } catch (JsonbException | jakarta.json.JsonException e) {
            return Optional.empty();
        }
    }

    private static Map<String, List<String>> lowerCase(HttpResponse<?> answer) {
        Map<String, List<String>> headers = new TreeMap<>();
        answer.headers().map().forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values));
        return Map.copyOf(headers);
    }
}
