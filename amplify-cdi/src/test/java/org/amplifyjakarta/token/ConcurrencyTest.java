package org.amplifyjakarta.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.amplifyjakarta.cognito.RefreshAnswer;
import org.amplifyjakarta.cookie.InMemoryCookieStorage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ConcurrencyTest {

    private final PoolFixture pool = new PoolFixture();
    private final ExecutorService threads = Executors.newFixedThreadPool(200);

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    @Tag("X-04")
    void twoHundredRequestsWithOneExpiredTokenRefreshOnce() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch mayAnswer = new CountDownLatch(1);
        pool.client.answers(request -> {
            asked.countDown();
            awaits(mayAnswer);
            return fresh("alice", PoolFixture.START.plus(Duration.ofHours(1)));
        });
        String header = pool.expired("alice");
        List<Future<String>> answers = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            answers.add(threads.submit(
                    () -> pool.tokens(header).orElseThrow().accessToken().jwt().reveal()));
        }

        asked.await();
        mayAnswer.countDown();

        String first = answers.get(0).get(30, TimeUnit.SECONDS);
        for (Future<String> answer : answers) {
            assertThat(answer.get(30, TimeUnit.SECONDS)).isEqualTo(first);
        }
        assertThat(pool.client.refreshes()).hasSize(1);
    }

    @Test
    @Tag("X-01")
    void nobodyEverGetsAnothersSession() throws Exception {
        int users = 200;
        Map<String, String> sessions = new ConcurrentHashMap<>();
        IntStream.range(0, users).forEach(i -> sessions.put("user" + i, PoolFixture.cookies("user" + i, expiry(i))));
        pool.client.answers(request -> {
            String user = request.refreshToken().reveal().substring("refresh-of-".length());
            return fresh(user, PoolFixture.START.plus(Duration.ofHours(1)));
        });
        Callable<Integer> requests = () -> {
            int wrong = 0;
            for (int i = 0; i < 20_000 / 64 + 1; i++) {
                String user = "user" + ThreadLocalRandom.current().nextInt(users);
                boolean force = ThreadLocalRandom.current().nextInt(50) == 0;
                String header = sessions.getOrDefault(user, "");
                Tokens tokens = pool.session(InMemoryCookieStorage.ofHeader(header))
                        .tokens(force)
                        .orElseThrow();
                wrong += tokens.accessToken().username().equals(user) ? 0 : 1;
                wrong += tokens.idToken().orElseThrow().username().equals(user) ? 0 : 1;
            }
            return wrong;
        };

        int wrong = 0;
        for (Future<Integer> result :
                threads.invokeAll(IntStream.range(0, 64).mapToObj(i -> requests).toList())) {
            wrong += result.get();
        }

        assertThat(wrong).isZero();
    }

    private static Instant expiry(int user) {
        return PoolFixture.START.plus(user % 4 == 0 ? Duration.ofHours(-1) : Duration.ofMinutes(30));
    }

    private static RefreshAnswer fresh(String user, Instant expiry) {
        return new RefreshAnswer(
                TestToken.access(user, expiry).signed(),
                TestToken.id(user, expiry).signed(),
                "refresh-of-" + user);
    }

    private static void awaits(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
