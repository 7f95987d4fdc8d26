package org.amplifyjakarta.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.amplifyjakarta.Secret;
import org.amplifyjakarta.UnavailableException;
import org.amplifyjakarta.cognito.CognitoFailures;
import org.amplifyjakarta.cognito.RefreshAnswer;
import org.amplifyjakarta.config.ConfigKey;
import org.amplifyjakarta.cookie.InMemoryCookieStorage;
import org.amplifyjakarta.cookie.SetCookie;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sessions in a store that two servers share. */
class StoredSessionTest {

    private static final String NONCE = "the-nonce";

    private final SharedStore store = new SharedStore();
    private final SharedStore othersStore = store.ofAnother();
    private final PoolFixture server = server(store);
    private final PoolFixture other = server(othersStore);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch mayAnswer = new CountDownLatch(1);

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void theBrowserCarriesAnIdAndTheStoreKnowsItsDigest() {
        InMemoryCookieStorage browser = begin("alice");

        SetCookie carried = only(browser);
        assertThat(carried.line())
                .matches(
                        "__Host-amplify[.]session[.][\\w-]{8}[.]id=[\\w-]{43}; Path=/; .*; Secure; HttpOnly; SameSite=Strict");
        assertThat(store.values.keySet()).singleElement().asString().doesNotContain(value(carried));
        assertThat(store.values.toString()).doesNotContain(value(carried));
        assertThat(name(other.tokens(header(browser)))).isEqualTo("alice");
        assertThat(other.pool.hasRefreshToken(InMemoryCookieStorage.ofHeader(header(browser))))
                .isTrue();
    }

    @ParameterizedTest
    @Tag("C-18")
    @ValueSource(strings = {"", "x", "../../etc", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "null"})
    void anIdOfNobodyIsNoSession(String id) {
        begin("alice");

        assertThat(server.tokens(idCookie(id))).isEmpty();
        store.values.forEach((key, value) -> {
            assertThat(server.tokens(idCookie(key))).isEmpty();
            assertThat(server.tokens(idCookie(key.substring(key.length() - 43))))
                    .isEmpty();
        });
    }

    @Test
    @Tag("C-18")
    void cookiesThatStandOpenAreNoSessionAndGoWithTheFirstAnswer() {
        InMemoryCookieStorage browser = InMemoryCookieStorage.ofHeader(server.signedIn("mallory"));

        assertThat(server.session(browser).tokens()).isEmpty();
        server.pool.begin(issued("alice"), NONCE, browser);

        assertThat(browser.setCookies())
                .filteredOn(cookie -> cookie.value() == null)
                .hasSize(6)
                .allMatch(cookie -> cookie.name().startsWith(PoolFixture.PREFIX));
    }

    @Test
    @Tag("S-22")
    void everySignInGetsAnIdOfItsOwnAndTheFormerSessionEnds() {
        InMemoryCookieStorage first = begin("alice");
        InMemoryCookieStorage browser = InMemoryCookieStorage.ofHeader(header(first));

        other.pool.begin(issued("bob"), NONCE, browser);

        assertThat(value(only(browser))).isNotEqualTo(value(only(first)));
        assertThat(server.tokens(header(first))).isEmpty();
        assertThat(name(server.tokens(header(browser)))).isEqualTo("bob");
        assertThat(store.values).hasSize(1);
    }

    @Test
    void whereverItEndsItEndsEverywhere() {
        String carried = header(begin("alice"));
        InMemoryCookieStorage browser = InMemoryCookieStorage.ofHeader(carried);

        EndedSession ended = other.pool.end(browser).orElseThrow();

        assertThat(ended.refreshToken()).isEqualTo(Secret.of("refresh-of-alice"));
        assertThat(browser.setCookies()).singleElement().matches(cookie -> cookie.value() == null);
        assertThat(server.tokens(carried)).isEmpty();
        assertThat(store.values).isEmpty();
    }

    @Test
    void ofAllServersOneRefreshes() throws Exception {
        String carried = expired("alice");
        server.client.answers(request -> {
            asked.countDown();
            awaits(mayAnswer);
            return refreshed("alice");
        });
        CountDownLatch waiting = new CountDownLatch(1);
        othersStore.onClaimed = waiting::countDown;
        List<Future<String>> answers = new ArrayList<>();
        answers.add(threads.submit(() -> name(server.tokens(carried))));
        awaits(asked);
        for (int i = 0; i < 20; i++) {
            PoolFixture asks = i % 2 == 0 ? server : other;
            answers.add(threads.submit(() -> name(asks.tokens(carried))));
        }

        awaits(waiting);
        mayAnswer.countDown();

        for (Future<String> answer : answers) {
            assertThat(answer.get(30, TimeUnit.SECONDS)).isEqualTo("alice");
        }
        assertThat(server.client.refreshes()).hasSize(1);
        assertThat(other.client.refreshes()).isEmpty();
        assertThat(name(other.tokens(carried))).isEqualTo("alice");
    }

    @Test
    void whoIsGoneInTheMiddleOfARefreshIsReplaced() {
        String carried = expired("alice");
        server.client.answers(request -> {
            store.cutOff = true;
            return refreshed("alice");
        });
        other.client.answers(request -> refreshed("alice"));

        assertThat(name(server.tokens(carried)))
                .as("it has its answer, and cannot keep it")
                .isEqualTo("alice");
        assertThat(other.client.refreshes()).isEmpty();
        assertThat(name(other.tokens(carried))).isEqualTo("alice");

        assertThat(other.client.refreshes()).singleElement().matches(request -> request.refreshToken()
                .equals(Secret.of("refresh-of-alice")));
        assertThat(store.values.values())
                .singleElement()
                .asString()
                .startsWith("|")
                .contains("=next");
    }

    @Test
    void whomCognitoDoesNotAnswerGivesItsClaimUp() {
        String carried = expired("alice");
        server.client.answers(request -> {
            throw CognitoFailures.network();
        });
        other.client.answers(request -> refreshed("alice"));

        assertThat(catchThrowableOfType(UnavailableException.class, () -> server.tokens(carried)))
                .isNotNull();

        assertThat(store.values.values()).singleElement().asString().startsWith("|");
        assertThat(name(other.tokens(carried))).isEqualTo("alice");
    }

    @Test
    void aSessionThatEndedMeanwhileIsNotRevivedByItsRefresh() throws Exception {
        String carried = expired("alice");
        server.client.answers(request -> {
            asked.countDown();
            awaits(mayAnswer);
            return refreshed("alice");
        });
        Future<String> late = threads.submit(() -> name(server.tokens(carried)));
        awaits(asked);

        other.pool.end(InMemoryCookieStorage.ofHeader(carried));
        mayAnswer.countDown();

        late.get(30, TimeUnit.SECONDS);
        assertThat(store.values).isEmpty();
        assertThat(other.tokens(carried)).isEmpty();
    }

    @Test
    void whoWaitsForARefreshHearsOfTheEnd() {
        String carried = expired("alice");
        String key = store.values.keySet().iterator().next();
        store.values.computeIfPresent(key, (same, value) -> "somebody" + value);
        store.onClaimed = () -> store.values.remove(key);
        InMemoryCookieStorage browser = InMemoryCookieStorage.ofHeader(carried);

        assertThat(server.session(browser).tokens()).isEmpty();
        assertThat(server.client.refreshes()).isEmpty();
        assertThat(browser.setCookies()).as("it may carry a newer one by now").isEmpty();
    }

    @Test
    void whatDoesNotVerifyHereIsNotEndedForOthers() {
        String carried = expired("alice");
        String key = store.values.keySet().iterator().next();
        String theirs = "|" + PoolFixture.PREFIX + "LastAuthUser=alice; " + PoolFixture.PREFIX
                + "alice.accessToken=of.anotherkey.x";
        store.values.computeIfPresent(key, (same, value) -> "somebody" + value);
        store.onClaimed = () -> store.values.put(key, theirs);

        assertThat(catchThrowableOfType(UnavailableException.class, () -> server.tokens(carried)))
                .hasMessageContaining("another server has done it");

        assertThat(store.values).containsEntry(key, theirs);
    }

    @Test
    void whoComesLateWithARefusalEndsNothingThatAnotherHasWritten() {
        String carried = expired("alice");
        String key = store.values.keySet().iterator().next();
        String theirs = "|" + PoolFixture.PREFIX + "LastAuthUser=alice";
        InMemoryCookieStorage browser = InMemoryCookieStorage.ofHeader(carried);
        server.client.answers(request -> {
            store.values.put(key, theirs);
            throw CognitoFailures.ending("NotAuthorizedException");
        });

        assertThat(server.session(browser).tokens()).isEmpty();

        assertThat(store.values).containsEntry(key, theirs);
        assertThat(browser.setCookies()).isEmpty();
    }

    @Test
    void whatCognitoRefusesEnds() {
        InMemoryCookieStorage browser = InMemoryCookieStorage.ofHeader(expired("alice"));
        server.client.answers(request -> {
            throw CognitoFailures.ending("NotAuthorizedException");
        });

        assertThat(server.session(browser).tokens()).isEmpty();

        assertThat(store.values).isEmpty();
        assertThat(browser.setCookies()).singleElement().matches(cookie -> cookie.value() == null);
    }

    @Test
    void whoWasNotTheFirstToWriteRefreshesAgainAtWill() {
        String carried = expired("alice");
        TokenProvider late = server.session(InMemoryCookieStorage.ofHeader(carried));
        server.client.answers(request -> refreshed("alice"));
        // between what the late one reads and what it does
        store.onceRead = () -> assertThat(name(server.tokens(carried))).isEqualTo("alice");

        assertThat(name(late.tokens())).isEqualTo("alice");
        server.clock.advance(Duration.ofSeconds(1));
        assertThat(late.tokens(true)).isPresent();

        assertThat(server.client.refreshes()).hasSize(2);
    }

    @Test
    void aResultThatIsOlderThanTheSessionServesNobody() {
        String carried = expired("alice");
        server.client.answers(request -> unrotated("alice"));
        other.client.answers(request -> unrotated("alice"));
        assertThat(name(server.tokens(carried))).isEqualTo("alice");
        server.clock.advance(Duration.ofSeconds(5));
        other.clock.advance(Duration.ofSeconds(5));
        assertThat(other.session(InMemoryCookieStorage.ofHeader(carried)).tokens(true))
                .isPresent();
        server.clock.advance(Duration.ofSeconds(5));

        Tokens newest = server.session(InMemoryCookieStorage.ofHeader(carried))
                .tokens(true)
                .orElseThrow();

        assertThat(server.client.refreshes()).hasSize(2);
        assertThat(newest.accessToken().expiresAt()).isEqualTo(server.in(Duration.ofHours(1)));
    }

    @Test
    @Tag("S-15")
    void whatOneServerKnowsTheEndOfIsGoneForAll() {
        String ended = header(begin("alice"));
        String sameSignIn = header(begin("alice"));
        server.pool.end(InMemoryCookieStorage.ofHeader(ended));

        assertThat(name(other.tokens(sameSignIn))).isEqualTo("alice");
        assertThat(server.tokens(sameSignIn)).isEmpty();

        assertThat(server.refusal()).isEqualTo(Reason.REVOKED);
        assertThat(other.tokens(sameSignIn)).isEmpty();
        assertThat(store.values).isEmpty();
    }

    @Test
    @Tag("X-09")
    void aStoreThatDoesNotAnswerEndsNoSessionAndTellsNothing() {
        String carried = header(begin("alice"));
        othersStore.cutOff = true;
        InMemoryCookieStorage browser = InMemoryCookieStorage.ofHeader(carried);

        UnavailableException failure = catchThrowableOfType(
                UnavailableException.class, () -> other.session(browser).tokens());

        assertThat(failure).hasMessageContaining("Session store").hasMessageNotContaining("eyJ");
        assertThat(failure.getCause()).isNull();
        assertThat(browser.setCookies()).isEmpty();
        othersStore.cutOff = false;
        assertThat(name(other.tokens(carried))).isEqualTo("alice");
    }

    @Test
    @Tag("S-14")
    void withoutItsStoreTheBrowserIsSignedOutAllTheSame() {
        InMemoryCookieStorage browser = InMemoryCookieStorage.ofHeader(header(begin("alice")));
        store.cutOff = true;

        assertThat(server.pool.end(browser)).isEmpty();

        assertThat(browser.setCookies()).singleElement().matches(cookie -> cookie.value() == null);
    }

    @Test
    void withoutItsStoreNothingBegins() {
        store.cutOff = true;
        InMemoryCookieStorage browser = InMemoryCookieStorage.empty();

        assertThat(catchThrowableOfType(
                        UnavailableException.class, () -> server.pool.begin(issued("alice"), NONCE, browser)))
                .isNotNull();

        assertThat(browser.setCookies()).isEmpty();
    }

    @Test
    void aSessionThatNeedsNoRefreshIsReadAndNotWritten() {
        String carried = header(begin("alice"));
        InMemoryCookieStorage browser = InMemoryCookieStorage.ofHeader(carried);
        String before = store.values.toString();

        assertThat(server.session(browser).tokens()).isPresent();

        assertThat(browser.setCookies()).isEmpty();
        assertThat(store.values).hasToString(before);
    }

    private static PoolFixture server(SharedStore store) {
        return new PoolFixture(
                PoolFixture.config()
                        .auth(auth -> auth.oauth(oauth -> oauth.domain("login.example.com")))
                        .set(ConfigKey.APP_ORIGIN, "https://app.example.com")
                        .set(ConfigKey.SESSION_MODE, "stored")
                        .set(ConfigKey.TOKEN_CALL_TIMEOUT, "PT1S")
                        .build(),
                store);
    }

    private InMemoryCookieStorage begin(String user) {
        InMemoryCookieStorage browser = InMemoryCookieStorage.empty();
        server.pool.begin(issued(user), NONCE, browser);
        return browser;
    }

    /** Returns what the browser carries of a session whose tokens are past their time. */
    private String expired(String user) {
        String carried = header(begin(user));
        server.clock.advance(Duration.ofHours(2));
        other.clock.advance(Duration.ofHours(2));
        return carried;
    }

    private IssuedTokens issued(String user) {
        return new IssuedTokens(
                Secret.of(TestToken.access(user, server.in(Duration.ofHours(1)))
                        .with("origin_jti", "sign-in-of-" + user)
                        .signed()),
                Secret.of(TestToken.id(user, server.in(Duration.ofHours(1)))
                        .with("nonce", NONCE)
                        .signed()),
                Secret.of("refresh-of-" + user));
    }

    private RefreshAnswer refreshed(String user) {
        return new RefreshAnswer(
                TestToken.access(user, server.in(Duration.ofHours(1))).signed(),
                TestToken.id(user, server.in(Duration.ofHours(1))).signed(),
                "next");
    }

    /** The refresh token stays, and with it what is known of refreshes by it. */
    private RefreshAnswer unrotated(String user) {
        RefreshAnswer answer = refreshed(user);
        return new RefreshAnswer(answer.accessToken(), answer.idToken(), null);
    }

    private String idCookie(String id) {
        return only(begin("somebody")).name() + "=" + id;
    }

    private static SetCookie only(InMemoryCookieStorage browser) {
        List<SetCookie> kept = browser.setCookies().stream()
                .filter(cookie -> cookie.value() != null)
                .toList();
        assertThat(kept).hasSize(1);
        return kept.get(0);
    }

    private static String header(InMemoryCookieStorage browser) {
        return browser.setCookies().stream()
                .filter(cookie -> cookie.value() != null)
                .map(cookie -> cookie.line().split(";")[0])
                .collect(Collectors.joining("; "));
    }

    private static String value(SetCookie cookie) {
        return String.valueOf(cookie.value());
    }

    private static String name(Optional<Tokens> tokens) {
        return tokens.map(found -> found.accessToken().username()).orElse("");
    }

    private static void awaits(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
