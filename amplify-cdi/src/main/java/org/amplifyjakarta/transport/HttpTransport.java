package org.amplifyjakarta.transport;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Sends calls, up to three times where that is safe, and corrects a clock that is off. Follows no redirect.
 *
 * <p>Safe for concurrent use.
 */
public final class HttpTransport implements AutoCloseable {

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
    private final ScheduledThreadPoolExecutor timer = timer();
    private final InstantSource clock;
    private final long maxBytes;

    /**
     * Makes one.
     *
     * @param maxBytes of an answer's body; a longer one is no answer
     */
    public HttpTransport(InstantSource clock, long maxBytes) {
        this.clock = clock;
        this.maxBytes = maxBytes;
    }

    /**
     * Sends a call. Whatever the status, an answer completes the future; otherwise it fails with a
     * {@link NoAnswerException}. Cancelling it breaks the call off.
     */
    public CompletableFuture<HttpAnswer> send(HttpCall call) {
        CompletableFuture<HttpAnswer> whole = new CompletableFuture<>();
        attemptUnlessClosed(call, 1, Duration.ZERO, whole);
        return whole;
    }

    /** Takes no more calls, and repeats none; those under way end in their time. */
    @Override
    public void close() {
        timer.shutdown();
    }

    /** Its own, because that of {@link CompletableFuture} would keep the application that used it first. */
    private static ScheduledThreadPoolExecutor timer() {
        ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "amplify-http-timer");
            thread.setDaemon(true);
            return thread;
        });
        timer.setRemoveOnCancelPolicy(true);
        return timer;
    }

    /** Nobody waits for what is never going to be sent. */
    private void attemptUnlessClosed(
            HttpCall call, int number, Duration correction, CompletableFuture<HttpAnswer> whole) {
        if (timer.isShutdown()) {
            whole.completeExceptionally(NoAnswerException.of(new IOException("closed")));
            return;
        }
        try {
            attempt(call, number, correction, whole);
        } catch (RejectedExecutionException e) {
            whole.completeExceptionally(NoAnswerException.of(e));
        }
    }

    /** Sends the call; its answer, or the next attempt's, completes the whole, whose end breaks the attempt off. */
    private void attempt(HttpCall call, int number, Duration correction, CompletableFuture<HttpAnswer> whole) {
        if (whole.isDone()) {
            return;
        }
        CompletableFuture<HttpResponse<byte[]>> sent = sent(call, correction);
        whole.whenComplete((answer, failure) -> sent.cancel(true));
        // the client's own limit ends with the headers; a body may trickle on
        CompletableFuture<HttpResponse<byte[]>> inTime = sent.copy();
        Future<?> limit = timer.schedule(
                () -> inTime.completeExceptionally(new TimeoutException()),
                call.timeout().toMillis(),
                TimeUnit.MILLISECONDS);
        inTime.whenComplete((answer, failure) -> {
            limit.cancel(false);
            if (failure != null) {
                sent.cancel(true);
            }
            Optional<Duration> skew = answer == null ? Optional.empty() : skew(call, answer, correction);
            boolean again = call.repeatable() && number < ATTEMPTS;
            if (again && skew.isPresent()) {
                attemptUnlessClosed(call, number + 1, skew.get(), whole);
            } else if (again && (failure != null || PASSING.contains(answer.statusCode()))) {
                long most = DELAY_MILLIS << number;
                repeatLater(
                        () -> attemptUnlessClosed(call, number + 1, correction, whole),
                        ThreadLocalRandom.current().nextLong(most / 2, most),
                        whole);
            } else if (answer == null) {
                whole.completeExceptionally(told(call, failure));
            } else {
                whole.complete(
                        new HttpAnswer(answer.statusCode(), answer.headers().map(), answer.body()));
            }
        });
    }

    private void repeatLater(Runnable attempt, long millis, CompletableFuture<HttpAnswer> whole) {
        try {
            timer.schedule(attempt, millis, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            whole.completeExceptionally(NoAnswerException.of(e));
        }
    }

    private CompletableFuture<HttpResponse<byte[]>> sent(HttpCall call, Duration correction) {
        try {
            return http.sendAsync(request(call, correction), answer -> new LimitedBody(maxBytes));
        } catch (IllegalArgumentException e) {
            // the client's message quotes headers
            return CompletableFuture.failedFuture(new IOException("the request cannot be sent"));
        }
    }

    private HttpRequest request(HttpCall call, Duration correction) {
        OutgoingRequest outgoing = call.request();
        HttpRequest.Builder request = HttpRequest.newBuilder(outgoing.uri())
                .timeout(call.timeout())
                .method(
                        outgoing.method(),
                        outgoing.body() == null
                                ? BodyPublishers.noBody()
                                : BodyPublishers.ofByteArray(outgoing.body()));
        call.authorization().headers(outgoing, clock.instant().plus(correction)).forEach((name, values) -> {
            if (!SET_BY_THE_CLIENT.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> request.header(name, value));
            }
        });
        return request.build();
    }

    /** How far our clock is off, where a signature was refused and the API's clock says another time. */
    private Optional<Duration> skew(HttpCall call, HttpResponse<?> answer, Duration correction) {
        if (!call.authorization().dated() || answer.statusCode() != 403 || !correction.isZero()) {
            return Optional.empty();
        }
        return answer.headers()
                .firstValue("date")
                .flatMap(HttpTransport::date)
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

    private static NoAnswerException told(HttpCall call, @Nullable Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        return cause instanceof HttpTimeoutException || cause instanceof TimeoutException
                ? NoAnswerException.late(call.timeout())
                : NoAnswerException.of(cause);
    }
}
