package org.amplifyjakarta.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.amplifyjakarta.Secret;
import org.amplifyjakarta.UnavailableException;
import org.amplifyjakarta.cognito.CognitoFailures;
import org.amplifyjakarta.cookie.InMemoryCookieStorage;
import org.junit.jupiter.api.Test;

/** Refreshes of sessions in a store that two servers share. */
class StoredRefreshTest extends TwoServers {

    @Test
    void ofAllServersOneRefreshes() throws Exception {
        String carried = expired("alice");
        server.client.answers(request -> refreshedWhenTold("alice"));
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
        server.client.answers(request -> refreshedWhenTold("alice"));
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
    void whatCognitoAnsweredIsNotLostForOneReplacementThatFails() {
        String carried = expired("alice");
        server.client.answers(request -> {
            store.lostReplacements.set(1);
            return refreshed("alice");
        });

        assertThat(name(server.tokens(carried))).isEqualTo("alice");

        assertThat(name(other.tokens(carried))).isEqualTo("alice");
        assertThat(other.client.refreshes()).isEmpty();
    }

    @Test
    void anAnswerThatIsCommittedMeanwhileIsNoFailure() {
        InMemoryCookieStorage browser = InMemoryCookieStorage.ofHeader(expired("alice"));
        AtomicBoolean committed = new AtomicBoolean();
        server.client.answers(request -> {
            committed.set(true);
            return refreshed("alice");
        });

        assertThat(name(server.pool
                        .session(new CommittedCookies(browser, committed::get))
                        .tokens()))
                .isEqualTo("alice");

        assertThat(browser.setCookies()).isEmpty();
        assertThat(store.values.values()).singleElement().asString().contains("=next");
    }
}
