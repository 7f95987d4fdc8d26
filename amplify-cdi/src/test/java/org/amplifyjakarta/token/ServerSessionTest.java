package org.amplifyjakarta.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.amplifyjakarta.AmplifyException;
import org.amplifyjakarta.Secret;
import org.amplifyjakarta.UnavailableException;
import org.amplifyjakarta.cognito.RefreshAnswer;
import org.amplifyjakarta.config.AmplifyConfig;
import org.amplifyjakarta.config.ConfigBuilder;
import org.amplifyjakarta.config.ConfigKey;
import org.amplifyjakarta.cookie.InMemoryCookieStorage;
import org.amplifyjakarta.cookie.SetCookie;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Sessions that begin and end on the server, beside those that browsers begin. */
class ServerSessionTest {

    private static final String MARK = SessionCookies.of(mixed()).mark();
    private static final String NONCE = "the-nonce";

    private final PoolFixture pool = new PoolFixture(mixed());
    private final InMemoryCookieStorage cookies = InMemoryCookieStorage.empty();
    private final Instant expiry = pool.in(Duration.ofHours(1));

    @Test
    void aSessionOfTheServersIsKeptFromScripts() {
        String subject = pool.pool.begin(issued("alice"), NONCE, cookies);

        assertThat(subject).isEqualTo("sub-of-alice");
        assertThat(kept(cookies))
                .extracting(SetCookie::name)
                .containsExactly(
                        PoolFixture.PREFIX + "LastAuthUser",
                        PoolFixture.PREFIX + "alice.accessToken",
                        PoolFixture.PREFIX + "alice.idToken",
                        PoolFixture.PREFIX + "alice.refreshToken",
                        MARK);
        assertThat(kept(cookies)).allMatch(ServerSessionTest::isKeptFromScripts);
    }

    @Test
    void aRefreshDoesNotOpenItToScriptsAndTheMarkLivesOn() {
        pool.pool.begin(issued("alice"), NONCE, cookies);
        InMemoryCookieStorage later = InMemoryCookieStorage.ofHeader(header(cookies));
        pool.clock.advance(Duration.ofHours(2));
        pool.client.answers(request -> refreshed("alice"));

        assertThat(pool.session(later).tokens()).isPresent();

        assertThat(kept(later)).extracting(SetCookie::name).contains(MARK, PoolFixture.PREFIX + "alice.accessToken");
        assertThat(kept(later)).allMatch(ServerSessionTest::isKeptFromScripts);
    }

    @Test
    @Tag("C-14")
    void neitherALostMarkNorAPlantedOneNorAPlantedClockOpensIt() {
        pool.pool.begin(issued("alice"), NONCE, cookies);
        String session = header(cookies);
        String drift = "; " + PoolFixture.PREFIX + "alice.clockDrift=0";
        for (String tampered : List.of(
                session.replaceFirst("; com[.]amplify[^;]*", ""),
                MARK + "=planted; " + session + drift,
                session + drift)) {
            InMemoryCookieStorage later = InMemoryCookieStorage.ofHeader(tampered);
            pool.client.answers(request -> refreshed("alice"));

            assertThat(pool.session(later).tokens(true)).isPresent();

            assertThat(kept(later)).isNotEmpty().allMatch(ServerSessionTest::isKeptFromScripts);
        }
    }

    @Test
    void theMarkOfAnotherSessionIsNoneAndStays() {
        pool.pool.begin(issued("alice"), NONCE, cookies);
        String alices = cookies.get(MARK).orElseThrow();
        InMemoryCookieStorage bobs = InMemoryCookieStorage.ofHeader(pool.expired("bob") + "; " + MARK + "=" + alices);
        pool.client.answers(request -> refreshed("bob"));

        assertThat(pool.session(bobs).tokens()).isPresent();
        assertThat(kept(bobs)).isNotEmpty().noneMatch(cookie -> cookie.line().contains("HttpOnly"));
        pool.pool.end(bobs);

        assertThat(bobs.get(MARK)).hasValue(alices);
    }

    @Test
    void aSessionOfABrowsersStaysReadableForItsScripts() {
        InMemoryCookieStorage browsers = InMemoryCookieStorage.ofHeader(pool.expired("alice"));
        pool.client.answers(request -> refreshed("alice"));

        assertThat(pool.session(browsers).tokens()).isPresent();

        assertThat(kept(browsers)).isNotEmpty().noneMatch(cookie -> cookie.line()
                .contains("HttpOnly"));
    }

    @Test
    @Tag("C-15")
    void whatWasThereOfOthersIsRemoved() {
        InMemoryCookieStorage planted = InMemoryCookieStorage.ofHeader(
                pool.signedIn("mallory") + "; " + PoolFixture.PREFIX + "alice.clockDrift=1; other=stays");

        pool.pool.begin(issued("alice"), NONCE, planted);

        assertThat(planted.setCookies())
                .filteredOn(cookie -> cookie.value() == null)
                .extracting(SetCookie::name)
                .contains(PoolFixture.PREFIX + "mallory.accessToken", PoolFixture.PREFIX + "alice.clockDrift")
                .doesNotContain("other");
        assertThat(planted.get(PoolFixture.PREFIX + "LastAuthUser")).hasValue("alice");
    }

    private record Foreign(
            String what, String accessToken, @Nullable String idToken) {

        @Override
        public String toString() {
            return what;
        }
    }

    static Stream<Foreign> foreign() {
        Instant expiry = PoolFixture.START.plus(Duration.ofHours(1));
        String access = TestToken.access("alice", expiry).signed();
        TestToken id = TestToken.id("alice", expiry).with("nonce", NONCE);
        return Stream.of(
                new Foreign("another nonce", access, id.with("nonce", "x").signed()),
                new Foreign("no nonce", access, id.without("nonce").signed()),
                new Foreign(
                        "a nonce that is no text", access, id.with("nonce", 1).signed()),
                new Foreign("another user", access, id.with("sub", "mallory").signed()),
                new Foreign("another client", access, id.with("aud", "x").signed()),
                new Foreign("another issuer", access, id.with("iss", "x").signed()),
                new Foreign("an access token twice", access, access),
                new Foreign("an id token twice", id.signed(), id.signed()),
                new Foreign(
                        "an expired access token",
                        TestToken.access("alice", PoolFixture.START).signed(),
                        id.signed()),
                new Foreign(
                        "no username",
                        TestToken.access("alice", expiry).without("username").signed(),
                        id.signed()),
                new Foreign("no token", "x", null));
    }

    @ParameterizedTest
    @MethodSource("foreign")
    @Tag("S-10")
    void tokensThatAreNotOursAreNotKept(Foreign tokens) {
        InMemoryCookieStorage before = InMemoryCookieStorage.ofHeader(pool.signedIn("bob"));
        IssuedTokens issued = new IssuedTokens(
                Secret.of(tokens.accessToken()),
                tokens.idToken() == null ? null : Secret.of(tokens.idToken()),
                Secret.of("refresh"));

        AmplifyException thrown =
                catchThrowableOfType(AmplifyException.class, () -> pool.pool.begin(issued, NONCE, before));

        assertThat(thrown.name()).isEqualTo("SignInException");
        assertThat(before.setCookies()).isEmpty();
    }

    @Test
    @Tag("C-16")
    void aTokenThatNoBrowserWouldKeepLeavesEverythingAsItWas() {
        String large = TestToken.id("alice", expiry)
                .with("nonce", NONCE)
                .with("cognito:groups", "g".repeat(4_000))
                .signed();
        IssuedTokens issued = new IssuedTokens(
                Secret.of(TestToken.access("alice", expiry).signed()), Secret.of(large), Secret.of("refresh"));
        InMemoryCookieStorage before = InMemoryCookieStorage.ofHeader(pool.signedIn("bob"));

        AmplifyException thrown =
                catchThrowableOfType(AmplifyException.class, () -> pool.pool.begin(issued, NONCE, before));

        assertThat(thrown.name()).isEqualTo("CookieTooLarge");
        assertThat(thrown).hasMessageContaining("idToken").hasMessageNotContaining("eyJ");
        assertThat(before.setCookies()).isEmpty();
    }

    @Test
    void withoutKeysNothingBeginsAndNothingIsLost() {
        pool.jwksDown = true;

        assertThatExceptionOfType(UnavailableException.class)
                .isThrownBy(() -> pool.pool.begin(issued("alice"), NONCE, cookies));

        assertThat(cookies.setCookies()).isEmpty();
    }

    @Test
    @Tag("S-14")
    void withoutKeysTheBrowserIsSignedOutAllTheSame() {
        InMemoryCookieStorage browser = InMemoryCookieStorage.ofHeader(pool.signedIn("alice"));
        pool.jwksDown = true;

        assertThat(pool.pool.end(browser)).isEmpty();
        assertThat(browser.setCookies()).hasSize(6).allMatch(cookie -> cookie.value() == null);
    }

    @Test
    @Tag("S-15")
    void allTokensOfASessionThatEndedAreRefusedAndThoseOfOthersAreNot() {
        String ended = ofSignIn("alice", "first");
        String expired = PoolFixture.cookies(
                "alice",
                TestToken.access("alice", pool.in(Duration.ofHours(-1)))
                        .with("origin_jti", "first")
                        .signed(),
                "x");

        EndedSession session =
                pool.pool.end(InMemoryCookieStorage.ofHeader(ended)).orElseThrow();

        assertThat(session.subject()).isEqualTo("sub-of-alice");
        assertThat(session.refreshToken()).isEqualTo(Secret.of("refresh-of-alice"));
        assertThat(session).hasToString("EndedSession[sub-of-alice]");
        assertThat(pool.tokens(ended)).isEmpty();
        assertThat(pool.refusal()).isEqualTo(Reason.REVOKED);
        assertThat(pool.tokens(expired)).as("no refresh either").isEmpty();
        assertThat(pool.tokens(ofSignIn("alice", "second"))).isPresent();
        assertThat(pool.pool.end(InMemoryCookieStorage.ofHeader(ended))).isEmpty();
    }

    @Test
    @Tag("C-18")
    void aSealedSessionThatEndedIsNoneAgain() {
        PoolFixture sealed = new PoolFixture(sealed());
        TestToken access = TestToken.access("alice", expiry).with("origin_jti", "first");
        TestToken id = TestToken.id("alice", expiry).with("nonce", NONCE);
        sealed.pool.begin(
                new IssuedTokens(Secret.of(access.signed()), Secret.of(id.signed()), Secret.of("refresh")),
                NONCE,
                cookies);
        String header = header(cookies);
        InMemoryCookieStorage later = InMemoryCookieStorage.ofHeader(header);

        assertThat(sealed.tokens(header)).isPresent();
        assertThat(sealed.pool.hasRefreshToken(later)).isTrue();
        assertThat(sealed.pool.end(later)).isPresent();

        assertThat(later.setCookies()).isNotEmpty().allMatch(cookie -> cookie.value() == null);
        assertThat(sealed.tokens(header)).isEmpty();
        assertThat(sealed.refusal()).isEqualTo(Reason.REVOKED);
    }

    @Test
    @Tag("C-16")
    void aSealedSessionThatGrowsTooLargeServesOn() {
        PoolFixture sealed = new PoolFixture(sealed());
        sealed.pool.begin(issued("alice"), NONCE, cookies);
        InMemoryCookieStorage later = InMemoryCookieStorage.ofHeader(header(cookies));
        Instant in = sealed.in(Duration.ofHours(2));
        // each fits, both do not
        String groups = "g".repeat(6_000);
        sealed.client.answers(request -> new RefreshAnswer(
                TestToken.access("alice", in).with("cognito:groups", groups).signed(),
                TestToken.id("alice", in).with("cognito:groups", groups).signed(),
                null));

        assertThat(sealed.session(later).tokens(true)).isPresent();

        assertThat(later.setCookies()).isEmpty();
    }

    @Test
    @Tag("S-15")
    void aTokenThatDoesNotTellItsSignInDoesNotEndOthers() {
        pool.pool.end(InMemoryCookieStorage.ofHeader(pool.signedIn("alice")));

        assertThat(pool.tokens(pool.signedIn("bob"))).isPresent();
    }

    @Test
    void aRememberedDeviceOutlivesTheSession() {
        String device = PoolFixture.PREFIX + "alice.deviceKey";
        InMemoryCookieStorage browser = InMemoryCookieStorage.ofHeader(pool.signedIn("alice") + "; " + device + "=d; "
                + PoolFixture.PREFIX + "alice.deviceGroupKey=g; " + PoolFixture.PREFIX + "alice.randomPasswordKey=p");

        pool.pool.end(browser);

        assertThat(browser.setCookies()).hasSize(6).allMatch(cookie -> cookie.value() == null);
        assertThat(browser.get(device)).hasValue("d");
    }

    @Test
    void whereAllSessionsAreKeptFromScriptsNoneIsMarked() {
        PoolFixture strict = new PoolFixture(config().build());

        strict.pool.begin(issued("alice"), NONCE, cookies);

        assertThat(kept(cookies)).hasSize(4).allMatch(ServerSessionTest::isKeptFromScripts);
        assertThat(cookies.get(MARK)).isEmpty();
    }

    @Test
    void theEndOfASessionTakesTheMarkAlong() {
        pool.pool.begin(issued("alice"), NONCE, cookies);
        InMemoryCookieStorage later = InMemoryCookieStorage.ofHeader(header(cookies));

        pool.pool.end(later);

        assertThat(later.setCookies())
                .hasSize(5)
                .allMatch(cookie -> cookie.value() == null)
                .extracting(SetCookie::name)
                .contains(MARK);
    }

    private static AmplifyConfig mixed() {
        return config().set(ConfigKey.COOKIE_HTTP_ONLY, "false").build();
    }

    private static AmplifyConfig sealed() {
        return config().set(ConfigKey.SESSION_MODE, "encrypted")
                .set(ConfigKey.SESSION_KEYS, "k:AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=")
                .build();
    }

    private static ConfigBuilder config() {
        return PoolFixture.config()
                .auth(auth -> auth.oauth(oauth -> oauth.domain("login.example.com")))
                .set(ConfigKey.APP_ORIGIN, "https://app.example.com");
    }

    private IssuedTokens issued(String user) {
        return new IssuedTokens(
                Secret.of(TestToken.access(user, expiry).signed()),
                Secret.of(TestToken.id(user, expiry).with("nonce", NONCE).signed()),
                Secret.of("refresh"));
    }

    private RefreshAnswer refreshed(String user) {
        Instant later = pool.in(Duration.ofHours(1));
        return new RefreshAnswer(
                TestToken.access(user, later).signed(),
                TestToken.id(user, later).signed(),
                "next");
    }

    private String ofSignIn(String user, String origin) {
        return PoolFixture.cookies(
                user,
                TestToken.access(user, expiry).with("origin_jti", origin).signed(),
                TestToken.id(user, expiry).with("origin_jti", origin).signed());
    }

    private static List<SetCookie> kept(InMemoryCookieStorage storage) {
        return storage.setCookies().stream()
                .filter(cookie -> cookie.value() != null)
                .toList();
    }

    private static String header(InMemoryCookieStorage storage) {
        Collection<SetCookie> lines = storage.setCookies();
        return lines.stream().map(cookie -> cookie.line().split(";")[0]).collect(Collectors.joining("; "));
    }

    private static boolean isKeptFromScripts(SetCookie cookie) {
        return cookie.line().endsWith("; Secure; HttpOnly; SameSite=Strict");
    }
}
