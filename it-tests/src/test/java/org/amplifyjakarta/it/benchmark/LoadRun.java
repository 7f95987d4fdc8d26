package org.amplifyjakarta.it.benchmark;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.amplifyjakarta.it.support.BrowserCookies;
import org.amplifyjakarta.it.support.SampleTokens;

/**
 * Compares {@code /api/me} with {@code /api/plain} on a running demo, by turns and with the same cookies, so that what
 * else the machine does falls on both. Argument: the demo's address.
 */
public final class LoadRun {

    private static final int THREADS = 8;
    private static final int ROUNDS = 10;
    private static final Duration ROUND = Duration.ofSeconds(3);

    private LoadRun() {}

    /** Prints requests a second for both, and the ratio. */
    public static void main(String[] arguments) throws Exception {
        String base = arguments.length == 0 ? "http://localhost:8080" : arguments[0];
        String cookies = BrowserCookies.of(SampleTokens.signIn(base)).header();
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            round(threads, base + "/api/plain", cookies);
            round(threads, base + "/api/me", cookies);
            double plain = 0;
            double me = 0;
            for (int i = 0; i < ROUNDS; i++) {
                plain += round(threads, base + "/api/plain", cookies);
                me += round(threads, base + "/api/me", cookies);
            }
            System.out.printf("plain %.0f/s, me %.0f/s, ratio %.3f%n", plain / ROUNDS, me / ROUNDS, me / plain);
        } finally {
            threads.shutdownNow();
        }
    }

    private static double round(ExecutorService threads, String address, String cookies)
            throws InterruptedException, ExecutionException {
        long end = System.nanoTime() + ROUND.toNanos();
        List<Future<Integer>> counts = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            counts.add(threads.submit(() -> requests(address, cookies, end)));
        }
        int sum = 0;
        for (Future<Integer> count : counts) {
            sum += count.get();
        }
        return sum / (double) ROUND.toSeconds();
    }

    private static int requests(String address, String cookies, long end) throws IOException, InterruptedException {
        HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        HttpRequest request = HttpRequest.newBuilder(URI.create(address))
                .header("Cookie", cookies)
                .build();
        int count = 0;
        while (System.nanoTime() < end) {
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(address + " answered " + answer.statusCode());
            }
            count++;
        }
        return count;
    }
}
