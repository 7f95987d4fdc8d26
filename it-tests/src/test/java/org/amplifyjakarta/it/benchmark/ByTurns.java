package org.amplifyjakarta.it.benchmark;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Requests a second of several addresses, asked by turns and with the same cookies, so that what else the machine does falls on
 * all of them. Immutable.
 */
record ByTurns(String cookies) {

    /** Requests after which the compiler has done with a page of Faces. */
    private static final int WARM = 50_000;

    private static final int THREADS = 8;
    private static final int ROUNDS = 10;
    private static final Duration ROUND = Duration.ofSeconds(3);

    /** Returns requests a second, in the order of the addresses. */
    List<Double> measure(List<String> addresses) throws InterruptedException, ExecutionException {
        Map<String, Double> sums = new LinkedHashMap<>();
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            for (String address : addresses) {
                warmUp(threads, address);
            }
            for (int i = 0; i < ROUNDS; i++) {
                for (String address : addresses) {
                    sums.merge(address, round(threads, address) / ROUNDS, Double::sum);
                }
            }
            return List.copyOf(sums.values());
        } finally {
            threads.shutdownNow();
        }
    }

    /** By requests and not by time: what is slower would be less compiled. */
    private void warmUp(ExecutorService threads, String address) throws InterruptedException, ExecutionException {
        for (double asked = 0; asked < WARM; ) {
            asked += round(threads, address) * ROUND.toSeconds();
        }
    }

    private double round(ExecutorService threads, String address) throws InterruptedException, ExecutionException {
        long end = System.nanoTime() + ROUND.toNanos();
        List<Future<Integer>> counts = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            counts.add(threads.submit(() -> requests(address, end)));
        }
        int sum = 0;
        for (Future<Integer> count : counts) {
            sum += count.get();
        }
        return sum / (double) ROUND.toSeconds();
    }

    private int requests(String address, long end) throws IOException, InterruptedException {
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

    /** Shows nothing of the session. */
    @Override
    public String toString() {
        return "ByTurns[]";
    }
}
