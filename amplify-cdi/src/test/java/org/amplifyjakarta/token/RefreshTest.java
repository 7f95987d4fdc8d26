package org.amplifyjakarta.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.amplifyjakarta.UnavailableException;
import org.amplifyjakarta.cognito.CognitoException;
import org.amplifyjakarta.cognito.CognitoFailures;
import org.amplifyjakarta.cognito.RefreshAnswer;
import org.amplifyjakarta.cookie.InMemoryCookieStorage;
import org.amplifyjakarta.cookie.SetCookie;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a refresh does to a session, and what ends one. */
class RefreshTest {

    private final PoolFixture pool = new PoolFixture();
    private final InMemoryCookieStorage cookies = InMemoryCookieStorage.ofHeader(pool.expired("alice"));

    @Test
    void newTokensAreWrittenAsAmplifyJsWritesThem() {
        pool.client.answers(request -> fresh("next"));

        Tokens tokens = pool.session(cookies).tokens().orElseThrow();

        assertThat(tokens.accessToken().expiresAt()).isEqualTo(pool.in(Duration.ofHours(1)));
        assertThat(cookies.setCookies())
                .extracting(SetCookie::name)
                .containsExactly(
                        PoolFixture.PREFIX + "LastAuthUser",
                        PoolFixture.PREFIX + "alice.accessToken",
                        PoolFixture.PREFIX + "alice.idToken",
                        PoolFixture.PREFIX + "alice.refreshToken",
                        PoolFixture.PREFIX + "alice.signInDetails",
                        PoolFixture.PREFIX + "alice.clockDrift");
        assertThat(cookies.get(PoolFixture.PREFIX + "alice.refreshToken")).hasValue("next");
        assertThat(cookies.setCookies())
                .filteredOn(cookie -> cookie.name().endsWith("signInDetails"))
                .extracting(SetCookie::line)
                .allMatch(line -> line.contains("={%22loginId%22:%22alice%22}; Path=/; Expires=")
                        && line.endsWith("; Max-Age=31536000; Secure; SameSite=Lax"));
        assertThat(pool.client.refreshes().get(0).refreshToken().reveal()).isEqualTo("refresh-of-alice");
    }

    @Test
    void aRequestReadsWhatItWrote() {
        pool.client.answers(request -> fresh("next"));
        TokenProvider session = pool.session(cookies);

        Tokens first = session.tokens().orElseThrow();
        Tokens second = session.tokens().orElseThrow();

        assertThat(second.accessToken().expiresAt())
                .isEqualTo(first.accessToken().expiresAt());
        assertThat(pool.client.refreshes()).hasSize(1);
    }

    @Test
    void tokensAreRenewedAMomentBeforeTheyEnd() {
        pool.client.answers(request -> fresh("next"));
        String header = PoolFixture.cookies("alice", pool.in(Duration.ofSeconds(4)));

        pool.tokens(header);

        assertThat(pool.client.refreshes()).hasSize(1);
    }

    @Test
    void theOldRefreshTokenStaysWhereNoneIsNew() {
        pool.client.answers(request -> new RefreshAnswer(access(), null, null));

        pool.session(cookies).tokens();

        assertThat(cookies.get(PoolFixture.PREFIX + "alice.refreshToken")).hasValue("refresh-of-alice");
        assertThat(cookies.get(PoolFixture.PREFIX + "alice.idToken")).isEmpty();
    }

    @Test
    void notAuthorizedMeansSignedOut() {
        pool.client.answers(request -> {
            throw CognitoFailures.ending("NotAuthorizedException");
        });

        assertThat(pool.session(cookies).tokens()).isEmpty();

        assertRemoved();
        assertThat(pool.events).containsExactly(new SessionEvent.Ended("sub-of-alice", Reason.REFRESH_REFUSED));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "TokenRevokedException",
                "UserNotFoundException",
                "PasswordResetRequiredException",
                "UserNotConfirmedException",
                "RefreshTokenReuseException"
            })
    void theseEndTheSessionAndAreTold(String name) {
        pool.client.answers(request -> {
            throw CognitoFailures.ending(name);
        });
        TokenProvider session = pool.session(cookies);

        SessionEndedException first = catchThrowableOfType(SessionEndedException.class, session::tokens);
        SessionEndedException again = catchThrowableOfType(SessionEndedException.class, session::tokens);

        assertThat(first.name()).isEqualTo(name);
        assertThat(again.name()).isEqualTo(name);
        assertRemoved();
        assertThat(pool.client.refreshes()).hasSize(1);
    }

    static Stream<CognitoException> passing() {
        return Stream.of(
                CognitoFailures.network(),
                CognitoFailures.passing("TooManyRequestsException"),
                CognitoFailures.passing("InternalErrorException"),
                CognitoFailures.ending("InvalidParameterException"),
                CognitoFailures.ending("ResourceNotFoundException"));
    }

    @ParameterizedTest
    @MethodSource("passing")
    @Tag("X-09")
    void anythingElseEndsNoSession(CognitoException failure) {
        pool.client.answers(request -> {
            throw failure;
        });
        TokenProvider session = pool.session(cookies);

        UnavailableException thrown = catchThrowableOfType(UnavailableException.class, session::tokens);

        assertThat(thrown.name()).isEqualTo(failure.name());
        assertThat(thrown.retryAfter()).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
        assertThat(cookies.setCookies()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("passing")
    @Tag("X-09")
    void aTokenThatIsStillValidServesOn(CognitoException failure) {
        pool.client.answers(request -> {
            throw failure;
        });
        InMemoryCookieStorage valid = InMemoryCookieStorage.ofHeader(pool.signedIn("alice"));
        TokenProvider session = pool.session(valid);

        assertThat(session.tokens(true)).isPresent();

        assertThat(valid.setCookies()).isEmpty();
    }

    @Test
    void aFailureIsNotKeptForTheNextRequest() {
        pool.client.answers(request -> {
            throw CognitoFailures.network();
        });
        assertThatExceptionOfType(UnavailableException.class)
                .isThrownBy(() -> pool.session(cookies).tokens());
        pool.client.answers(request -> fresh("next"));

        assertThat(pool.session(InMemoryCookieStorage.ofHeader(pool.expired("alice")))
                        .tokens())
                .isPresent();
    }

    @Test
    void withoutARefreshTokenAnExpiredSessionSaysSo() {
        String header = pool.expired("alice").replaceAll("; [^;]*refreshToken=[^;]*", "");

        SessionEndedException thrown = catchThrowableOfType(SessionEndedException.class, () -> pool.tokens(header));

        assertThat(thrown.name()).isEqualTo("TokenRefreshException");
    }

    static Stream<RefreshAnswer> foreignAnswers() {
        Instant expiry = PoolFixture.START.plus(Duration.ofHours(1));
        String bobs = TestToken.access("bob", expiry).signed();
        return Stream.of(
                new RefreshAnswer(bobs, null, "next"),
                new RefreshAnswer("not.a.token", null, "next"),
                new RefreshAnswer(access(), TestToken.id("bob", expiry).signed(), "next"),
                new RefreshAnswer(
                        TestToken.access("alice", expiry)
                                .with("client_id", "another")
                                .signed(),
                        null,
                        "next"));
    }

    @ParameterizedTest
    @MethodSource("foreignAnswers")
    @Tag("T-32")
    void anAnswerWithAnothersTokensEndsTheSession(RefreshAnswer answer) {
        pool.client.answers(request -> answer);

        assertThat(pool.session(cookies).tokens()).isEmpty();

        assertRemoved();
        assertThat(pool.events).containsExactly(new SessionEvent.Ended("sub-of-alice", Reason.REFRESH_ANSWER));
    }

    @Test
    void anEmptyAnswerEndsNoSession() {
        pool.client.answers(request -> new RefreshAnswer(null, null, null));

        assertThatExceptionOfType(UnavailableException.class)
                .isThrownBy(() -> pool.session(cookies).tokens());

        assertThat(cookies.setCookies()).isEmpty();
    }

    @Test
    @Tag("X-04")
    void lateComersWithOldCookiesGetTheSameTokensForAWhile() {
        pool.client.answers(request -> fresh("next-" + pool.client.refreshes().size()));
        String old = pool.expired("alice");
        pool.tokens(old);

        pool.clock.advance(Duration.ofSeconds(29));
        InMemoryCookieStorage late = InMemoryCookieStorage.ofHeader(old);
        pool.session(late).tokens();
        assertThat(late.get(PoolFixture.PREFIX + "alice.refreshToken")).hasValue("next-1");

        pool.clock.advance(Duration.ofSeconds(2));
        pool.tokens(old);
        assertThat(pool.client.refreshes()).hasSize(2);
    }

    @Test
    void whoHoldsTheNewTokensMayRefreshAgain() {
        pool.client.answers(request -> fresh("next-" + pool.client.refreshes().size()));
        InMemoryCookieStorage first = InMemoryCookieStorage.ofHeader(pool.expired("alice"));
        pool.session(first).tokens();

        pool.session(first).tokens(true);

        assertThat(pool.client.refreshes()).hasSize(1);
        TokenProvider session = pool.session(InMemoryCookieStorage.ofHeader(pool.expired("alice")));
        session.tokens();
        session.tokens(true);
        assertThat(pool.client.refreshes())
                .extracting(request -> request.refreshToken().reveal())
                .containsExactly("refresh-of-alice", "next-1");
    }

    @Test
    void theDeviceKeyGoesAlong() {
        pool.client.answers(request -> fresh("next"));

        pool.tokens(pool.expired("alice") + "; " + PoolFixture.PREFIX + "alice.deviceKey=device");

        assertThat(pool.client.refreshes().get(0).deviceKey()).isEqualTo("device");
    }

    private void assertRemoved() {
        assertThat(cookies.setCookies()).allMatch(cookie -> cookie.value() == null);
        List<String> fields = List.of("accessToken", "idToken", "clockDrift", "refreshToken", "signInDetails");
        for (String field : fields) {
            assertThat(cookies.get(PoolFixture.PREFIX + "alice." + field)).isEmpty();
        }
        assertThat(cookies.get(PoolFixture.PREFIX + "LastAuthUser")).isEmpty();
    }

    private static String access() {
        return TestToken.access("alice", PoolFixture.START.plus(Duration.ofHours(1)))
                .signed();
    }

    private static RefreshAnswer fresh(String refreshToken) {
        Instant expiry = PoolFixture.START.plus(Duration.ofHours(1));
        return new RefreshAnswer(access(), TestToken.id("alice", expiry).signed(), refreshToken);
    }
}
