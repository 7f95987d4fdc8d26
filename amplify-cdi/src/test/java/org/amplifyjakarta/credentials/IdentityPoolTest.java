package org.amplifyjakarta.credentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.amplifyjakarta.AmplifyException;
import org.amplifyjakarta.UnavailableException;
import org.amplifyjakarta.cognito.CognitoException;
import org.amplifyjakarta.cognito.CognitoFailures;
import org.amplifyjakarta.cognito.IdentityCredentials;
import org.amplifyjakarta.config.AmplifyConfig;
import org.amplifyjakarta.cookie.InMemoryCookieStorage;
import org.amplifyjakarta.token.PoolFixture;
import org.amplifyjakarta.token.Tokens;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdentityPoolTest {

    private static final String POOL_ID = "eu-west-1:00000000-0000-4000-8000-000000000000";
    private static final String COOKIE =
            "com.amplify.Cognito.eu-west-1%3A00000000-0000-4000-8000-000000000000.identityId";

    private final PoolFixture users = new PoolFixture();
    private final ScriptedIdentityPoolClient client = new ScriptedIdentityPoolClient(users.clock);
    private final AmplifyConfig config = config(true);
    private final IdentityPool pool = new IdentityPool(config, client, users.clock);

    @Test
    void aThousandRequestsOfOneUserCallOnce() {
        for (int i = 0; i < 1000; i++) {
            assertThat(of("alice", "").current()).isPresent();
        }

        assertThat(client.calls()).isEqualTo(Map.of("GetId", 1, "GetCredentialsForIdentity", 1));
    }

    @Test
    @Tag("X-04")
    void twoHundredAtOnceOnAColdCacheCallOnce() throws Exception {
        Tokens alice = tokens("alice");
        ExecutorService threads = Executors.newFixedThreadPool(200);
        try {
            CountDownLatch start = new CountDownLatch(1);
            List<Future<Optional<IdentityCredentials>>> answers = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                answers.add(threads.submit(() -> {
                    start.await();
                    return session(Optional.of(alice), GuestIdentity.none()).current();
                }));
            }
            start.countDown();
            IdentityCredentials first = answers.get(0).get(30, TimeUnit.SECONDS).orElseThrow();
            for (Future<Optional<IdentityCredentials>> answer : answers) {
                assertThat(answer.get(30, TimeUnit.SECONDS)).contains(first);
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(client.calls()).isEqualTo(Map.of("GetId", 1, "GetCredentialsForIdentity", 1));
    }

    @Test
    @Tag("X-06")
    void nobodyHasAnothersCredentials() {
        IdentityCredentials alice = of("alice", "").current().orElseThrow();
        IdentityCredentials bob = of("bob", "").current().orElseThrow();

        assertThat(bob.identityId()).isNotEqualTo(alice.identityId());
        assertThat(bob.accessKeyId()).isNotEqualTo(alice.accessKeyId());
    }

    @Test
    @Tag("X-06")
    void eachRoleHasItsOwn() {
        SessionCredentials alice = of("alice", "");

        String plain = alice.resolveCredentials().accessKeyId();
        String chosen =
                alice.withRole("arn:aws:iam::1:role/x").resolveCredentials().accessKeyId();

        assertThat(chosen).endsWith("arn:aws:iam::1:role/x").isNotEqualTo(plain);
        assertThat(alice.resolveCredentials().accessKeyId()).isEqualTo(plain);
        assertThat(client.calls()).isEqualTo(Map.of("GetId", 1, "GetCredentialsForIdentity", 2));
    }

    @Test
    void aNewIdTokenGetsNewCredentialsOfTheSameIdentity() {
        IdentityCredentials first = of("alice", "").current().orElseThrow();
        users.clock.advance(Duration.ofMinutes(2));

        IdentityCredentials second = of("alice", "").current().orElseThrow();

        assertThat(second.identityId()).isEqualTo(first.identityId());
        assertThat(second.accessKeyId()).isNotEqualTo(first.accessKeyId());
        assertThat(client.calls()).isEqualTo(Map.of("GetId", 1, "GetCredentialsForIdentity", 2));
    }

    @Test
    void theyAreRenewedShortlyBeforeTheyExpire() {
        client.life = Duration.ofMinutes(20);
        SessionCredentials alice = of("alice", "");
        String first = alice.resolveCredentials().accessKeyId();

        users.clock.advance(Duration.ofMinutes(17));
        assertThat(alice.resolveCredentials().accessKeyId()).isEqualTo(first);
        users.clock.advance(Duration.ofMinutes(1).plusSeconds(1));

        assertThat(alice.resolveCredentials().accessKeyId()).isNotEqualTo(first);
    }

    @Test
    void forcedTheyAreFetchedAnew() {
        SessionCredentials alice = of("alice", "");
        String first = alice.resolveCredentials().accessKeyId();

        assertThat(alice.current(true).orElseThrow().accessKeyId()).isNotEqualTo(first);
    }

    @Test
    void aGuestKeepsItsIdentityInTheCookieOfAmplify() {
        InMemoryCookieStorage browser = InMemoryCookieStorage.empty();

        IdentityCredentials guest = guest(browser).current().orElseThrow();

        assertThat(browser.setCookies()).singleElement().satisfies(cookie -> {
            assertThat(cookie.name()).isEqualTo(COOKIE);
            assertThat(cookie.value()).isEqualTo(guest.identityId());
        });
        String header = COOKIE + "=" + guest.identityId();
        assertThat(guest(InMemoryCookieStorage.ofHeader(header)).current()).contains(guest);
        assertThat(client.calls()).isEqualTo(Map.of("GetId", 1, "GetCredentialsForIdentity", 1));
    }

    @Test
    @Tag("C-13")
    void aGuestWhoseIdentityIsGoneGetsANewOne() {
        InMemoryCookieStorage browser = InMemoryCookieStorage.ofHeader(COOKIE + "=" + ScriptedIdentityPoolClient.GUEST);
        client.delete(ScriptedIdentityPoolClient.GUEST);

        IdentityCredentials guest = guest(browser).current().orElseThrow();

        assertThat(guest.identityId()).isNotEqualTo(ScriptedIdentityPoolClient.GUEST);
        assertThat(browser.get(COOKIE)).contains(guest.identityId());
    }

    @Test
    @Tag("C-13")
    void aGuestWhoShowsAUsersIdentityGetsAnother() {
        String alice = of("alice", "").current().orElseThrow().identityId();

        IdentityCredentials guest = guest(InMemoryCookieStorage.ofHeader(COOKIE + "=" + alice))
                .current()
                .orElseThrow();

        assertThat(guest.identityId()).isNotEqualTo(alice);
    }

    @ParameterizedTest
    @Tag("C-13")
    @ValueSource(strings = {"us-east-1:00000000-0000-4000-8000-00000000000a", "x", "eu-west-1:x", "%00", "eu-west-1:"})
    void whatIsNoIdentityHereIsNotSentToCognito(String value) {
        assertThat(guest(InMemoryCookieStorage.ofHeader(COOKIE + "=" + value)).current())
                .isPresent();

        assertThat(client.calls()).isEqualTo(Map.of("GetId", 1, "GetCredentialsForIdentity", 1));
    }

    @Test
    void signingInLinksTheGuestAndRemovesItsCookie() {
        String header = COOKIE + "=" + ScriptedIdentityPoolClient.GUEST;
        assertThat(guest(InMemoryCookieStorage.ofHeader(header)).current()).isPresent();
        InMemoryCookieStorage browser = InMemoryCookieStorage.ofHeader(header);

        IdentityCredentials alice = session(Optional.of(tokens("alice")), GuestIdentity.inCookies(browser, config))
                .current()
                .orElseThrow();

        assertThat(alice.identityId()).isEqualTo(ScriptedIdentityPoolClient.GUEST);
        assertThat(browser.get(COOKIE)).isEmpty();
        assertThat(guest(InMemoryCookieStorage.ofHeader(header))
                        .current()
                        .orElseThrow()
                        .identityId())
                .as("what the guest had is the user's now")
                .isNotEqualTo(ScriptedIdentityPoolClient.GUEST);
    }

    @Test
    @Tag("C-13")
    void aUserBesideAnothersIdentityGetsTheirOwn() {
        client.fails("GetCredentialsForIdentity", CognitoFailures.ending("NotAuthorizedException"));

        IdentityCredentials alice = of("alice", COOKIE + "=" + ScriptedIdentityPoolClient.GUEST)
                .current()
                .orElseThrow();

        assertThat(alice.identityId()).isNotEqualTo(ScriptedIdentityPoolClient.GUEST);
    }

    @Test
    void guestsGetNothingWhereTheyAreNotAllowed() {
        IdentityPool closed = new IdentityPool(config(false), client, users.clock);
        SessionCredentials guest =
                new SessionCredentials(force -> Optional.empty(), GuestIdentity.none(), () -> closed);

        assertThat(guest.current()).isEmpty();
        assertThat(catchThrowableOfType(AmplifyException.class, guest::resolveCredentials)
                        .name())
                .isEqualTo("NoCredentials");
        assertThat(client.calls()).isEmpty();
    }

    @Test
    @Tag("X-09")
    void whatPassesIsToldAsUnavailableAndNotKept() {
        SessionCredentials alice = of("alice", "");
        client.fails("GetId", CognitoFailures.passing("TooManyRequestsException"));

        UnavailableException failure = catchThrowableOfType(UnavailableException.class, alice::resolveCredentials);

        assertThat(failure.name()).isEqualTo("TooManyRequestsException");
        assertThat(alice.current()).isPresent();
    }

    @Test
    void aRefusalKeepsItsName() {
        client.fails("GetId", CognitoFailures.ending("InvalidIdentityPoolConfigurationException"));

        CognitoException failure = catchThrowableOfType(
                CognitoException.class, () -> of("alice", "").current());

        assertThat(failure.name()).isEqualTo("InvalidIdentityPoolConfigurationException");
    }

    private SessionCredentials of(String user, String cookies) {
        return session(
                Optional.of(tokens(user)), GuestIdentity.inCookies(InMemoryCookieStorage.ofHeader(cookies), config));
    }

    private SessionCredentials guest(InMemoryCookieStorage cookies) {
        return session(Optional.empty(), GuestIdentity.inCookies(cookies, config));
    }

    private SessionCredentials session(Optional<Tokens> tokens, GuestIdentity guest) {
        return new SessionCredentials(force -> tokens, guest, () -> pool);
    }

    private Tokens tokens(String user) {
        return users.tokens(users.signedIn(user)).orElseThrow();
    }

    private static AmplifyConfig config(boolean guests) {
        return PoolFixture.config()
                .auth(auth -> auth.identityPoolId(POOL_ID).allowGuestAccess(guests))
                .build();
    }
}
