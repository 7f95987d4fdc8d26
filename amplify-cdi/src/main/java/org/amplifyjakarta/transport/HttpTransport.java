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
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

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
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> daemon(task, "amplify-http"));
    private final CountDownLatch closing = new CountDownLatch(1);
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
     * Sends a call and waits for the answer, whatever its status. The calling thread does it, since the client's own futures take
     * one more thread for each answer, and on small machines a new one.
     *
     * @throws NoAnswerException if none comes
     * @throws InterruptedException if the thread is interrupted; the call is broken off then
     */
    public HttpAnswer send(HttpCall call) throws InterruptedException {
        Duration correction = Duration.ZERO;
        for (int number = 1; ; number++) {
            boolean last = !call.repeatable() || number == ATTEMPTS;
            try {
                HttpAnswer answer = attempt(call, correction);
                Optional<Duration> skew = skew(call, answer, correction);
                if (last || skew.isEmpty() && !PASSING.contains(answer.status())) {
                    return answer;
                }
                if (skew.isPresent()) {
                    correction = skew.get();
                    continue;
                }
            } catch (NoAnswerException e) {
                if (last) {
                    throw e;
                }
            }
            pause(DELAY_MILLIS << number);
        }
    }

    /** Begins a call. Its future fails as {@link #send} does; cancelling it breaks the call off. */
    public CompletableFuture<HttpAnswer> start(HttpCall call) {
        CompletableFuture<HttpAnswer> whole = new CompletableFuture<>();
        try {
            Future<?> task = threads.submit(() -> {
                try {
                    whole.complete(send(call));
                } catch (InterruptedException | RuntimeException | Error e) {
                    whole.completeExceptionally(e);
                }
            });
            whole.whenComplete((answer, failure) -> task.cancel(whole.isCancelled()));
        } catch (RejectedExecutionException e) {
            whole.completeExceptionally(closed());
        }
        return whole;
    }

    /** Takes no more calls, and repeats none; those under way end in their time. */
    @Override
    public void close() {
        closing.countDown();
        timer.shutdown();
        threads.shutdown();
    }

    /** Its own, because that of {@link CompletableFuture} would keep the application that used it first. */
    private static ScheduledThreadPoolExecutor timer() {
        ScheduledThreadPoolExecutor timer =
                new ScheduledThreadPoolExecutor(1, task -> daemon(task, "amplify-http-timer"));
        timer.setRemoveOnCancelPolicy(true);
        return timer;
    }

    private static Thread daemon(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }

    private static NoAnswerException closed() {
        return NoAnswerException.of(new IOException("closed"));
    }

    /** Nobody waits for what is never going to be sent. */
    private void pause(long most) throws InterruptedException {
        if (closing.await(ThreadLocalRandom.current().nextLong(most / 2, most), TimeUnit.MILLISECONDS)) {
            throw closed();
        }
    }

    private HttpAnswer attempt(HttpCall call, Duration correction) throws InterruptedException {
        LimitedBody body = new LimitedBody(maxBytes);
        Future<?> limit = limit(body, call.timeout());
        try {
            HttpResponse<byte[]> answer = http.send(request(call, correction), head -> body);
            return new HttpAnswer(answer.statusCode(), answer.headers().map(), answer.body());
        } catch (HttpTimeoutException e) {
            throw NoAnswerException.late(call.timeout());
        } catch (IOException e) {
            throw NoAnswerException.of(e);
        } catch (IllegalArgumentException e) {
            // the client's message quotes headers
            throw NoAnswerException.of(new IOException("the request cannot be sent"));
        } finally {
            limit.cancel(false);
        }
    }

    /** The client's own limit ends with the headers; a body may trickle on. */
    private Future<?> limit(LimitedBody body, Duration timeout) {
        try {
            return timer.schedule(body::expire, timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            throw closed();
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
    private Optional<Duration> skew(HttpCall call, HttpAnswer answer, Duration correction) {
        if (!call.authorization().dated() || answer.status() != 403 || !correction.isZero()) {
            return Optional.empty();
        }
        return answer.header("date")
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
}
