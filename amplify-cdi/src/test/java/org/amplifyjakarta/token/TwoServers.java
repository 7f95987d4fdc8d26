package org.amplifyjakarta.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.amplifyjakarta.Secret;
import org.amplifyjakarta.cognito.RefreshAnswer;
import org.amplifyjakarta.config.ConfigKey;
import org.amplifyjakarta.cookie.InMemoryCookieStorage;
import org.amplifyjakarta.cookie.SetCookie;
import org.junit.jupiter.api.AfterEach;

/** Two servers, and a store that they share. */
abstract class TwoServers {

    static final String NONCE = "the-nonce";

    final SharedStore store = new SharedStore();
    final SharedStore othersStore = store.ofAnother();
    final PoolFixture server = server(store);
    final PoolFixture other = server(othersStore);
    final ExecutorService threads = Executors.newCachedThreadPool();
    final CountDownLatch asked = new CountDownLatch(1);
    final CountDownLatch mayAnswer = new CountDownLatch(1);

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    static PoolFixture server(SharedStore store) {
        return new PoolFixture(
                PoolFixture.config()
                        .auth(auth -> auth.oauth(oauth -> oauth.domain("login.example.com")))
                        .set(ConfigKey.APP_ORIGIN, "https://app.example.com")
                        .set(ConfigKey.SESSION_MODE, "stored")
                        .set(ConfigKey.TOKEN_CALL_TIMEOUT, "PT1S")
                        .build(),
                store);
    }

    InMemoryCookieStorage begin(String user) {
        InMemoryCookieStorage browser = InMemoryCookieStorage.empty();
        server.pool.begin(issued(user), NONCE, browser);
        return browser;
    }

    /** Returns what the browser carries of a session whose tokens are past their time. */
    String expired(String user) {
        String carried = header(begin(user));
        server.clock.advance(Duration.ofHours(2));
        other.clock.advance(Duration.ofHours(2));
        return carried;
    }

    IssuedTokens issued(String user) {
        return new IssuedTokens(
                Secret.of(TestToken.access(user, server.in(Duration.ofHours(1)))
                        .with("origin_jti", "sign-in-of-" + user)
                        .signed()),
                Secret.of(TestToken.id(user, server.in(Duration.ofHours(1)))
                        .with("nonce", NONCE)
                        .signed()),
                Secret.of("refresh-of-" + user));
    }

    RefreshAnswer refreshed(String user) {
        return new RefreshAnswer(
                TestToken.access(user, server.in(Duration.ofHours(1))).signed(),
                TestToken.id(user, server.in(Duration.ofHours(1))).signed(),
                "next");
    }

    /** Says that it was asked, and waits until it may answer. */
    RefreshAnswer refreshedWhenTold(String user) {
        asked.countDown();
        awaits(mayAnswer);
        return refreshed(user);
    }

    /** The refresh token stays, and with it what is known of refreshes by it. */
    RefreshAnswer unrotated(String user) {
        RefreshAnswer answer = refreshed(user);
        return new RefreshAnswer(answer.accessToken(), answer.idToken(), null);
    }

    String idCookie(String id) {
        return only(begin("somebody")).name() + "=" + id;
    }

    static SetCookie only(InMemoryCookieStorage browser) {
        List<SetCookie> kept = browser.setCookies().stream()
                .filter(cookie -> cookie.value() != null)
                .toList();
        assertThat(kept).hasSize(1);
        return kept.get(0);
    }

    static String header(InMemoryCookieStorage browser) {
        return browser.setCookies().stream()
                .filter(cookie -> cookie.value() != null)
                .map(cookie -> cookie.line().split(";")[0])
                .collect(Collectors.joining("; "));
    }

    static String value(SetCookie cookie) {
        return String.valueOf(cookie.value());
    }

    static String name(Optional<Tokens> tokens) {
        return tokens.map(found -> found.accessToken().username()).orElse("");
    }

    static void awaits(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
