package org.amplifyjakarta.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.amplifyjakarta.Secret;
import org.amplifyjakarta.UnavailableException;
import org.amplifyjakarta.cookie.InMemoryCookieStorage;
import org.amplifyjakarta.cookie.SetCookie;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sessions in a store that two servers share. */
class StoredSessionTest extends TwoServers {

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
}
